import { yearOf } from '../../kernel/year.ts';
import { notFoundPage, page, routes, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { editionById, ratingLabel, notApplicable } from '../frameworks/index.ts';
import { outcomesOf } from '../moderation/index.ts';
import { access } from './access.ts';
import { YearPage } from './pages/year.tsx';
import { patterns } from './paths.ts';
import { assessmentOf } from './store.ts';

export function assessmentRoutes(): readonly Route[] {
  return routes({ method: 'GET', path: patterns.year, access: access.read, handle: showYear });
}

async function showYear(visit: MemberVisit): Promise<Answer> {
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
