import { sql } from 'kysely';
import type { Id, MakeId } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Agreement, Attended, Office, OfficeEntry, Panel, Presence, Reviews, Seat } from './rules.ts';
import type { OfficeHeld, StatementTold } from './rules-year.ts';
import { statementsOf, type StatementSeen } from './statement-store.ts';
import type { ChannelTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<ChannelTables>();

type Key = { readonly orgId: Id; readonly id: Id };
type Seen = Key & { readonly version: number };

export type PanelSeen = Panel & { readonly id: Id; readonly version: number };
export type SeatSeen = Seat & { readonly id: Id; readonly version: number };
export type Meeting = { readonly id: Id; readonly version: number; readonly meetsOn: Day; readonly held: boolean | null };

/** The record of a body's panel, each list with the newest first. Reviews are read in the body's own scope alone. */
export type PanelRecord = {
  readonly offices: readonly OfficeEntry[]; readonly seats: readonly SeatSeen[]; readonly meetings: readonly Meeting[];
  readonly agreements: readonly Agreement[]; readonly statements: readonly StatementSeen[]; readonly reviews: readonly Reviews[];
};

/** What the record shows over a year, as migrations/0035-channel-statement.sql computes it. */
export type Figures = {
  readonly planned: number; readonly held: number;
  readonly seats: readonly (Seat & Readonly<Record<Presence, number>>)[];
  readonly offices: readonly { readonly office: Office; readonly trainedOn: Day | null; readonly trainingDueOn: Day | null }[];
  readonly agreementExpiresOn: Day | null;
  readonly statement: StatementTold | null;
  readonly reviews: { readonly are: 'none' | 'few' } | { readonly are: 'shown'; readonly percent: number };
};

/** A panel of another body that this one shares. */
export type SharedPanel = { readonly name: string; readonly shortName: string };

export type Standing = { readonly panel: Panel | null; readonly figures: Figures | null; readonly shared: readonly (SharedPanel & { readonly figures: Figures })[] };

export async function panelOf(tx: Transaction, orgId: Id): Promise<PanelSeen | undefined> {
  const row = await tables(tx).selectFrom('channelPanel').select(['id', 'version', 'runHere', 'reason', 'leadBody']).where('orgId', '=', orgId).executeTakeFirst();
  if (!row) return undefined;
  const { id, version, runHere, reason, leadBody } = row;
  return runHere ? { id, version, runHere } : { id, version, runHere, reason, leadBody };
}

/** @returns false when somebody else saved first: the version is the one that the writer read, 0 where there was none. */
export async function savePanel(tx: Transaction, { orgId, id, version }: Seen, panel: Panel): Promise<boolean> {
  const row = panel.runHere ? { runHere: true, reason: null, leadBody: null } : panel;
  const saved = version === 0
    ? await tables(tx).insertInto('channelPanel').values({ orgId, id, ...row }).onConflict((clash) => clash.column('orgId').doNothing()).returning('id').executeTakeFirst()
    : await tables(tx).updateTable('channelPanel').set(row).where('orgId', '=', orgId).where('version', '=', version).returning('id').executeTakeFirst();
  return saved !== undefined;
}

export async function recordOf(tx: Transaction, orgId: Id, scope: 'own' | 'grant'): Promise<PanelRecord> {
  const from = tables(tx);
  return {
    offices: await from.selectFrom('channelOffice').select(['office', 'role', 'appointedOn', 'trainedOn', 'trainingDueOn']).where('orgId', '=', orgId).orderBy('office').orderBy('createdAt', 'desc').orderBy('id', 'desc').execute(),
    seats: await seatsOf(tx, orgId),
    meetings: await from.selectFrom('channelMeeting').select(['id', 'version', 'meetsOn', 'held']).where('orgId', '=', orgId).orderBy('meetsOn', 'desc').execute(),
    agreements: await from.selectFrom('channelAgreement').select(['agreedOn', 'expiresOn']).where('orgId', '=', orgId).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute(),
    statements: await statementsOf(tx, orgId),
    reviews: scope === 'grant' ? [] : await from.selectFrom('channelReviews').select(['quarter', 'due', 'onTime']).where('orgId', '=', orgId).orderBy('quarter', 'desc').execute(),
  };
}

/** The seats that stand. */
export function seatsOf(tx: Transaction, orgId: Id): Promise<SeatSeen[]> {
  return tables(tx).selectFrom('channelSeat').select(['id', 'version', 'agency', 'role']).where('orgId', '=', orgId).where('endedOn', 'is', null).orderBy('agency').orderBy('role').execute();
}

export async function addOffice(tx: Transaction, key: Key, entry: OfficeEntry): Promise<void> {
  await tables(tx).insertInto('channelOffice').values({ ...key, ...entry }).execute();
}

/** @returns false when that seat stands already */
export async function addSeat(tx: Transaction, key: Key, seat: Seat): Promise<boolean> {
  const { rows } = await sql`insert into channel_seat (org_id, id, agency, role) values (${key.orgId}, ${key.id}, ${seat.agency}, ${seat.role})
    on conflict (org_id, lower(agency), lower(role)) where ended_on is null do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** @returns false when somebody else changed it first; so do the functions below. */
export async function endSeat(tx: Transaction, { orgId, id, version }: Seen, today: Day): Promise<boolean> {
  const row = await tables(tx).updateTable('channelSeat').set({ endedOn: today }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('endedOn', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** @returns false when a meeting of that day is there already */
export async function addMeeting(tx: Transaction, key: Key, meetsOn: Day): Promise<boolean> {
  const row = await tables(tx).insertInto('channelMeeting').values({ ...key, meetsOn, held: null }).onConflict((clash) => clash.columns(['orgId', 'meetsOn']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** A meeting that was planned by mistake: what was held stays. */
export async function removeMeeting(tx: Transaction, { orgId, id, version }: Seen): Promise<boolean> {
  const row = await tables(tx).deleteFrom('channelMeeting').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('held', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** A meeting with each seat that stands or whose attendance it holds. */
export async function meetingOf(tx: Transaction, { orgId, id }: Key): Promise<{ readonly meeting: Meeting; readonly seats: readonly (Seat & { readonly id: Id; readonly presence: Presence | null })[] } | undefined> {
  const meeting = await tables(tx).selectFrom('channelMeeting').select(['id', 'version', 'meetsOn', 'held']).where('orgId', '=', orgId).where('id', '=', id).executeTakeFirst();
  if (!meeting) return undefined;
  const seats = await tables(tx).selectFrom('channelSeat as s')
    .leftJoin('channelPresence as p', (join) => join.onRef('p.orgId', '=', 's.orgId').onRef('p.seatId', '=', 's.id').on('p.meetingId', '=', id))
    .select(['s.id', 's.agency', 's.role', 'p.presence']).where('s.orgId', '=', orgId)
    .where((where) => where.or([where('s.endedOn', 'is', null), where('p.presence', 'is not', null)])).orderBy('s.agency').orderBy('s.role').execute();
  return { meeting, seats };
}

export async function saveAttendance(tx: Transaction, { orgId, id, version }: Seen, { held, presences }: Attended, newId: MakeId): Promise<boolean> {
  const locked = await tables(tx).selectFrom('channelMeeting').select('id').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).forUpdate().executeTakeFirst();
  if (!locked) return false;
  await tables(tx).deleteFrom('channelPresence').where('orgId', '=', orgId).where('meetingId', '=', id).execute();
  await tables(tx).updateTable('channelMeeting').set({ held }).where('orgId', '=', orgId).where('id', '=', id).execute();
  if (presences.size > 0) await tables(tx).insertInto('channelPresence').values([...presences].map(([seatId, presence]) => ({ orgId, id: newId(), meetingId: id, seatId, presence }))).execute();
  return true;
}

export async function addAgreement(tx: Transaction, key: Key, agreement: Agreement): Promise<void> {
  await tables(tx).insertInto('channelAgreement').values({ ...key, ...agreement }).execute();
}

/** The numbers of a quarter; later ones replace them, and the history keeps both. */
export async function saveReviews(tx: Transaction, key: Key, { quarter, due, onTime }: Reviews): Promise<void> {
  await tables(tx).insertInto('channelReviews').values({ ...key, quarter, due, onTime }).onConflict((clash) => clash.columns(['orgId', 'quarter']).doUpdateSet({ due, onTime })).execute();
}

/** What the panel of a body shows over a year, for the body itself and for those that share it. */
export async function figuresOf(tx: Transaction, orgId: Id, today: Day): Promise<Figures | null> {
  const { rows: [row] } = await sql<{ figures: Figures | null }>`select channel_figures(${orgId}, ${today}) as figures`.execute(tx);
  return row?.figures ?? null;
}

/** In one statement and in the body's own scope: a benchmark's page has few to spend. */
export async function standingOf(tx: Transaction, orgId: Id, today: Day): Promise<Standing> {
  const { rows: [row] } = await sql<Standing>`select
    (select jsonb_build_object('runHere', p.run_here, 'reason', p.reason, 'leadBody', p.lead_body) from channel_panel p where p.org_id = ${orgId}) as panel,
    channel_figures(${orgId}, ${today}) as figures,
    (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'shortName', s.short_name, 'figures', channel_figures(s.id, ${today})) order by s.name), '[]') from channel_panels_shared(${today}) s) as shared`.execute(tx);
  return row ?? { panel: null, figures: null, shared: [] };
}

/** In one statement and in the body's own scope: whose panel it is, what its record shows on a day, and who holds its offices by the entry that was recorded last. */
export async function governanceOf(tx: Transaction, orgId: Id, today: Day): Promise<{ readonly panel: Panel; readonly marking: Marking; readonly figures: Figures | null; readonly offices: readonly OfficeHeld[] } | undefined> {
  const { rows: [row] } = await sql<{ panel: Panel; marking: Marking; figures: Figures | null; offices: OfficeHeld[] }>`
    select jsonb_build_object('runHere', p.run_here, 'reason', p.reason, 'leadBody', p.lead_body) as panel, channel_figures(p.org_id, ${today}) as figures,
      (select max(m.marking) from (select p.marking union all select c.marking from channel_office c where c.org_id = p.org_id union all select s.marking from channel_seat s where s.org_id = p.org_id) m) as marking,
      (select coalesce(jsonb_agg(jsonb_build_object('office', n.office, 'role', n.role, 'appointedOn', n.appointed_on, 'trained', jsonb_build_object('on', n.trained_on, 'dueOn', n.training_due_on)) order by n.office), '[]')
        from (select distinct on (c.office) c.office, c.role, c.appointed_on, c.trained_on, c.training_due_on from channel_office c where c.org_id = p.org_id order by c.office, c.created_at desc, c.id desc) n) as offices
    from channel_panel p where p.org_id = ${orgId}`.execute(tx);
  return row;
}

export async function panelsShared(tx: Transaction, today: Day): Promise<SharedPanel[]> {
  return (await sql<SharedPanel>`select name, short_name from channel_panels_shared(${today}) order by name`.execute(tx)).rows;
}
