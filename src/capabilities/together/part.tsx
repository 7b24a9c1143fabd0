import type { MemberVisit, Answer } from '../../platform/route.ts';
import { assessmentPaths, inYear, notThere, type Opened } from '../assessment/index.ts';
import { peopleOf, rolesOfPeople } from '../organisations/index.ts';
import { writingRoles, type Colleague } from './rules.ts';
import type { Part } from './store.ts';

/** A benchmark or an indicator that an address names, in its assessment. */
export type OpenedPart = Opened & { readonly part: Part; readonly code: string; readonly title: string; readonly href: string };

/** Answers with the part of the address, or with the sentence that there is none. */
export function inPart(handle: (visit: MemberVisit, opened: OpenedPart) => Promise<Answer>) {
  return inYear(async (visit, opened) => {
    const code = visit.params['code'] ?? '';
    const found = partOf(opened, code);
    const { noPart } = visit.words.together;
    return found ? handle(visit, found) : notThere(noPart.title, noPart.sentence(code, opened.edition.title.en), { href: assessmentPaths.year(opened.org, opened.year), text: visit.words.assessment.toYear });
  });
}

/** The codes of an edition's benchmarks and indicators are all different. */
export function partOf(opened: Opened, code: string): OpenedPart | undefined {
  const { org, year, record, edition } = opened;
  const of = { assessmentId: record.id, editionId: edition.id };
  const benchmark = edition.benchmarks.find((one) => one.code === code);
  if (benchmark) return { ...opened, code, title: benchmark.title.en, href: assessmentPaths.benchmark(org, year, code), part: { ...of, benchmarkCode: code, indicatorCode: null } };
  const indicator = edition.benchmarks.flatMap(({ indicators }) => indicators).find((one) => one.code === code);
  return indicator && { ...opened, code, title: indicator.text.en, href: assessmentPaths.indicator(org, year, code), part: { ...of, benchmarkCode: null, indicatorCode: code } };
}

/** The people whose role lets them write today. */
export async function writers({ tx, organisation, today }: MemberVisit): Promise<Colleague[]> {
  const roles = await rolesOfPeople(tx, organisation.id);
  const writing = new Set(roles.filter(({ role, fromDay, toDay, invited }) => !invited && writingRoles.includes(role) && fromDay <= today && today < toDay).map(({ personId }) => personId));
  return (await peopleOf(tx, organisation.id)).filter(({ id }) => writing.has(id)).map(({ id, name }) => ({ id, name }));
}
