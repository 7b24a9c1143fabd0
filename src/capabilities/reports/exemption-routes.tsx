import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, versionOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { dayIn } from '../organisations/index.ts';
import { findingsOf } from '../moderation/index.ts';
import { access } from './access.ts';
import { forms, saidExemption, shapes } from './api.ts';
import { addExemption, endExemption, exemptionsOf } from './outputs-store.ts';
import { ExemptionsPage, type PartChoice } from './pages/exemptions.tsx';
import { exemptible } from './paper-text.ts';
import { patterns, paths } from './paths.ts';
import { exemptionFrom } from './rules-paper.ts';
import { trailOf, withYear, type OwnYear } from './year.tsx';

/** Which parts of a year's outputs are exempt from publication, and since when they are not. */
export function exemptionRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.exemptions, data: { shape: shapes.exemptions, read: (visit: MemberVisit) => withYear(visit, read) }, access: access.write, handle: (visit: MemberVisit) => withYear(visit, show) },
    { method: 'POST', path: patterns.exemptions, form: forms.exempt, access: access.write, handle: (visit: MemberVisit) => withYear(visit, add) },
    { method: 'POST', path: patterns.exemptionEnd, form: forms.exemptEnd, access: access.write, handle: (visit: MemberVisit) => withYear(visit, end) },
  );
}

async function show(about: OwnYear): Promise<Answer> {
  return page(titleOf(about), await bodyOf(about), trailOf(about));
}

async function read(about: OwnYear): Promise<Answer> {
  const { visit: { tx, organisation }, assessment } = about;
  return json(shapes.exemptions, { exemptions: (await exemptionsOf(tx, organisation.id, assessment.id)).map(saidExemption), parts: await partsOf(about) });
}

async function add(about: OwnYear): Promise<Answer> {
  const { visit: { tx, form, organisation, newId, today }, year, assessment } = about;
  const choices = await partsOf(about);
  const fields = { part: valueOf(form, 'part'), paragraph: valueOf(form, 'paragraph'), reason: valueOf(form, 'reason'), open: valueOf(form, 'open'), until: dayIn(form, 'until') };
  const exemption = exemptionFrom(fields, choices.map(({ part }) => part), today);
  if (!exemption.accepted) return refusedPage(titleOf(about), await bodyOf(about, exemption.refusals), exemption.refusals, trailOf(about));
  if (await addExemption(tx, { orgId: organisation.id, id: newId(), assessmentId: assessment.id }, exemption.value)) return redirect(paths.exemptions(organisation.shortName, year), 'saved');
  const taken: Refusal[] = [{ field: 'part', say: ({ paper }) => paper.exemptions.taken }];
  return refusedPage(titleOf(about), await bodyOf(about, taken), taken, trailOf(about));
}

async function end(about: OwnYear): Promise<Answer> {
  const { visit: { tx, form, params, organisation }, year } = about;
  const id = params['exemption'] ?? '';
  const ended = isId(id) && await endExemption(tx, organisation.id, id, versionOf(form));
  return ended ? redirect(paths.exemptions(organisation.shortName, year), 'removed') : conflictPage(titleOf(about), await bodyOf(about, [], true), trailOf(about));
}

/** What can be exempt: the parts of the paper, and each strength and recommendation by itself. */
async function partsOf({ visit: { tx, organisation, words: { paper } }, assessment }: OwnYear): Promise<PartChoice[]> {
  const findings = await findingsOf(tx, organisation.id, assessment.id);
  return [
    ...exemptible.map((part) => ({ part, text: paper.parts[part] })),
    ...(findings?.strengths ?? []).map(({ id, text }) => ({ part: id, text: paper.strength(text) })),
    ...(findings?.recommendations ?? []).map(({ id, text }) => ({ part: id, text: paper.recommendation(text) })),
  ];
}

async function bodyOf(about: OwnYear, refusals: readonly Refusal[] = [], conflict = false) {
  const { visit: { tx, words, seal, organisation, form }, year, assessment } = about;
  const exemptions = await exemptionsOf(tx, organisation.id, assessment.id);
  return <ExemptionsPage words={words} seal={seal} org={organisation.shortName} year={year} exemptions={exemptions} choices={await partsOf(about)} form={form} refusals={refusals} conflict={conflict} />;
}

function titleOf({ visit: { words }, year }: OwnYear): string {
  return words.paper.exemptions.title(year);
}
