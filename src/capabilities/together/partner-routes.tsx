import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { breadcrumbsOf, whileOpen } from '../assessment/index.ts';
import { addPartGrant, dayGiven, endPartGrant, organisationsByName, partGrantsOf } from '../organisations/index.ts';
import { access } from './access.ts';
import { forms, saidPartner, shapes } from './api.ts';
import { PartnersPage } from './pages/partners.tsx';
import { inPart, type OpenedPart } from './part.tsx';
import { paths, patterns } from './paths.ts';
import { readPartner } from './rules.ts';

/** The lead opens a part to another body, and closes it. */
export function partnerRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.partners, data: { shape: shapes.partners, read: inPart(readPartners) }, access: access.assign, handle: inPart((visit, opened) => showPartners(visit, opened)) },
    { method: 'POST', path: patterns.partners, form: forms.partner, access: access.assign, handle: inPart(whileOpen(openToPartner)) },
    { method: 'POST', path: patterns.partnerEnd, form: forms.partnerEnd, access: access.assign, handle: inPart(closeToPartner) },
  );
}

async function showPartners(visit: MemberVisit, opened: OpenedPart, errors: readonly Refusal[] = [], changed = false): Promise<Answer> {
  const { tx, words, organisation, seal, form, today } = visit;
  const { year, record, code, part } = opened;
  const bodies = await otherBodies(visit);
  const body = <PartnersPage words={words} opened={opened} today={today} grants={await partGrantsOf(tx, organisation.id, part)} bodies={bodies} seal={seal} sent={form} errors={errors} changed={changed} />;
  const title = words.together.partners.title(code);
  const rest = { breadcrumbs: breadcrumbsOf(visit, { year, record }) };
  if (changed) return conflictPage(title, body, rest);
  return errors.length > 0 ? refusedPage(title, body, errors, rest) : page(title, body, rest);
}

async function readPartners(visit: MemberVisit, { part }: OpenedPart): Promise<Answer> {
  const grants = await partGrantsOf(visit.tx, visit.organisation.id, part);
  return json(shapes.partners, {
    partners: grants.map(saidPartner),
    organisations: (await otherBodies(visit)).map(({ id, shortName, name }) => ({ id, short_name: shortName, name })),
  });
}

async function otherBodies({ tx, organisation }: MemberVisit) {
  return (await organisationsByName(tx)).filter(({ id }) => id !== organisation.id);
}

async function openToPartner(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, form, organisation: { id: orgId }, today, newId } = visit;
  const bodies = (await otherBodies(visit)).map(({ id }) => id);
  const wished = readPartner({ partner: valueOf(form, 'partner'), may: valueOf(form, 'may'), reason: valueOf(form, 'reason'), from: dayGiven(form, 'from'), until: dayGiven(form, 'until') }, bodies, today);
  if (!wished.accepted) return showPartners(visit, opened, wished.refusals);
  await addPartGrant(tx, { ...opened.part, orgId, id: newId(), ...wished.value });
  return redirect(paths.partners(opened.org, opened.year, opened.code), 'partOpened');
}

async function closeToPartner(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, form, params, organisation, today } = visit;
  const id = params['id'] ?? '';
  const written = valueOf(form, 'version');
  const closed = isId(id) && /^\d{1,9}$/.test(written) && (await endPartGrant(tx, organisation.id, id, Number(written), today));
  return closed ? redirect(paths.partners(opened.org, opened.year, opened.code), 'partClosed') : showPartners(visit, opened, [], true);
}
