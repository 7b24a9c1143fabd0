import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { newId, type Id } from '../../kernel/id.ts';
import { highestMarking } from '../../kernel/marking.ts';
import type { Year } from '../../kernel/year.ts';
import { changedSinceFrozen } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { evidenceById } from '../evidence/index.ts';
import { notApplicable } from '../frameworks/index.ts';
import type { BenchmarkOutcome, Findings, Origin, Result, Statement, StatementKind, StatementText } from './findings.ts';
import { readPublication, type Publication } from './publication.ts';
import type { ModerationTables } from './tables.ts';

/** Which findings a command writes to. */
export type FindingsKey = { readonly orgId: Id; readonly moderationId: Id; readonly editionId: Id };

/** A record of the findings, by its identifier and the version that the writer had seen. */
export type RecordSeen = { readonly orgId: Id; readonly id: Id; readonly version: number };

export type NewFindings = { readonly orgId: Id; readonly id: Id; readonly assessmentId: Id; readonly editionId: Id; readonly origin: Origin; readonly letter: LetterKey | null };

export type LetterKey = { readonly id: Id; readonly datedOn: string | null };

/** Raised by the database (migrations/0006-moderation.sql): already published; another hand began them. */
export const heldStates = { published: 'DR002', otherHand: 'DR003', reopened: 'DR006' };

const tables = (tx: Transaction) => tx.withTables<ModerationTables>();

/** The findings of an assessment, published or not; undefined when nobody has begun them or the scope may not see them. */
export async function findingsOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Findings | undefined> {
  const row = await tables(tx).selectFrom('moderation')
    .select(['id', 'assessmentId', 'editionId', 'version', 'origin', 'letterId', 'letterDatedOn', 'writers', 'checkedBy', 'checkedAt', 'publishedAt'])
    .where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).executeTakeFirst();
  if (!row) return undefined;
  const { letterId, letterDatedOn, ...rest } = row;
  const letter = letterId === null ? undefined : { id: letterId, datedOn: letterDatedOn, title: (await evidenceById(tx, orgId, letterId))?.title ?? null };
  const outcomes = await outcomesIn(tx, orgId, row.id);
  const [strengths, recommendations] = [await statementsIn(tx, 'strength', orgId, row.id), await statementsIn(tx, 'recommendation', orgId, row.id)];
  return { ...rest, letter, outcomes: new Map(outcomes.map((outcome) => [outcome.benchmarkCode, outcome])), strengths, recommendations };
}

async function outcomesIn(tx: Transaction, orgId: Id, moderationId: Id): Promise<BenchmarkOutcome[]> {
  const rows = await tables(tx).selectFrom('outcome').select(['benchmarkCode', 'levelCode', 'notApplicableReason', 'leadBody', 'version'])
    .where('orgId', '=', orgId).where('moderationId', '=', moderationId).execute();
  return rows.map(({ benchmarkCode, version, ...columns }) => ({ benchmarkCode, version, result: resultOf(columns) }));
}

function resultOf({ levelCode, notApplicableReason: reason, leadBody }: { levelCode: string | null; notApplicableReason: string | null; leadBody: string | null }): Result {
  if (levelCode !== null) return { is: 'level', levelCode };
  return reason === null || leadBody === null ? { is: 'not applicable, reason not stated' } : { is: 'not applicable', reason, leadBody };
}

function columnsOf(result: Result) {
  return {
    levelCode: result.is === 'level' ? result.levelCode : null,
    notApplicable: result.is !== 'level',
    notApplicableReason: result.is === 'not applicable' ? result.reason : null,
    leadBody: result.is === 'not applicable' ? result.leadBody : null,
    reasonNotStated: result.is === 'not applicable, reason not stated',
  };
}

async function statementsIn(tx: Transaction, kind: StatementKind, orgId: Id, moderationId: Id): Promise<Statement[]> {
  return tables(tx).selectFrom(kind).select(['id', 'benchmarkCode', 'position', 'text', 'marking', 'version'])
    .where('orgId', '=', orgId).where('moderationId', '=', moderationId).orderBy('position').orderBy('id').execute();
}

export type OutcomeLine = { readonly benchmarkCode: string; readonly levelCode: string | null; readonly notApplicable: boolean; readonly origin: Origin; readonly published: boolean };

/** The Home Office's outcome of each benchmark of an assessment, in no order; those of drafts as well, marked so. */
export async function outcomesOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<OutcomeLine[]> {
  const { rows } = await sql<OutcomeLine>`
    select o.benchmark_code, o.level_code, o.not_applicable, m.origin, m.published_at is not null as published
    from outcome o join moderation m on m.org_id = o.org_id and m.id = o.moderation_id
    where o.org_id = ${orgId} and m.org_id = ${orgId} and m.assessment_id = ${assessmentId}`.execute(tx);
  return rows;
}

/** The same of every assessment of a body: one statement whatever their number. */
export async function outcomesOfYears(tx: Transaction, orgId: Id): Promise<(OutcomeLine & { readonly assessmentId: Id })[]> {
  return tables(tx).selectFrom('outcome as o')
    .innerJoin('moderation as m', (join) => join.onRef('m.orgId', '=', 'o.orgId').onRef('m.id', '=', 'o.moderationId'))
    .select(['m.assessmentId', 'o.benchmarkCode', 'o.levelCode', 'o.notApplicable', 'm.origin', sql<boolean>`m.published_at is not null`.as('published')])
    .where('o.orgId', '=', orgId).where('m.orgId', '=', orgId).execute();
}

/** What was published of a body's year, as it was frozen: all that a body above may read. */
export async function publicationOf(tx: Transaction, orgId: Id, year: Year): Promise<Publication | undefined> {
  const row = await tables(tx).selectFrom('publication').select('frozen')
    .where('orgId', '=', orgId).where('year', '=', year).orderBy('id').executeTakeFirst();
  return row && readPublication(row.frozen);
}

/** Everything that was published of a body, the newest year first: one statement, whoever may read it. */
export async function publicationsOf(tx: Transaction, orgId: Id): Promise<Publication[]> {
  const rows = await tables(tx).selectFrom('publication').select('frozen').where('orgId', '=', orgId).orderBy('year', 'desc').orderBy('id').execute();
  return rows.map(({ frozen }) => readPublication(frozen));
}

/** @returns false when somebody has begun the findings of this assessment before. */
export async function beginFindings(tx: Transaction, { letter, ...findings }: NewFindings): Promise<boolean> {
  const row = await tables(tx).insertInto('moderation')
    .values({ ...findings, letterId: letter?.id ?? null, letterDatedOn: letter?.datedOn ?? null, checkedBy: null, checkedAt: null, publishedAt: null })
    .onConflict((conflict) => conflict.columns(['orgId', 'assessmentId']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Says which letter the findings were transcribed from. @returns false when somebody changed the findings first. */
export async function setLetter(tx: Transaction, seen: RecordSeen, letter: LetterKey): Promise<boolean> {
  return changed(tables(tx).updateTable('moderation').set({ letterId: letter.id, letterDatedOn: letter.datedOn })
    .where('orgId', '=', seen.orgId).where('id', '=', seen.id).where('version', '=', seen.version).returning('id').executeTakeFirst());
}

/** States a benchmark's outcome; the version is that of the one before it, 0 for the first. @returns false when somebody was first. */
export async function setOutcome(tx: Transaction, to: FindingsKey & { readonly id: Id }, outcome: { benchmarkCode: string; result: Result; version: number }): Promise<boolean> {
  const { orgId, moderationId, editionId, id } = to;
  const { benchmarkCode, version, result } = outcome;
  if (version === 0) {
    return changed(tables(tx).insertInto('outcome').values({ orgId, id, moderationId, editionId, benchmarkCode, ...columnsOf(result) })
      .onConflict((conflict) => conflict.columns(['orgId', 'moderationId', 'benchmarkCode']).doNothing()).returning('id').executeTakeFirst());
  }
  return changed(tables(tx).updateTable('outcome').set(columnsOf(result))
    .where('orgId', '=', orgId).where('moderationId', '=', moderationId).where('benchmarkCode', '=', benchmarkCode).where('version', '=', version)
    .returning('id').executeTakeFirst());
}

/** Begins a transcription with its outcomes, by benchmark: a level of the scale, or "not_applicable" where the source gives no reason. */
export async function addOutcomes(tx: Transaction, { outcomes, ...assessment }: { orgId: Id; assessmentId: Id; editionId: Id; outcomes: Readonly<Record<string, string>> }): Promise<void> {
  const { orgId, editionId } = assessment;
  const moderationId = newId();
  await beginFindings(tx, { ...assessment, id: moderationId, origin: 'transcribed', letter: null });
  await tables(tx).insertInto('outcome').values(Object.entries(outcomes).map(([benchmarkCode, level]) => ({
    orgId, id: newId(), moderationId, editionId, benchmarkCode,
    ...columnsOf(level === notApplicable ? { is: 'not applicable, reason not stated' } : { is: 'level', levelCode: level }),
  }))).execute();
}

export async function addStrength(tx: Transaction, to: FindingsKey & { readonly id: Id }, strength: StatementText): Promise<void> {
  return addStatement(tx, 'strength', to, strength);
}

export async function addRecommendation(tx: Transaction, to: FindingsKey & { readonly id: Id }, recommendation: StatementText): Promise<void> {
  return addStatement(tx, 'recommendation', to, recommendation);
}

/** Adds a strength or recommendation after those that are there. */
export async function addStatement(tx: Transaction, kind: StatementKind, { orgId, moderationId, editionId, id }: FindingsKey & { readonly id: Id }, statement: StatementText): Promise<void> {
  const next = sql<number>`(select coalesce(max(position), 0) + 1 from ${sql.table(kind)} where org_id = ${orgId} and moderation_id = ${moderationId})`;
  await tables(tx).insertInto(kind).values({ orgId, id, moderationId, editionId, ...statement, position: next }).execute();
}

/** @returns false when somebody changed or removed it first. */
export async function changeStatement(tx: Transaction, kind: StatementKind, seen: RecordSeen, statement: StatementText): Promise<boolean> {
  return changed(tables(tx).updateTable(kind).set(statement)
    .where('orgId', '=', seen.orgId).where('id', '=', seen.id).where('version', '=', seen.version).returning('id').executeTakeFirst());
}

/** @returns false when somebody changed or removed it first. */
export async function removeStatement(tx: Transaction, kind: StatementKind, seen: RecordSeen): Promise<boolean> {
  return changed(tables(tx).deleteFrom(kind)
    .where('orgId', '=', seen.orgId).where('id', '=', seen.id).where('version', '=', seen.version).returning('id').executeTakeFirst());
}

/** Notes that the scope's person compared the findings with the letter. @returns false when they changed since that person read them. */
export async function checkFindings(tx: Transaction, seen: RecordSeen, now: Date): Promise<boolean> {
  return changed(tables(tx).updateTable('moderation').set({ checkedAt: now })
    .where('orgId', '=', seen.orgId).where('id', '=', seen.id).where('version', '=', seen.version).returning('id').executeTakeFirst());
}

/** Freezes the findings and publishes them. @returns false when they changed since they were read. */
export async function publishFindings(tx: Transaction, seen: RecordSeen, publication: { id: Id; year: Year; findings: Findings; frozen: string; now: Date }): Promise<boolean> {
  const { orgId, id: moderationId, version } = seen;
  const { id, year, findings, frozen, now } = publication;
  const current = await tables(tx).selectFrom('moderation').select('id')
    .where('orgId', '=', orgId).where('id', '=', moderationId).where('version', '=', version).forNoKeyUpdate().executeTakeFirst();
  if (!current) return false;
  const marking = highestMarking([...findings.strengths, ...findings.recommendations].map((statement) => statement.marking));
  await tables(tx).insertInto('publication').values({ orgId, id, moderationId, year, marking, frozen, frozenSha256: createHash('sha256').update(frozen).digest() }).execute();
  await tables(tx).updateTable('moderation').set({ publishedAt: now }).where('orgId', '=', orgId).where('id', '=', moderationId).execute();
  return true;
}

async function changed(row: Promise<unknown>): Promise<boolean> {
  return (await row) !== undefined;
}

/** The name of a person, for those who may read what the person did; undefined when the record is gone. */
export async function nameOf(tx: Transaction, personId: Id): Promise<string | undefined> {
  const { rows: [row] } = await sql<{ name: string }>`select name from names_of_people(array[${personId}::uuid])`.execute(tx);
  return row?.name;
}

/** Publications that are no longer what was published: for verification. */
export function changedPublications(tx: Transaction, orgId: Id): Promise<Id[]> {
  return changedSinceFrozen(tx, orgId, 'publication');
}
