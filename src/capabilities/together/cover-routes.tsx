import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { breadcrumbsOf } from '../assessment/index.ts';
import { dayGiven } from '../organisations/index.ts';
import { access } from './access.ts';
import { forms, saidCover, shapes } from './api.ts';
import { CoverPage } from './pages/cover.tsx';
import { writers } from './part.tsx';
import { paths, patterns } from './paths.ts';
import { readCover } from './rules.ts';
import { addCover, coversOf, endCover } from './store.ts';

export function coverRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.cover, data: { shape: shapes.cover, read: readCovers }, access: access.assign, handle: showCover },
    { method: 'POST', path: patterns.cover, form: forms.cover, access: access.assign, handle: arrangeCover },
    { method: 'POST', path: patterns.coverEnd, form: forms.coverEnd, access: access.assign, handle: stopCover },
  );
}

async function showCover(visit: MemberVisit): Promise<Answer> {
  return page(visit.words.together.cover.title, await coverPage(visit), { breadcrumbs: breadcrumbsOf(visit) });
}

async function readCovers(visit: MemberVisit): Promise<Answer> {
  return json(shapes.cover, saidCover(await coversOf(visit.tx, visit.organisation.id, visit.today), await writers(visit)));
}

async function arrangeCover(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId, words } = visit;
  const wished = readCover({ person: valueOf(form, 'person'), covering: valueOf(form, 'covering'), from: dayGiven(form, 'from'), until: dayGiven(form, 'until') }, await writers(visit), today);
  if (!wished.accepted) return refusedPage(words.together.cover.title, await coverPage(visit, wished.refusals), wished.refusals, { breadcrumbs: breadcrumbsOf(visit) });
  await addCover(tx, { orgId, id: newId(), ...wished.value });
  return redirect(paths.cover(shortName), 'saved');
}

async function stopCover(visit: MemberVisit): Promise<Answer> {
  const { tx, form, params, organisation: { id: orgId, shortName }, today, words } = visit;
  const id = params['id'] ?? '';
  const written = valueOf(form, 'version');
  const ended = isId(id) && /^\d{1,9}$/.test(written) && (await endCover(tx, orgId, id, Number(written), today));
  return ended ? redirect(paths.cover(shortName), 'saved') : conflictPage(words.together.cover.title, await coverPage(visit, [], true), { breadcrumbs: breadcrumbsOf(visit) });
}

async function coverPage(visit: MemberVisit, errors: readonly Refusal[] = [], changed = false) {
  const { tx, words, organisation, seal, form, today } = visit;
  const covers = await coversOf(tx, organisation.id, today);
  return <CoverPage words={words} org={organisation.shortName} covers={covers} colleagues={await writers(visit)} seal={seal} sent={form} errors={errors} changed={changed} />;
}
