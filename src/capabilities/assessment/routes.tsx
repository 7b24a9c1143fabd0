import type { Id } from '../../kernel/id.ts';
import { yearOf } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { notFoundPage, page, routes, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { editionById, ratingLabel, notApplicable } from '../frameworks/index.ts';
import { access } from './access.ts';
import { YearPage } from './pages/year.tsx';
import { patterns } from './paths.ts';
import { assessmentOf } from './store.ts';

/** What stands beside a self-rating: the Home Office's outcome. Moderation comes later in the house and hands its reader in. */
export type OutcomeReader = (tx: Transaction, orgId: Id, assessmentId: Id) => Promise<readonly { readonly benchmarkCode: string; readonly levelCode: string | null; readonly notApplicable: boolean }[]>;

export function assessmentRoutes(outcomesOf: OutcomeReader): readonly Route[] {
  return routes({ method: 'GET', path: patterns.year, access: access.read, handle: (visit: MemberVisit) => showYear(visit, outcomesOf) });
}

async function showYear(visit: MemberVisit, outcomesOf: OutcomeReader): Promise<Answer> {
  const { tx, organisation, words } = visit;
  const year = yearOf(visit.params['year'] ?? '');
  const assessment = year && (await assessmentOf(tx, organisation.id, year));
  if (!year || !assessment) return notFoundPage(words.assessment.noYear.title, <p class="govuk-body">{words.assessment.noYear.sentence(visit.params['year'] ?? '')}</p>);
  const edition = await editionById(tx, assessment.editionId);
  const outcomes = new Map((await outcomesOf(tx, organisation.id, assessment.id)).map((outcome) => [outcome.benchmarkCode, outcome]));
  const rows = edition.benchmarks.map(({ code, number, title }) => {
    const outcome = outcomes.get(code);
    return { code, number, title: title.en, outcome: outcome && ratingLabel(edition, outcome.levelCode ?? notApplicable, 'en') };
  });
  return page(words.assessment.year.title(organisation.name, year), <YearPage words={words} organisation={organisation.name} year={year} rows={rows} />);
}
