import { ratingsOf, readFrozen, submissionInYear, submissionOf } from '../assessment/index.ts';
import { notApplicable, ratingLabel } from '../frameworks/index.ts';
import type { MemberVisit } from '../../platform/route.ts';
import type { Year } from '../../kernel/year.ts';
import type { OpenedYear } from './opened.tsx';

type Labels = ReadonlyMap<string, string>;

/** How the body rated itself, as people read it, by benchmark: its own people see drafts, its adviser what was submitted. */
export async function selfRatingsOf({ visit, assessment, edition }: OpenedYear): Promise<Labels> {
  const { tx, organisation, permit } = visit;
  if (permit.scope !== 'own') return labelsIn((await submissionOf(tx, organisation.id, assessment.id))?.frozen);
  const ratings = await ratingsOf(tx, organisation.id, assessment.id);
  return new Map(ratings.map(({ benchmarkCode, verdict }) => [benchmarkCode, ratingLabel(edition, verdict.is === 'level' ? verdict.levelCode : notApplicable, 'en') ?? '']));
}

/** The same for a body above, which sees the submission alone. */
export async function selfRatingsInYear({ tx, organisation }: MemberVisit, year: Year): Promise<Labels> {
  return labelsIn((await submissionInYear(tx, organisation.id, year))?.frozen);
}

function labelsIn(frozen: string | undefined): Labels {
  return new Map(frozen === undefined ? [] : readFrozen(frozen).benchmarks.map(({ code, rating }) => [code, rating.label]));
}
