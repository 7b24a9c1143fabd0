import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Held, Side } from './rules-keys.ts';
import type { Incident, PartnerCheck, Policy, SiteSaid } from './rules-sites.ts';
import type { VenueTables } from './tables.ts';

export const tables = (tx: Transaction) => tx.withTables<VenueTables>();

export type Key = { readonly orgId: Id; readonly id: Id };
export type Seen = Key & { readonly version: number };

export type PolicyLine = Policy & { readonly id: Id };
export type Site = SiteSaid & { readonly id: Id; readonly version: number; readonly department: string | null };
export type HolderLine = Held & { readonly id: Id; readonly version: number; readonly personId: Id; readonly person: string; readonly department: string; readonly fromDay: Day; readonly toDay: string };
export type IncidentLine = Incident & { readonly id: Id; readonly site: string; readonly reference: string | null };
/** Somebody of the body with the departments where they work today. */
export type Colleague = { readonly personId: Id; readonly person: string; readonly departmentId: Id; readonly department: string };

/** The newest first. */
export async function policiesOf(tx: Transaction, orgId: Id): Promise<PolicyLine[]> {
  return tables(tx).selectFrom('venuePolicy').select(['id', 'title', 'fromDay', 'toDay', 'endorsedBy', 'endorsedOn']).where('orgId', '=', orgId).orderBy('fromDay', 'desc').orderBy('id', 'desc').execute();
}

export async function addPolicy(tx: Transaction, key: Key, policy: Policy): Promise<void> {
  await tables(tx).insertInto('venuePolicy').values({ ...key, ...policy }).execute();
}

export async function sitesOf(tx: Transaction, orgId: Id): Promise<Site[]> {
  const { rows } = await sql<Site>`
    select s.id, s.version, s.title, s.held, s.department_id, s.policy_id, s.capacity, s.large_from, s.staff, s.staff_trained, s.it_filtering, s.it_review_on, s.wifi_filtering, s.wifi_review_on,
      (select d.name from department d where d.org_id = s.org_id and d.id = s.department_id) as department
    from venue_site s where s.org_id = ${orgId} order by s.title`.execute(tx);
  return rows;
}

/** @returns false when the body has a site of that title */
export async function addSite(tx: Transaction, key: Key, site: SiteSaid): Promise<boolean> {
  const row = await tables(tx).insertInto('venueSite').values({ ...key, ...site }).onConflict((clash) => clash.columns(['orgId', 'title']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** @returns false when somebody changed it since this version */
export async function changeSite(tx: Transaction, { orgId, id, version }: Seen, site: SiteSaid): Promise<boolean> {
  const row = await tables(tx).updateTable('venueSite').set(site).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Every dated check, by partner and the newest first. */
export async function partnerChecksOf(tx: Transaction, orgId: Id): Promise<(PartnerCheck & { readonly id: Id })[]> {
  return tables(tx).selectFrom('partnerCheck').select(['id', 'partner', 'relation', 'checkedOn', 'found', 'nextOn', 'said']).where('orgId', '=', orgId).orderBy('partner').orderBy('checkedOn', 'desc').orderBy('id', 'desc').execute();
}

export async function addPartnerCheck(tx: Transaction, key: Key, check: PartnerCheck): Promise<void> {
  await tables(tx).insertInto('partnerCheck').values({ ...key, ...check }).execute();
}

/** Who holds which key, those who hold it no more last. */
export async function holdersOf(tx: Transaction, orgId: Id): Promise<HolderLine[]> {
  const { rows } = await sql<HolderLine>`
    select h.id, h.version, h.person_id, p.name as person, h.department_id, d.name as department, h.side, h.from_day, h.to_day
    from key_holder h join person p on p.org_id = h.org_id and p.id = h.person_id join department d on d.org_id = h.org_id and d.id = h.department_id
    where h.org_id = ${orgId} order by h.to_day desc, array_position(array['property', 'safety', 'third'], h.side), p.name, h.id`.execute(tx);
  return rows;
}

/** The keys that a person may turn on a day: held by name, for a department where they work that day. */
export async function keysHeldBy(tx: Transaction, orgId: Id, personId: Id, today: Day): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select distinct h.side, h.department_id
    from key_holder h join membership m on m.org_id = h.org_id and m.person_id = h.person_id and m.department_id = h.department_id and m.role in ('prevent_lead', 'contributor') and m.from_day <= ${today}::date and ${today}::date < m.to_day
    where h.org_id = ${orgId} and h.person_id = ${personId} and h.from_day <= ${today}::date and ${today}::date < h.to_day order by h.side, h.department_id`.execute(tx);
  return rows;
}

/** Who works today in which department, in a role that may decide. */
export async function colleaguesOf(tx: Transaction, orgId: Id, today: Day): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select distinct p.id as person_id, p.name as person, d.id as department_id, d.name as department
    from membership m join person p on p.org_id = m.org_id and p.id = m.person_id join department d on d.org_id = m.org_id and d.id = m.department_id
    where m.org_id = ${orgId} and m.from_day <= ${today}::date and ${today}::date < m.to_day and m.role in ('prevent_lead', 'contributor') order by p.name, d.name`.execute(tx);
  return rows;
}

export async function addHolder(tx: Transaction, key: Key, holder: Held & { readonly personId: Id; readonly side: Side; readonly fromDay: Day }): Promise<void> {
  await tables(tx).insertInto('keyHolder').values({ ...key, ...holder }).execute();
}

/** @returns false when somebody changed it since this version */
export async function endHolder(tx: Transaction, { orgId, id, version }: Seen, toDay: Day): Promise<boolean> {
  const row = await tables(tx).updateTable('keyHolder').set({ toDay }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** The newest first, with the booking's reference for as long as the booking is kept. */
export async function incidentsOf(tx: Transaction, orgId: Id): Promise<IncidentLine[]> {
  const { rows } = await sql<IncidentLine>`
    select i.id, i.site_id, s.title as site, i.booking_id, b.reference, i.happened_on, i.kind, i.wrongly_allowed, i.what, i.learned
    from venue_incident i join venue_site s on s.org_id = i.org_id and s.id = i.site_id left join booking b on b.org_id = i.org_id and b.id = i.booking_id
    where i.org_id = ${orgId} order by i.happened_on desc, i.id desc`.execute(tx);
  return rows;
}

export async function addIncident(tx: Transaction, key: Key, incident: Incident): Promise<void> {
  await tables(tx).insertInto('venueIncident').values({ ...key, ...incident, marking: 'OFFICIAL-SENSITIVE' }).execute();
}
