import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id, MakeId } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import { changedSinceFrozen } from '../../platform/audit.ts';
import type { Transaction } from '../../platform/database.ts';
import { readReturn, returnText, type FrozenReturn, type ReturnedRisk } from './frozen.ts';
import type { Sent, SetQuarter } from './rules-returns.ts';
import { tables } from './store.ts';

/** A quarter that is asked of a body, with who set it. `version` and `id` are those of the row, for who may change it. */
export type CalendarQuarter = SetQuarter & {
  readonly orgId: Id; readonly id: Id; readonly version: number; readonly setBy: string;
  /** Whether the body is asked for a return itself: not where it only sets the quarter for the bodies below it. As the view due_item has it (migrations/0030-venue-hire.sql). */
  readonly isAsked: boolean;
};

/** A body's return as it stands; `sent` once it was sent. */
export type Return = { readonly id: Id; readonly version: number; readonly quarter: Quarter; readonly begunOn: Day; readonly sent: (Sent & { readonly frozen: FrozenReturn; readonly sha256: string }) | null };

export type SentLine = Sent & { readonly quarter: Quarter };

export type Note = { readonly writtenOn: Day; readonly text: string; readonly marking: Marking };

type Key = { readonly orgId: Id; readonly id: Id };

/** The quarters of a body's calendar, the newest first: as the highest of the bodies that set one, or it itself, has it. */
export async function calendarFor(tx: Transaction, orgId: Id, today: Day, quarter?: Quarter): Promise<CalendarQuarter[]> {
  return calendarOf(tx, orgId, today).$if(quarter !== undefined, (query) => query.where('q.quarter', '=', quarter ?? sql<Quarter>`null`)).execute();
}

/** The same as a part of a statement. */
export function calendarOf(tx: Transaction, orgId: Id, today: Day) {
  return tables(tx).selectFrom('riskQuarter as q').innerJoin('organisation as o', 'o.id', 'q.orgId')
    .leftJoin('organisationClosure as c', (join) => join.onRef('c.ancestorId', '=', 'q.orgId').on('c.descendantId', '=', orgId).on('c.fromDay', '<=', today).on('c.toDay', '>', today))
    .distinctOn('q.quarter').select(['q.orgId', 'q.id', 'q.version', 'q.quarter', 'q.opensOn', 'q.dueOn', 'q.reminderDays', 'q.asksSetter', 'o.name as setBy'])
    .select(sql<boolean>`q.asks_setter or q.org_id <> ${orgId} or not exists (select from organisation_closure u where u.ancestor_id = ${orgId} and u.from_day <= ${today} and u.to_day > ${today})`.as('isAsked'))
    .where((where) => where.or([where('q.orgId', '=', orgId), where('c.depth', 'is not', null)]))
    .orderBy('q.quarter', 'desc').orderBy((order) => order.fn.coalesce('c.depth', order.lit(0)), 'desc');
}

/** The quarters of its calendar for which a body is asked for its own return. */
export async function askedOf(tx: Transaction, orgId: Id, today: Day): Promise<CalendarQuarter[]> {
  return (await calendarFor(tx, orgId, today)).filter(({ isAsked }) => isAsked);
}

/** @returns false when the quarter is in the calendar already */
export async function addQuarter(tx: Transaction, key: Key, { reminderDays, ...set }: SetQuarter): Promise<boolean> {
  const row = await tables(tx).insertInto('riskQuarter').values({ ...key, ...set, reminderDays: [...reminderDays] })
    .onConflict((clash) => clash.columns(['orgId', 'quarter']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Moves a quarter's days; what was sent keeps the due day that it carries. @returns false when somebody changed it since this version */
export async function changeQuarter(tx: Transaction, { orgId, id, version }: Key & { readonly version: number }, { opensOn, dueOn, reminderDays, asksSetter = false }: SetQuarter): Promise<boolean> {
  const row = await tables(tx).updateTable('riskQuarter').set({ opensOn, dueOn, reminderDays: [...reminderDays], asksSetter })
    .where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** When each of a body's returns came: the newest first. */
export async function sentLines(tx: Transaction, orgId: Id): Promise<SentLine[]> {
  const rows = await tables(tx).selectFrom('riskReturn').select(['quarter', 'sentOn', 'dueOn', 'kind']).where('orgId', '=', orgId).where('sentAt', 'is not', null).orderBy('quarter', 'desc').execute();
  return rows.flatMap(({ quarter, sentOn, dueOn, kind }) => (sentOn && dueOn && kind ? [{ quarter, sentOn, dueOn, kind }] : []));
}

/** The quarters for which a return was begun and not sent. */
export async function begunQuarters(tx: Transaction, orgId: Id): Promise<Quarter[]> {
  const rows = await tables(tx).selectFrom('riskReturn').select('quarter').where('orgId', '=', orgId).where('sentAt', 'is', null).execute();
  return rows.map(({ quarter }) => quarter);
}

export async function returnOf(tx: Transaction, orgId: Id, quarter: Quarter): Promise<Return | undefined> {
  const row = await tables(tx).selectFrom('riskReturn').select(['id', 'version', 'begunOn', 'sentOn', 'dueOn', 'kind', 'frozen', 'frozenSha256'])
    .where('orgId', '=', orgId).where('quarter', '=', quarter).executeTakeFirst();
  if (!row) return undefined;
  const { id, version, begunOn, sentOn, dueOn, kind, frozen, frozenSha256 } = row;
  const sent = sentOn && dueOn && kind && frozen !== null && frozenSha256 ? { sentOn, dueOn, kind, frozen: readReturn(frozen), sha256: frozenSha256.toString('hex') } : null;
  return { id, version, quarter, begunOn, sent };
}

/** @returns false when it has been begun already */
export async function beginReturn(tx: Transaction, key: Key, quarter: Quarter, today: Day): Promise<boolean> {
  const row = await tables(tx).insertInto('riskReturn').values({ ...key, quarter, begunOn: today })
    .onConflict((clash) => clash.columns(['orgId', 'quarter']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function confirmedRisks(tx: Transaction, orgId: Id, returnId: Id): Promise<ReadonlySet<Id>> {
  const rows = await tables(tx).selectFrom('riskConfirmation').select('riskId').where('orgId', '=', orgId).where('returnId', '=', returnId).execute();
  return new Set(rows.map(({ riskId }) => riskId));
}

/** Makes the confirmed risks those named: open risks of the body, whatever else was sent. */
export async function setConfirmed(tx: Transaction, orgId: Id, returnId: Id, riskIds: readonly Id[], newId: MakeId): Promise<void> {
  const wanted = [...riskIds];
  await tables(tx).deleteFrom('riskConfirmation').where('orgId', '=', orgId).where('returnId', '=', returnId).where('riskId', 'not in', wanted.length > 0 ? wanted : [returnId]).execute();
  if (wanted.length === 0) return;
  const ids = wanted.map(() => newId());
  await sql`insert into risk_confirmation (org_id, id, return_id, risk_id)
    select ${orgId}, n.id, ${returnId}, r.id from unnest(${ids}::uuid[], ${wanted}::uuid[]) n (id, risk_id) join risk r on r.org_id = ${orgId} and r.id = n.risk_id and r.closed_on is null
    on conflict (org_id, return_id, risk_id) do nothing`.execute(tx);
}

/** Holds a body's log and its return still until the transaction ends, so that what is frozen is what was read. */
export async function holdLog(tx: Transaction, orgId: Id, returnId: Id): Promise<void> {
  await tables(tx).selectFrom('riskReturn').select('id').where('orgId', '=', orgId).where('id', '=', returnId).forUpdate().execute();
  await tables(tx).selectFrom('risk').select('id').where('orgId', '=', orgId).forUpdate().execute();
}

/** Sends a return: it and its risks are never changed again. @returns false when it was sent or changed since this version */
export async function sendReturn(tx: Transaction, { orgId, id, version }: Key & { readonly version: number }, frozen: FrozenReturn, newId: MakeId): Promise<boolean> {
  const text = returnText(frozen);
  const row = await tables(tx).updateTable('riskReturn').set({
    kind: frozen.kind, nilReason: frozen.nil_reason, dueOn: frozen.due_on, sentOn: frozen.sent_on, sentAt: sql`now()`, signedRole: frozen.signed_role, marking: frozen.marking,
    risks: frozen.risks.length, frozen: text, frozenSha256: createHash('sha256').update(text).digest(),
  }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('sentAt', 'is', null).returning('id').executeTakeFirst();
  if (!row) return false;
  if (frozen.risks.length > 0) await tables(tx).insertInto('returnedRisk').values(frozen.risks.map((risk) => ({ orgId, id: newId(), returnId: id, quarter: frozen.quarter, ...columnsOf(risk) }))).execute();
  const looked = frozen.risks.filter(({ standing }) => standing === 'unchanged').map((risk) => risk.id);
  if (looked.length > 0) await tables(tx).updateTable('risk').set({ reviewedOn: frozen.sent_on }).where('orgId', '=', orgId).where('id', 'in', looked).execute();
  return true;
}

function columnsOf({ id, number, standing, reason, theme, cause, event, effect, controls, owner_role, benchmarks, public_summary, next_review_on, marking, scoring, inherent, residual, target, before }: ReturnedRisk) {
  return {
    riskId: id, number, standing, reason, theme, cause, event, effect, controls, ownerRole: owner_role, benchmarkCodes: benchmarks, publicSummary: public_summary, nextReviewOn: next_review_on, marking,
    scoringNumber: scoring, beforeLikelihood: before?.likelihood ?? null, beforeImpact: before?.impact ?? null,
    inherentLikelihood: inherent.likelihood, inherentImpact: inherent.impact, inherentLevel: inherent.level,
    residualLikelihood: residual.likelihood, residualImpact: residual.impact, residualLevel: residual.level,
    targetLikelihood: target.likelihood, targetImpact: target.impact, targetLevel: target.level,
  };
}

/** What was written beside a return after it was sent, in its order. */
export async function notesOf(tx: Transaction, orgId: Id, returnId: Id): Promise<Note[]> {
  return tables(tx).selectFrom('returnNote').select(['writtenOn', 'text', 'marking']).where('orgId', '=', orgId).where('returnId', '=', returnId).orderBy('createdAt').orderBy('id').execute();
}

export async function addNote(tx: Transaction, key: Key & { readonly returnId: Id }, note: Note): Promise<void> {
  await tables(tx).insertInto('returnNote').values({ ...key, ...note }).execute();
}

/** Returns that are no longer what was sent: for verification. */
export function changedReturns(tx: Transaction, orgId: Id): Promise<Id[]> {
  return changedSinceFrozen(tx, orgId, 'risk_return');
}
