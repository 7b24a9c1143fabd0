import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Year } from '../../kernel/year.ts';
import { changedSinceFrozen } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Answer, NewAnswer, NewRating, Rating, Verdict } from './rules.ts';
import type { Challenge } from './rules-second.ts';
import { challengesFrom, challengesJson, type ChallengeRow } from './second-store.ts';
import type { AssessmentTables } from './tables.ts';

export type Assessment = { readonly id: Id; readonly editionId: Id; readonly year: string; readonly version: number };

/** When an assessment was submitted, and the name of who did it, where that may still be known. */
export type Submitted = { readonly at: Date; readonly by: string | null };

/** An assessment with all that its organisation has said in it. */
export type AssessmentRecord = Assessment & {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly ratings: ReadonlyMap<string, Rating>;
  /** Oldest first. */
  readonly challenges: readonly Challenge[];
  readonly openedOn: string | null;
  /** The submission by which it stands; undefined before the first, and while it is re-opened. */
  readonly submitted: Submitted | undefined;
  /** How many times it was submitted. */
  readonly submissions: number;
};

export type AssessmentLine = { readonly id: Id; readonly year: string; readonly editionId: Id; readonly openedOn: string | null; readonly submittedAt: Date | null };

/** What became of a save: the new version of the row, or nothing because somebody else saved first. */
export type Save = { readonly is: 'saved'; readonly version: number } | { readonly is: 'lost race' };

/** One row to save: the version is the one that the writer read, 0 where there was none. The id is used for a new row only. */
export type Saving = { readonly orgId: Id; readonly id: Id; readonly assessmentId: Id; readonly editionId: Id; readonly version: number };

/** The number counts the submissions of one assessment; the last of them is the one that stands, or that was re-opened. */
export type Submission = { readonly id: Id; readonly number: number; readonly frozen: string; readonly sha256: string; readonly submitted: Submitted };

/** A submission in a list. */
export type SubmissionLine = { readonly number: number; readonly sha256: string; readonly submittedAt: Date };

const tables = (tx: Transaction) => tx.withTables<AssessmentTables>();

/** The assessments of an organisation, the latest year first. */
export async function assessmentsOf(tx: Transaction, orgId: Id): Promise<AssessmentLine[]> {
  return tables(tx).selectFrom('assessment as a')
    .leftJoin('submission as s', (join) => join.onRef('s.orgId', '=', 'a.orgId').on('s.orgId', '=', orgId).on('s.id', '=', sql<Id>`standing_submission(a.org_id, a.id)`))
    .select(['a.id', 'a.year', 'a.editionId', 'a.openedOn', 's.createdAt as submittedAt']).where('a.orgId', '=', orgId).orderBy('a.year', 'desc').orderBy('a.id').execute();
}

/** The years that a body assessed itself in, the latest first, for whoever may read its assessments: also in the grant scope, which knows no re-opening. */
export async function yearsAssessed(tx: Transaction, orgId: Id): Promise<{ id: Id; year: string; editionId: Id }[]> {
  return tables(tx).selectFrom('assessment').select(['id', 'year', 'editionId']).where('orgId', '=', orgId).orderBy('year', 'desc').orderBy('id').execute();
}

export async function assessmentOf(tx: Transaction, orgId: Id, year: Year): Promise<Assessment | undefined> {
  return tables(tx).selectFrom('assessment').select(['id', 'editionId', 'year', 'version'])
    .where('orgId', '=', orgId).where('year', '=', year).orderBy('id').executeTakeFirst();
}

/** @returns false when the organisation has one of that year against that edition. */
export async function openAssessment(tx: Transaction, assessment: { orgId: Id; id: Id; editionId: Id; year: Year; openedOn: string | null }): Promise<boolean> {
  const opened = await tables(tx).insertInto('assessment').values(assessment)
    .onConflict((conflict) => conflict.columns(['orgId', 'year', 'editionId']).doNothing()).returning('id').executeTakeFirst();
  return opened !== undefined;
}

type RecordRow = Assessment & { openedOn: string | null; answers: Answer[]; ratings: RatingRow[]; challenges: ChallengeRow[]; submitted: { at: string; by: string | null } | null; submissions: number };
type RatingRow = { id: Id; benchmarkCode: string; version: number; narrative: string; levelCode: string | null; reason: string | null; leadBody: string | null };

/** The year's assessment with its answers and ratings, in one statement whatever their number. */
export async function recordOf(tx: Transaction, orgId: Id, year: Year): Promise<AssessmentRecord | undefined> {
  const { rows: [row] } = await sql<RecordRow>`
    select a.id, a.edition_id, a.year, a.version, a.opened_on,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'indicatorCode', w.indicator_code, 'status', w.status, 'note', w.note, 'version', w.version)), '[]')
        from answer w where w.org_id = ${orgId} and w.assessment_id = a.id) as answers,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'benchmarkCode', r.benchmark_code, 'version', r.version, 'narrative', r.narrative,
          'levelCode', r.level_code, 'reason', r.not_applicable_reason, 'leadBody', r.lead_body)), '[]')
        from rating r where r.org_id = ${orgId} and r.assessment_id = a.id) as ratings,
      (select jsonb_build_object('at', s.created_at, 'by', (select n.name from names_of_people(array[s.created_by]) n))
        from submission s where s.org_id = ${orgId} and s.id = standing_submission(a.org_id, a.id)) as submitted,
      ${challengesJson(orgId)} as challenges,
      (select count(*) from submission s where s.org_id = ${orgId} and s.assessment_id = a.id) as submissions
    from assessment a where a.org_id = ${orgId} and a.year = ${year} order by a.id limit 1`.execute(tx);
  if (!row) return undefined;
  return {
    ...row,
    answers: new Map(row.answers.map((answer) => [answer.indicatorCode, answer])),
    ratings: new Map(row.ratings.map((rating) => [rating.benchmarkCode, ratingFrom(rating)])),
    challenges: challengesFrom(row.challenges),
    submitted: row.submitted ? { at: new Date(row.submitted.at), by: row.submitted.by } : undefined,
  };
}

/** How an organisation rates itself in an assessment, in no order; benchmarks without a rating are absent. */
export async function ratingsOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Rating[]> {
  const rows = await tables(tx).selectFrom('rating').select(['id', 'benchmarkCode', 'version', 'narrative', 'levelCode', 'notApplicableReason as reason', 'leadBody'])
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).execute();
  return rows.map(ratingFrom);
}

function ratingFrom({ id, benchmarkCode, version, narrative, levelCode, reason, leadBody }: RatingRow): Rating {
  const verdict: Verdict = levelCode === null ? { is: 'not applicable', reason: reason ?? '', leadBody: leadBody ?? '' } : { is: 'level', levelCode };
  return { id, benchmarkCode, version, narrative, verdict };
}

/** Saves what an organisation says of an indicator. @throws DR001 once the assessment has been submitted. */
export async function saveAnswer(tx: Transaction, { orgId, id, assessmentId, editionId, version, indicatorCode, status, note }: Saving & NewAnswer & { readonly indicatorCode: string }): Promise<Save> {
  const saved = version === 0
    ? await tables(tx).insertInto('answer').values({ orgId, id, assessmentId, editionId, indicatorCode, status, note })
      .onConflict((conflict) => conflict.columns(['orgId', 'assessmentId', 'indicatorCode']).doNothing()).returning('version').executeTakeFirst()
    : await tables(tx).updateTable('answer').set({ status, note })
      .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).where('indicatorCode', '=', indicatorCode).where('version', '=', version).returning('version').executeTakeFirst();
  return saved ? { is: 'saved', version: saved.version } : { is: 'lost race' };
}

/** Saves how an organisation rates itself against a benchmark. @throws DR001 once the assessment has been submitted. */
export async function saveRating(tx: Transaction, { orgId, id, assessmentId, editionId, version, benchmarkCode, verdict, narrative }: Saving & NewRating & { readonly benchmarkCode: string }): Promise<Save> {
  const columns = verdict.is === 'level'
    ? { narrative, levelCode: verdict.levelCode, notApplicable: false, notApplicableReason: null, leadBody: null }
    : { narrative, levelCode: null, notApplicable: true, notApplicableReason: verdict.reason, leadBody: verdict.leadBody };
  const saved = version === 0
    ? await tables(tx).insertInto('rating').values({ orgId, id, assessmentId, editionId, benchmarkCode, ...columns })
      .onConflict((conflict) => conflict.columns(['orgId', 'assessmentId', 'benchmarkCode']).doNothing()).returning('version').executeTakeFirst()
    : await tables(tx).updateTable('rating').set(columns)
      .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).where('benchmarkCode', '=', benchmarkCode).where('version', '=', version).returning('version').executeTakeFirst();
  return saved ? { is: 'saved', version: saved.version } : { is: 'lost race' };
}

/** One indicator's answer: for a partner, who cannot see the assessment around it. */
export async function answerOf(tx: Transaction, orgId: Id, assessmentId: Id, indicatorCode: string): Promise<Answer | undefined> {
  return tables(tx).selectFrom('answer').select(['id', 'indicatorCode', 'status', 'note', 'version'])
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).where('indicatorCode', '=', indicatorCode).executeTakeFirst();
}

/** Who wrote an indicator's answer, or a benchmark's self-rating, last; null when nobody has. */
export async function lastWriterOf(tx: Transaction, orgId: Id, assessmentId: Id, part: { readonly benchmarkCode: string | null; readonly indicatorCode: string | null }): Promise<Id | null> {
  const answer = part.indicatorCode === null ? undefined : await tables(tx).selectFrom('answer').select('changedBy')
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).where('indicatorCode', '=', part.indicatorCode).executeTakeFirst();
  const rating = part.benchmarkCode === null ? undefined : await tables(tx).selectFrom('rating').select('changedBy')
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).where('benchmarkCode', '=', part.benchmarkCode).executeTakeFirst();
  return (answer ?? rating)?.changedBy ?? null;
}

/** Holds every save of an assessment off until this transaction ends: taken before reading what will be frozen. */
export async function holdAssessment(tx: Transaction, orgId: Id, year: Year): Promise<void> {
  await tables(tx).selectFrom('assessment').select('id').where('orgId', '=', orgId).where('year', '=', year).forUpdate().execute();
}

/** @throws DR001 when one stands, DR004 without a signature under the assessment as it is. */
export async function addSubmission(tx: Transaction, submission: { orgId: Id; id: Id; assessmentId: Id; year: Year; marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE'; frozen: string; frozenSha256: Buffer }): Promise<void> {
  await tables(tx).insertInto('submission').values(submission).execute();
}

/** What an organisation submitted last for an assessment: for its own people and for bodies to which it is open. */
export async function submissionOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Submission | undefined> {
  return asSubmission(await submissions(tx, orgId).where('assessmentId', '=', assessmentId).orderBy('number', 'desc').executeTakeFirst());
}

/** The same by its year, for bodies above, which do not see the assessment itself; an earlier one by its number. */
export async function submissionInYear(tx: Transaction, orgId: Id, year: Year, number?: number): Promise<Submission | undefined> {
  const ofYear = submissions(tx, orgId).where('year', '=', year).orderBy('number', 'desc').orderBy('id');
  return asSubmission(await (number === undefined ? ofYear : ofYear.where('number', '=', number)).executeTakeFirst());
}

/** Every submission of a year, the last first. */
export async function submissionsInYear(tx: Transaction, orgId: Id, year: Year): Promise<SubmissionLine[]> {
  const rows = await tables(tx).selectFrom('submission').select(['number', 'frozenSha256', 'createdAt as submittedAt']).where('orgId', '=', orgId).where('year', '=', year).orderBy('number', 'desc').orderBy('id').execute();
  return rows.map(({ frozenSha256, ...rest }) => ({ ...rest, sha256: frozenSha256.toString('hex') }));
}

/** The years that were submitted, the latest first, each with its last submission. */
export function submittedYears(tx: Transaction, orgId: Id): Promise<{ year: string; submittedAt: Date }[]> {
  return tables(tx).selectFrom('submission').select((columns) => ['year', columns.fn.max('createdAt').as('submittedAt')]).where('orgId', '=', orgId).groupBy('year').orderBy('year', 'desc').execute();
}

/** Submissions that are no longer what was submitted: for verification. */
export function changedSubmissions(tx: Transaction, orgId: Id): Promise<Id[]> {
  return changedSinceFrozen(tx, orgId, 'submission');
}

type SubmissionRow = { id: Id; number: number; frozen: string; frozenSha256: Buffer; createdAt: Date; by: string | null };

function submissions(tx: Transaction, orgId: Id) {
  return tables(tx).selectFrom('submission')
    .select(['id', 'number', 'frozen', 'frozenSha256', 'createdAt', sql<string | null>`(select n.name from names_of_people(array[submission.created_by]) n)`.as('by')])
    .where('orgId', '=', orgId);
}

function asSubmission(row: SubmissionRow | undefined): Submission | undefined {
  return row && { id: row.id, number: row.number, frozen: row.frozen, sha256: row.frozenSha256.toString('hex'), submitted: { at: row.createdAt, by: row.by } };
}
