import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { yearContaining, yearOf } from '../../kernel/year.ts';
import { page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { editionById, editionNamed, listEditions } from '../frameworks/index.ts';
import type { Words } from '../../words/index.ts';
import { access } from './access.ts';
import { breadcrumbsOf } from './opened.tsx';
import { SubmittedYears, YearsPage, type EditionChoice, type YearLine } from './pages/years.tsx';
import { paths } from './paths.ts';
import { assessmentOf, assessmentsOf, openAssessment, submittedYears } from './store.ts';

type Filled = { readonly year: string; readonly edition: string };

/** Every year to the body itself; to bodies above and advisers, the years that it submitted. */
export async function showYears(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, words, permit } = visit;
  const body = permit.scope === 'own' ? await yearsBody(visit)
    : <SubmittedYears words={words} org={organisation.shortName} organisation={organisation.name} years={await submittedYears(tx, organisation.id)} />;
  return page(words.assessment.years.title(organisation.name), body, { breadcrumbs: breadcrumbsOf(visit) });
}

/** Opens a year's assessment: one for each year, since the year is its address. */
export async function openYear(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, form, today, newId } = visit;
  const filled = { year: valueOf(form, 'year').trim(), edition: valueOf(form, 'edition') };
  const year = yearOf(filled.year);
  const named = await editionNamed(tx, filled.edition);
  const edition = named && named.benchmarks.length > 0 ? named : undefined;
  if (!year || !edition) {
    return refused(visit, filled, [
      ...(year ? [] : [{ field: 'year', say: (words: Words) => words.assessment.refused.year }]),
      ...(edition ? [] : [{ field: 'edition', say: (words: Words) => words.assessment.refused.edition }]),
    ]);
  }
  const isFree = !(await assessmentOf(tx, organisation.id, year));
  if (isFree && await openAssessment(tx, { orgId: organisation.id, id: newId(), editionId: edition.id, year, openedOn: today })) {
    return redirect(paths.year(organisation.shortName, year), 'assessmentOpened');
  }
  return refused(visit, filled, [{ field: 'year', say: (words) => words.assessment.refused.alreadyOpen(year) }]);
}

async function refused(visit: MemberVisit, filled: Filled, refusals: readonly Refusal[]): Promise<Answer> {
  const title = visit.words.assessment.years.title(visit.organisation.name);
  return refusedPage(title, await yearsBody(visit, filled, refusals), refusals, { breadcrumbs: breadcrumbsOf(visit) });
}

async function yearsBody(visit: MemberVisit, sent?: Filled, errors: readonly Refusal[] = []) {
  const { tx, organisation, words, seal, permit, today } = visit;
  const lines: YearLine[] = [];
  for (const { editionId, ...line } of await assessmentsOf(tx, organisation.id)) lines.push({ ...line, edition: (await editionById(tx, editionId)).title.en });
  const mayOpen = holds(permit, ...access.open.own);
  const thisYear = yearContaining(today);
  const editions = mayOpen ? await choices(visit) : [];
  // The editions stand in the order of their first years; a year is usually assessed against the latest.
  const latest = editions.findLast(({ year }) => year <= thisYear)?.shortName;
  const filled = sent ?? { year: lines.some(({ year }) => year === thisYear) ? '' : thisYear, edition: latest ?? '' };
  const opening = mayOpen ? { seal, editions, filled, errors } : undefined;
  return <YearsPage words={words} org={organisation.shortName} lines={lines} opening={opening} />;
}

/** Every published edition that has benchmarks. Editions are kept in memory once read, so the loop asks the database for new ones only. */
async function choices({ tx }: MemberVisit): Promise<EditionChoice[]> {
  const found: EditionChoice[] = [];
  for (const { id, shortName, year } of await listEditions(tx)) {
    const { title, publisher, benchmarks } = await editionById(tx, id);
    if (benchmarks.length > 0) found.push({ shortName, year, title: title.en, publisher: publisher.en });
  }
  return found;
}
