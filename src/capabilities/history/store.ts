import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { KeptForYears } from '../../kernel/retention.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { changesIn, type FieldChange } from './rules.ts';

export type HistoryEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly action: 'added' | 'changed' | 'removed' | 'noted';
  readonly recordKind: string;
  readonly recordId: Id;
  /** Who, with the body they work for; undefined for what the product itself did. */
  readonly person: { readonly name: string; readonly organisation: string } | undefined;
  readonly changes: readonly FieldChange[];
};

export const eventsOnAPage = 50;

/**
 * The newest events of a body, or of one of its records and of what was added to it (the roles of a person, the answers of
 * an assessment); `before` is the sequence number where the last page ended.
 */
export async function historyOf(tx: Transaction, orgId: Id, about: { readonly record?: { readonly kind: string; readonly id: Id }; readonly before?: number }): Promise<HistoryEvent[]> {
  const record = about.record ? sql`and (e.record_kind = ${about.record.kind} and e.record_id = ${about.record.id}
    or e.record_id in (select part.record_id from audit_event part where part.org_id = ${orgId} and part.action = 'added' and strpos(part.body, ${about.record.id}) > 0))` : sql``;
  const before = about.before === undefined ? sql`` : sql`and e.seq < ${about.before}`;
  const { rows } = await sql<Row>`
    with page as (
      select e.* from audit_event e where e.org_id = ${orgId} ${record} ${before} order by e.seq desc limit ${eventsOnAPage}
    )
    select p.seq, p.at, p.action, p.record_kind, p.record_id, p.body, n.name, n.organisation,
      coalesce((select jsonb_object_agg(t.field, t.value) from audit_text t where t.org_id = ${orgId} and t.seq = p.seq), '{}') as texts
    from page p left join names_of_people(array(select distinct person_id from page where person_id is not null)) n on n.id = p.person_id
    order by p.seq desc`.execute(tx);
  return rows.map(({ body, texts, name, organisation, ...event }) => ({
    ...event,
    person: name !== null && organisation !== null ? { name, organisation } : undefined,
    changes: changesIn(body, new Map(Object.entries(texts))),
  }));
}

type Row = Omit<HistoryEvent, 'person' | 'changes'> & { body: string; name: string | null; organisation: string | null; texts: Record<string, string> };

export type Disposal = { readonly period: KeptForYears; readonly years: number; readonly recordKind: string; readonly records: number; readonly disposedOn: Day };

/** What of a body's records went because its period was over, the latest first. */
export async function disposalsOf(tx: Transaction, orgId: Id): Promise<Disposal[]> {
  const { rows } = await sql<Disposal>`
    select period, years, record_kind, records, disposed_on from disposal where org_id = ${orgId} order by disposed_on desc, record_kind limit 200`.execute(tx);
  return rows;
}
