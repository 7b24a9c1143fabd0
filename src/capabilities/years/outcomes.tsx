import { holds } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import { page, type Answer, type MemberVisit } from '../../platform/route.ts';
import { assessmentsOf } from '../assessment/index.ts';
import { evidenceTitles } from '../evidence/index.ts';
import { editionById } from '../frameworks/index.ts';
import { outcomesOfYears } from '../moderation/index.ts';
import { access } from './access.ts';
import { OutcomesPage } from './pages/outcomes.tsx';
import { paths } from './paths.ts';
import type { YearColumn } from './rules.ts';
import { countsOf, documentsOf, pastYearsOf } from './store.ts';

/** Every year of a body, each with its own edition and scale. */
export async function showOutcomes(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, permit, seal } = visit;
  const documents = await documentsOf(tx, organisation.id);
  const titles = await evidenceTitles(tx, organisation.id, documents.map(({ evidenceId }) => evidenceId));
  const mayWrite = holds(permit, ...access.write.own);
  return page(words.years.title(organisation.name), (
    <OutcomesPage words={words} organisation={organisation} columns={await columnsOf(visit)} seal={mayWrite ? seal : undefined}
      documents={documents.map(({ evidenceId, ...document }) => ({ ...document, evidenceId, title: titles.get(evidenceId) ?? '' }))} />
  ), { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] });
}

/** The years, the earliest first. Editions are kept in memory once read, so the loops ask the database for new ones only. */
async function columnsOf({ tx, organisation: { id: orgId } }: MemberVisit): Promise<YearColumn[]> {
  const columns: YearColumn[] = [];
  const known = (await outcomesOfYears(tx, orgId)).filter(({ origin, published }) => origin === 'transcribed' || published);
  for (const { id, year, editionId } of await assessmentsOf(tx, orgId)) {
    const outcomes = new Map(known.filter(({ assessmentId }) => assessmentId === id).map((outcome) => [outcome.benchmarkCode, outcome]));
    columns.push({ year, edition: await editionById(tx, editionId), is: 'by benchmark', outcomes });
  }
  const counts = Map.groupBy(await countsOf(tx, orgId), ({ pastYearId }): Id => pastYearId);
  for (const { id, year, editionId, source } of await pastYearsOf(tx, orgId)) {
    columns.push({ year, edition: await editionById(tx, editionId), is: 'counted', id, source, counts: counts.get(id) ?? [] });
  }
  return columns.sort((a, b) => (a.year < b.year ? -1 : 1));
}
