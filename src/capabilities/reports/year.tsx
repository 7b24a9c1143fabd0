import { yearOf, type Year } from '../../kernel/year.ts';
import { notFoundPage, type Answer, type MemberVisit, type Page } from '../../platform/route.ts';
import { assessmentOf, assessmentPaths, type Assessment } from '../assessment/index.ts';
import { PlainPage } from './pages/plain.tsx';
import { paths } from './paths.ts';

/** A year of the body's own, in which something for its outputs is written. */
export type OwnYear = { readonly visit: MemberVisit; readonly year: Year; readonly assessment: Assessment };

export async function withYear(visit: MemberVisit, work: (about: OwnYear) => Promise<Answer>): Promise<Answer> {
  const { tx, organisation, params, words: { assessment: said } } = visit;
  const name = params['year'] ?? '';
  const year = yearOf(name);
  const assessment = year && await assessmentOf(tx, organisation.id, year);
  if (!year || !assessment) return notFoundPage(said.noYear.title, <PlainPage title={said.noYear.title} sentence={said.noYear.sentence(organisation.name, name)} />);
  return work({ visit, year, assessment });
}

export function trailOf({ visit: { organisation, words }, year }: OwnYear, ...further: readonly { text: string; href: string }[]): Pick<Page, 'breadcrumbs'> {
  const org = organisation.shortName;
  return { breadcrumbs: [
    { text: organisation.name, href: paths.organisation(org) }, { text: words.assessment.year.caption(year), href: assessmentPaths.year(org, year) },
    { text: words.reports.page.heading, href: paths.list(org, year) }, ...further,
  ] };
}
