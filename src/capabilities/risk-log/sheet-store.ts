import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { RiskText, Scores } from './rules.ts';
import { scoringColumns, tables, type MatrixVersion } from './store.ts';

export type NewRisk = { readonly id: Id; readonly scoringId: Id; readonly text: RiskText; readonly scores: Scores };
export type ChangedRisk = { readonly id: Id; readonly version: number; readonly text: RiskText; readonly closedReason: string | null };
export type Rescored = { readonly id: Id; readonly scoringId: Id; readonly scores: Scores; readonly reason: string; readonly number: number };

type Scored = { readonly orgId: Id; readonly matrix: MatrixVersion; readonly on: Day };

/** As many rows as one statement adds: its parameters are numbered by two bytes. */
const atOnce = 1000;

/** Adds risks under the next numbers of their body, in their order, each with its first scoring. */
export async function addRisks(tx: Transaction, { orgId, matrix, on }: Scored, rows: readonly NewRisk[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`risk ${orgId}`}, 0))`.execute(tx);
  const { last } = await tables(tx).selectFrom('risk').select(({ fn, lit }) => fn.coalesce(fn.max('number'), lit(0)).as('last')).where('orgId', '=', orgId).executeTakeFirstOrThrow();
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce);
    await tables(tx).insertInto('risk').values(part.map(({ id, text }, at) => ({ orgId, id, number: last + from + at + 1, ...text, benchmarkCodes: [...text.benchmarkCodes], reviewedOn: on, closedOn: null, closedReason: null }))).execute();
    await tables(tx).insertInto('riskScoring').values(part.map(({ id, scoringId, scores }) => ({ orgId, id: scoringId, riskId: id, number: 1, reason: null, ...scoringColumns({ scores, matrix, on }) }))).execute();
  }
}

/** Changes the words of risks, and closes those that have a reason. @returns false when somebody changed or closed one of them since its version */
export async function changeRisks(tx: Transaction, { orgId, on }: Pick<Scored, 'orgId' | 'on'>, rows: readonly ChangedRisk[]): Promise<boolean> {
  const given = rows.map(({ id, version, text, closedReason }) => ({ id, version, ...text, closedReason }));
  const { numAffectedRows } = await sql`
    update risk r set theme = c.theme, cause = c.cause, event = c.event, effect = c.effect, controls = c.controls, owner_role = c."ownerRole", benchmark_codes = c."benchmarkCodes", public_summary = c."publicSummary",
      next_review_on = c."nextReviewOn", marking = c.marking, reviewed_on = ${on}::date, closed_on = case when c."closedReason" is null then null else ${on}::date end, closed_reason = c."closedReason"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as c(id uuid, version integer, theme text, cause text, event text, effect text, controls text, "ownerRole" text, "benchmarkCodes" text[],
      "publicSummary" text, "nextReviewOn" date, marking marking, "closedReason" text)
    where r.org_id = ${orgId} and r.id = c.id and r.version = c.version and r.closed_on is null`.execute(tx);
  return numAffectedRows === BigInt(rows.length);
}

/** A further scoring of each of these risks. */
export async function rescoreRisks(tx: Transaction, { orgId, matrix, on }: Scored, rows: readonly Rescored[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await tables(tx).insertInto('riskScoring').values(rows.slice(from, from + atOnce).map(({ id, scoringId, scores, reason, number }) => ({ orgId, id: scoringId, riskId: id, number, reason, ...scoringColumns({ scores, matrix, on }) }))).execute();
  }
}
