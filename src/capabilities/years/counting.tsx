import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { assessmentsOf } from '../assessment/index.ts';
import { editionNamed, listEditions, type PublishedEdition } from '../frameworks/index.ts';
import { CountsPage, type CountsFilled } from './pages/counts.tsx';
import { paths } from './paths.ts';
import { readCounts } from './rules.ts';
import { addCounts, removeCounts } from './store.ts';

/** First the edition, whose levels are then the fields. */
export async function showCountsForm(visit: MemberVisit): Promise<Answer> {
  const edition = await editionNamed(visit.tx, valueOf(visit.query, 'edition'));
  return countsPage(visit, edition, { year: edition?.year ?? '', source: '', counts: {} }, []);
}

export async function addYearCounts(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, form, today, newId } = visit;
  const edition = await editionNamed(tx, valueOf(form, 'edition'));
  if (!edition) return countsPage(visit, undefined, { year: '', source: '', counts: {} }, [{ field: 'edition', say: ({ years }) => years.refused.edition }]);
  const filled = {
    year: valueOf(form, 'year'), source: valueOf(form, 'source'),
    counts: Object.fromEntries(edition.scale.levels.map(({ code }) => [code, valueOf(form, `count-${code}`)])),
  };
  const read = readCounts(edition, filled, today);
  if (!read.accepted) return countsPage(visit, edition, filled, read.refusals);
  const hasAssessment = (await assessmentsOf(tx, organisation.id)).some(({ year }) => year === read.value.year);
  if (!hasAssessment && await addCounts(tx, { ...read.value, orgId: organisation.id, id: newId(), editionId: edition.id })) return redirect(paths.outcomes(organisation.shortName), 'saved');
  return countsPage(visit, edition, filled, [{ field: 'year', say: ({ years }) => years.refused.taken }]);
}

export async function removeYearCounts({ tx, organisation, params }: MemberVisit): Promise<Answer> {
  const id = params['id'] ?? '';
  if (isId(id)) await removeCounts(tx, organisation.id, id);
  return redirect(paths.outcomes(organisation.shortName), 'removed');
}

async function countsPage(visit: MemberVisit, edition: PublishedEdition | undefined, filled: CountsFilled, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, organisation, seal } = visit;
  const body = <CountsPage words={words} org={organisation.shortName} seal={seal} editions={await listEditions(tx)} edition={edition} filled={filled} errors={refusals} />;
  const rest = { breadcrumbs: [
    { text: organisation.name, href: paths.organisation(organisation.shortName) }, { text: words.years.heading, href: paths.outcomes(organisation.shortName) },
  ] };
  return refusals.length > 0 ? refusedPage(words.years.counts.title, body, refusals, rest) : page(words.years.counts.title, body, rest);
}
