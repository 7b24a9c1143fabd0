import { holds } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import { json, page, type Answer, type MemberVisit } from '../../platform/route.ts';
import { assessmentsOf } from '../assessment/index.ts';
import { editionById } from '../frameworks/index.ts';
import { outcomesOfYears } from '../moderation/index.ts';
import { access } from './access.ts';
import { saidDocument, saidYear, shapes } from './api.ts';
import { titledDocuments } from './documents.tsx';
import { OutcomesPage } from './pages/outcomes.tsx';
import { paths } from './paths.ts';
import type { YearColumn } from './rules.ts';
import { countsOf, pastYearsOf } from './store.ts';

/** Every year of a body, each with its own edition and scale. */
export async function showOutcomes(visit: MemberVisit): Promise<Answer> {
  const { words, organisation, permit, seal } = visit;
  const mayWrite = holds(permit, ...access.write.own);
  return page(words.years.title(organisation.name), (
    <OutcomesPage words={words} organisation={organisation} columns={await columnsOf(visit)} seal={mayWrite ? seal : undefined}
      documents={await titledDocuments(visit)} />
  ), { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] });
}

export async function readOutcomes(visit: MemberVisit): Promise<Answer> {
  return json(shapes.outcomes, { years: (await columnsOf(visit)).map(saidYear), documents: (await titledDocuments(visit)).map(saidDocument) });
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
