import type { Refusal } from '../../kernel/outcome.ts';
import { isId } from '../../kernel/id.ts';
import { conflictPage, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, readOpened, shapes } from './api.ts';
import { dayGiven, dayIn } from './pages/day-fields.tsx';
import { OpenedPage } from './pages/opened.tsx';
import { paths, patterns } from './paths.ts';
import { addGrant, endGrant, grantsOf } from './people-store.ts';
import { opening } from './rules.ts';
import { organisationsOfKind } from './store.ts';

export function openedRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.opened, data: { shape: shapes.opened, read: readOpened }, access: access.open, handle: (visit: MemberVisit) => showOpened(visit) },
    { method: 'POST', path: patterns.opened, form: forms.open, access: access.open, handle: (visit: MemberVisit) => openToHomeOffice(visit) },
    { method: 'POST', path: patterns.openedEnd, form: forms.close, access: access.open, handle: (visit: MemberVisit) => close(visit) },
  );
}

async function showOpened(visit: MemberVisit): Promise<Answer> {
  return page(visit.words.organisations.opened.title, await openedPage(visit), rest(visit));
}

async function openToHomeOffice(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, today, newId } = visit;
  const homeOffice = await organisationsOfKind(tx, 'home_office', today);
  const until = dayIn(form, 'until');
  const wished = opening(
    { grantee: valueOf(form, 'grantee'), reason: valueOf(form, 'reason'), from: dayGiven(form, 'from'), until: until === 'empty' ? 'none' : until },
    homeOffice.map(({ id }) => id).filter((id) => id !== organisation.id), await grantsOf(tx, organisation.id), today,
  );
  if (!wished.accepted) return refusedPage(visit.words.organisations.opened.title, await openedPage(visit, wished.refusals), wished.refusals, rest(visit));
  await addGrant(tx, { orgId: organisation.id, id: newId(), ...wished.value });
  return redirect(paths.opened(organisation.shortName), 'opened');
}

async function close(visit: MemberVisit): Promise<Answer> {
  const { tx, form, params, organisation, today, words } = visit;
  const id = params['grant'] ?? '';
  const version = Number(valueOf(form, 'version'));
  const ended = isId(id) && Number.isSafeInteger(version) && version < 2 ** 31 && (await endGrant(tx, organisation.id, id, version, today));
  return ended ? redirect(paths.opened(organisation.shortName), 'closed') : conflictPage(words.organisations.opened.title, await openedPage(visit, [], true), rest(visit));
}

async function openedPage(visit: MemberVisit, errors: readonly Refusal[] = [], conflict = false) {
  const { tx, words, seal, organisation, today, form } = visit;
  const homeOffice = (await organisationsOfKind(tx, 'home_office', today)).filter(({ id }) => id !== organisation.id);
  const grants = await grantsOf(tx, organisation.id);
  return <OpenedPage words={words} seal={seal} org={organisation.shortName} today={today} grants={grants} homeOffice={homeOffice} form={form} errors={errors} conflict={conflict} />;
}

function rest({ organisation }: MemberVisit) {
  return { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] };
}
