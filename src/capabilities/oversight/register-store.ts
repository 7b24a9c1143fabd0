import { sql, type RawBuilder } from 'kysely';
import type { Id, MakeId } from '../../kernel/id.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Level } from '../risk-log/index.ts';
import type { Citation, SentRisk } from './rules-register.ts';
import type { OversightTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OversightTables>();

type Key = { readonly orgId: Id; readonly riskId: Id };

type Named = Omit<Citation, 'sent'>;

type Row = Omit<SentRisk, 'residual' | 'later'> & {
  readonly likelihood: number; readonly impact: number; readonly level: Level;
  readonly laterQuarter: Quarter | null; readonly isClosed: boolean; readonly isReworded: boolean; readonly isRescored: boolean;
};

/** What a body's own risks rest on, or one of them: the rows by name, without the words. */
export async function citationsOf(tx: Transaction, orgId: Id, riskId?: Id): Promise<Named[]> {
  return tables(tx).selectFrom('riskCitation as c').innerJoin('organisation as o', 'o.id', 'c.bodyId')
    .select(['c.riskId', 'c.returnedId', 'c.bodyId', 'o.name', 'o.shortName', 'c.quarter', 'c.number', 'c.citedOn'])
    .where('c.orgId', '=', orgId).$if(riskId !== undefined, (query) => query.where('c.riskId', '=', riskId ?? orgId)).orderBy('o.name').orderBy('c.number').orderBy('c.quarter').execute();
}

/** The rows that are cited, as they were sent. In the tree scope. */
export function sentAs(tx: Transaction, cited: readonly Pick<Named, 'bodyId' | 'returnedId'>[]): Promise<SentRisk[]> {
  return sentRisks(tx, sql`unnest(${cited.map(({ bodyId }) => bodyId)}::uuid[], ${cited.map(({ returnedId }) => returnedId)}::uuid[]) w (org_id, id) join returned_risk t on t.org_id = w.org_id and t.id = w.id`);
}

/** The open risks of the last return of each body directly below. In the tree scope. */
export function lastSent(tx: Transaction, orgId: Id, today: Day): Promise<SentRisk[]> {
  return sentRisks(tx, sql`organisation_link l
    join lateral (select r.id from risk_return r where r.org_id = l.child_id and r.sent_at is not null order by r.quarter desc limit 1) r on true
    join returned_risk t on t.org_id = l.child_id and t.return_id = r.id and t.standing <> 'closed' and l.parent_id = ${orgId} and l.from_day <= ${today} and l.to_day > ${today}`);
}

/** The row in which a body below sent a risk of a quarter, by its number. In the tree scope. */
export async function sentNamed(tx: Transaction, bodyId: Id, quarter: Quarter, number: number): Promise<Pick<SentRisk, 'id' | 'bodyId'> | undefined> {
  const { rows: [row] } = await sql<Pick<SentRisk, 'id' | 'bodyId'>>`select t.id, t.org_id as body_id from returned_risk t where t.org_id = ${bodyId} and t.quarter = ${quarter} and t.number = ${number}`.execute(tx);
  return row;
}

/** The last row in which a body below sent one of its risks, if it is open there. In the tree scope. */
export async function lastSentOf(tx: Transaction, bodyId: Id, riskId: Id): Promise<Pick<SentRisk, 'id' | 'bodyId'> | undefined> {
  const { rows } = await sql<{ id: Id; bodyId: Id; isClosed: boolean }>`
    select t.id, t.org_id as body_id, t.standing = 'closed' as is_closed from returned_risk t where t.org_id = ${bodyId} and t.risk_id = ${riskId} order by t.quarter desc limit 1`.execute(tx);
  return rows.find(({ isClosed }) => !isClosed);
}

/** Lets a risk rest on what was sent; the database refuses what was not. */
export async function cite(tx: Transaction, { orgId, riskId }: Key, rows: readonly Pick<SentRisk, 'id' | 'bodyId'>[], citedOn: Day, newId: MakeId): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx).insertInto('riskCitation').values(rows.map(({ id, bodyId }) => ({ orgId, id: newId(), riskId, bodyId, returnedId: id, citedOn })))
    .onConflict((clash) => clash.columns(['orgId', 'riskId', 'returnedId']).doNothing()).execute();
}

export async function uncite(tx: Transaction, { orgId, riskId }: Key, returnedIds: readonly Id[]): Promise<void> {
  if (returnedIds.length === 0) return;
  await tables(tx).deleteFrom('riskCitation').where('orgId', '=', orgId).where('riskId', '=', riskId).where('returnedId', 'in', [...returnedIds]).execute();
}

async function sentRisks(tx: Transaction, rows: RawBuilder<unknown>): Promise<SentRisk[]> {
  const { rows: found } = await sql<Row>`
    select t.id, t.org_id as body_id, o.name, o.short_name, t.quarter, t.number, t.theme, t.cause, t.event, t.effect, t.marking, t.residual_likelihood as likelihood, t.residual_impact as impact, t.residual_level as level,
      n.quarter as later_quarter, n.standing = 'closed' as is_closed, (n.theme, n.cause, n.event, n.effect) is distinct from (t.theme, t.cause, t.event, t.effect) as is_reworded,
      (n.residual_likelihood, n.residual_impact) is distinct from (t.residual_likelihood, t.residual_impact) as is_rescored
    from ${rows} join organisation o on o.id = t.org_id
      left join lateral (select n.* from returned_risk n where n.org_id = t.org_id and n.risk_id = t.risk_id and n.quarter > t.quarter order by n.quarter desc limit 1) n on true
    order by t.residual_likelihood * t.residual_impact desc, o.name, t.number`.execute(tx);
  return found.map(({ likelihood, impact, level, laterQuarter, isClosed, isReworded, isRescored, ...risk }) => ({
    ...risk, residual: { likelihood, impact, level }, later: laterQuarter === null ? null : { quarter: laterQuarter, isClosed, isReworded, isRescored },
  }));
}
