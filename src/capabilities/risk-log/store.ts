import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { levelOf, type Level, type Matrix, type RiskText, type Score, type ScoreKind, type Scores } from './rules.ts';
import type { Before } from './rules-returns.ts';
import type { RiskTables } from './tables.ts';

export const tables = (tx: Transaction) => tx.withTables<RiskTables>();

export type Scored = Readonly<Record<ScoreKind, Score & { readonly level: Level }>>;

/** A matrix with who agreed it and which version it is. */
export type MatrixVersion = Matrix & { readonly orgId: Id; readonly number: number; readonly agreedOn: Day; readonly setBy: string };

/** A risk as the log holds it now, with its newest scores. */
export type Risk = RiskText & {
  readonly id: Id; readonly version: number; readonly number: number; readonly reviewedOn: Day; readonly closedOn: Day | null; readonly closedReason: string | null;
  readonly scoringNumber: number; readonly scoringReason: string | null; readonly scores: Scored;
  /** As the last return has it that was sent, of those before the quarter that was asked for. */
  readonly before: (Before & { readonly quarter: Quarter }) | null;
};

export type Scoring = { readonly number: number; readonly scoredOn: Day; readonly reason: string | null; readonly matrixNumber: number; readonly scores: Scored };

type Key = { readonly orgId: Id; readonly id: Id };

type FlatScores = { readonly [Kind in ScoreKind as `${Kind}Likelihood` | `${Kind}Impact`]: number } & { readonly [Kind in ScoreKind as `${Kind}Level`]: Level };

const scoreColumns = [
  'inherentLikelihood', 'inherentImpact', 'inherentLevel', 'residualLikelihood', 'residualImpact', 'residualLevel', 'targetLikelihood', 'targetImpact', 'targetLevel',
] as const;

/**
 * Every version of the matrix that holds for a body, the newest first. An area agrees one: where several bodies above have
 * one, it is that of the highest, and a body's own counts where none above has one.
 */
export async function matricesFor(tx: Transaction, orgId: Id, today: Day): Promise<MatrixVersion[]> {
  const rows = await tables(tx).selectFrom('riskMatrix as m').innerJoin('organisation as o', 'o.id', 'm.orgId')
    .leftJoin('organisationClosure as c', (join) => join.onRef('c.ancestorId', '=', 'm.orgId').on('c.descendantId', '=', orgId).on('c.fromDay', '<=', today).on('c.toDay', '>', today))
    .select(['m.orgId', 'm.number', 'm.agreedOn', 'm.likelihoods', 'm.impacts', 'm.mediumFrom', 'm.highFrom', 'm.veryHighFrom', 'o.name as setBy', 'c.depth'])
    .where((where) => where.or([where('m.orgId', '=', orgId), where('c.depth', 'is not', null)]))
    .orderBy((order) => order.fn.coalesce('c.depth', order.lit(0)), 'desc').orderBy('m.number', 'desc').execute();
  const [first] = rows;
  return rows.filter((row) => row.orgId === first?.orgId).map(({ depth: _, ...matrix }) => matrix);
}

/** @returns false when somebody agreed that version first */
export async function addMatrix(tx: Transaction, key: Key, version: { readonly number: number; readonly agreedOn: Day }, matrix: Matrix): Promise<boolean> {
  const row = await tables(tx).insertInto('riskMatrix').values({ ...key, ...version, ...matrix, likelihoods: [...matrix.likelihoods], impacts: [...matrix.impacts] })
    .onConflict((clash) => clash.columns(['orgId', 'number']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** A body's risks in the order of their numbers: those that are open, or all; one when its number is given. */
export async function risksOf(tx: Transaction, orgId: Id, { open = false, number, before }: { readonly open?: boolean; readonly number?: number; readonly before?: Quarter } = {}): Promise<Risk[]> {
  const { rows } = await sql<RiskRow>`
    select r.id, r.version, r.number, r.theme, r.cause, r.event, r.effect, r.controls, r.owner_role, r.benchmark_codes, r.public_summary, r.next_review_on, r.marking,
      r.reviewed_on, r.closed_on, r.closed_reason, s.scoring_number, s.scoring_reason, ${sql.join(scoreColumns.map((column) => sql.ref(`s.${column}`)))}, b.before
    from risk r
      join lateral (select n.number as scoring_number, n.reason as scoring_reason, n.* from risk_scoring n where n.org_id = r.org_id and n.risk_id = r.id order by n.number desc limit 1) s on true
      left join lateral (select to_jsonb(t) as before from returned_risk t where t.org_id = r.org_id and t.risk_id = r.id and t.quarter < ${before ?? 'z'} order by t.quarter desc limit 1) b on true
    where r.org_id = ${orgId} and (not ${open} or r.closed_on is null) and (${number ?? null}::integer is null or r.number = ${number ?? null}::integer)
    order by r.number`.execute(tx);
  return rows.map(riskOf);
}

/** What a risk is called, whether it is open or not. */
export function riskById(tx: Transaction, { orgId, id }: Key): Promise<{ readonly number: number; readonly event: string } | undefined> {
  return tables(tx).selectFrom('risk').select(['number', 'event']).where('orgId', '=', orgId).where('id', '=', id).executeTakeFirst();
}

/** The open risks by name alone, for who chooses one. */
export function openRisks(tx: Transaction, orgId: Id): Promise<{ readonly id: Id; readonly number: number; readonly event: string }[]> {
  return tables(tx).selectFrom('risk').select(['id', 'number', 'event']).where('orgId', '=', orgId).where('closedOn', 'is', null).orderBy('number').execute();
}

type RiskRow = Omit<Risk, 'scores' | 'before'> & FlatScores & { readonly before: BeforeRow | null };

/** The columns of a returned risk, as the database writes JSON. */
type BeforeRow = {
  readonly quarter: Quarter; readonly standing: Before['standing']; readonly scoring_number: number; readonly residual_likelihood: number; readonly residual_impact: number;
  readonly theme: RiskText['theme']; readonly cause: string; readonly event: string; readonly effect: string; readonly controls: string; readonly owner_role: string | null;
  readonly benchmark_codes: readonly string[]; readonly public_summary: string; readonly next_review_on: Day; readonly marking: Marking;
};

function riskOf({ before, ...row }: RiskRow): Risk {
  const { id, version, number, reviewedOn, closedOn, closedReason, scoringNumber, scoringReason } = row;
  const { theme, cause, event, effect, controls, ownerRole, benchmarkCodes, publicSummary, nextReviewOn, marking } = row;
  return {
    id, version, number, reviewedOn, closedOn, closedReason, scoringNumber, scoringReason,
    theme, cause, event, effect, controls, ownerRole, benchmarkCodes, publicSummary, nextReviewOn, marking, scores: scoredOf(row), before: before && beforeOf(before),
  };
}

function beforeOf(row: BeforeRow): NonNullable<Risk['before']> {
  return {
    quarter: row.quarter, standing: row.standing, scoringNumber: row.scoring_number, residual: { likelihood: row.residual_likelihood, impact: row.residual_impact },
    theme: row.theme, cause: row.cause, event: row.event, effect: row.effect, controls: row.controls, ownerRole: row.owner_role,
    benchmarkCodes: row.benchmark_codes, publicSummary: row.public_summary, nextReviewOn: row.next_review_on, marking: row.marking,
  };
}

export function scoredOf(row: FlatScores): Scored {
  return {
    inherent: { likelihood: row.inherentLikelihood, impact: row.inherentImpact, level: row.inherentLevel },
    residual: { likelihood: row.residualLikelihood, impact: row.residualImpact, level: row.residualLevel },
    target: { likelihood: row.targetLikelihood, impact: row.targetImpact, level: row.targetLevel },
  };
}

export async function scoringsOf(tx: Transaction, orgId: Id, riskId: Id): Promise<Scoring[]> {
  const rows = await tables(tx).selectFrom('riskScoring').select(['number', 'scoredOn', 'reason', 'matrixNumber', ...scoreColumns])
    .where('orgId', '=', orgId).where('riskId', '=', riskId).orderBy('number', 'desc').execute();
  return rows.map((row) => ({ number: row.number, scoredOn: row.scoredOn, reason: row.reason, matrixNumber: row.matrixNumber, scores: scoredOf(row) }));
}

/** Adds a risk under the next number of its body, with its first scoring. @returns its number */
export async function addRisk(tx: Transaction, key: Key & { readonly scoringId: Id }, text: RiskText, scored: { readonly scores: Scores; readonly matrix: MatrixVersion; readonly on: Day }): Promise<number> {
  const { orgId, id } = key;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`risk ${orgId}`}, 0))`.execute(tx);
  const { number } = await tables(tx).insertInto('risk').values((from) => ({
    orgId, id, ...columnsOf(text), reviewedOn: scored.on, closedOn: null, closedReason: null,
    number: from.selectFrom('risk').select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('number'), lit(0))} + 1`.as('next')).where('orgId', '=', orgId),
  })).returning('number').executeTakeFirstOrThrow();
  await tables(tx).insertInto('riskScoring').values({ orgId, id: key.scoringId, riskId: id, number: 1, reason: null, ...scoringColumns(scored) }).execute();
  return number;
}

type Seen = Key & { readonly version: number };

/** @returns false when somebody changed or closed it since this version; so do the two below */
export async function changeRisk(tx: Transaction, { orgId, id, version }: Seen, text: RiskText, reviewedOn: Day): Promise<boolean> {
  const row = await tables(tx).updateTable('risk').set({ ...columnsOf(text), reviewedOn })
    .where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('closedOn', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function closeRisk(tx: Transaction, { orgId, id, version }: Seen, closing: { readonly closedOn: Day; readonly closedReason: string }): Promise<boolean> {
  const row = await tables(tx).updateTable('risk').set(closing)
    .where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('closedOn', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Scores a risk anew; whoever scores it has looked at it. */
export async function rescoreRisk(tx: Transaction, seen: Seen & { readonly scoringId: Id }, reason: string, scored: { readonly scores: Scores; readonly matrix: MatrixVersion; readonly on: Day }): Promise<boolean> {
  const { orgId, id, version, scoringId } = seen;
  const row = await tables(tx).updateTable('risk').set({ reviewedOn: scored.on })
    .where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('closedOn', 'is', null).returning('id').executeTakeFirst();
  if (!row) return false;
  await tables(tx).insertInto('riskScoring').values((from) => ({
    orgId, id: scoringId, riskId: id, reason, ...scoringColumns(scored),
    number: from.selectFrom('riskScoring').select(({ fn }) => sql<number>`${fn.max('number')} + 1`.as('next')).where('orgId', '=', orgId).where('riskId', '=', id),
  })).execute();
  return true;
}

function columnsOf({ benchmarkCodes, ...text }: RiskText) {
  return { ...text, benchmarkCodes: [...benchmarkCodes] };
}

export function scoringColumns({ scores, matrix, on }: { readonly scores: Scores; readonly matrix: MatrixVersion; readonly on: Day }) {
  const { inherent, residual, target } = scores;
  return {
    matrixOrgId: matrix.orgId, matrixNumber: matrix.number, scoredOn: on,
    inherentLikelihood: inherent.likelihood, inherentImpact: inherent.impact, inherentLevel: levelOf(matrix, inherent),
    residualLikelihood: residual.likelihood, residualImpact: residual.impact, residualLevel: levelOf(matrix, residual),
    targetLikelihood: target.likelihood, targetImpact: target.impact, targetLevel: levelOf(matrix, target),
  };
}

/** Writes into the body's trail that its log was taken away. */
export async function noteFile(tx: Transaction, orgId: Id, made: { readonly format: string; readonly marking: Marking }): Promise<void> {
  await sql`select audit_note('risk_list', ${orgId}, ${JSON.stringify(made)}::jsonb)`.execute(tx);
}
