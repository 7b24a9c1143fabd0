import { sql } from 'kysely';
import type { Id, MakeId } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { EventAnswer, Profile, RiskEvent } from './rules-events.ts';
import { tables } from './store.ts';

export type AskedBody = { readonly id: Id; readonly name: string };

/** A review that a body opened, or that a body above opened and that touches it. */
export type Review = RiskEvent & { readonly id: Id; readonly orgId: Id; readonly openedBy: string; readonly asked: readonly AskedBody[] };

export type Answered = EventAnswer & { readonly bodyId: Id; readonly answeredOn: Day };

/** The newest first; those of bodies above only where they touch this one. */
export async function reviewsOf(tx: Transaction, orgId: Id, id?: Id): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select e.id, e.org_id, e.title, e.reach, e.happened_on, e.due_on, o.name as opened_by,
      (select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name) from risk_event_body a join organisation b on b.id = a.body_id where a.org_id = e.org_id and a.event_id = e.id) as asked
    from risk_event e join organisation o on o.id = e.org_id
    where (e.org_id = ${orgId} or exists (select from risk_event_body a where a.org_id = e.org_id and a.event_id = e.id and a.body_id = ${orgId})) and (${id ?? null}::uuid is null or e.id = ${id ?? null}::uuid)
    order by e.happened_on desc, e.id desc`.execute(tx);
  return rows;
}

export async function openReview(tx: Transaction, key: { readonly orgId: Id; readonly id: Id }, { bodies, ...event }: RiskEvent & { readonly bodies: readonly Id[] }, newId: MakeId): Promise<void> {
  await tables(tx).insertInto('riskEvent').values({ ...key, ...event }).execute();
  await tables(tx).insertInto('riskEventBody').values(bodies.map((bodyId) => ({ orgId: key.orgId, id: newId(), eventId: key.id, bodyId }))).execute();
}

/** Every answer to these reviews that the scope may read: a body's own, or in the tree scope those of the bodies below. */
export async function answersTo(tx: Transaction, bodyIds: readonly Id[], eventIds: readonly Id[]): Promise<(Answered & { readonly eventId: Id })[]> {
  if (eventIds.length === 0 || bodyIds.length === 0) return [];
  return tables(tx).selectFrom('riskEventAnswer').select(['orgId as bodyId', 'eventId', 'answeredOn', 'changedRisks', 'said']).where('orgId', 'in', [...bodyIds]).where('eventId', 'in', [...eventIds]).execute();
}

/** @returns false when it was answered already */
export async function addAnswer(tx: Transaction, key: { readonly orgId: Id; readonly id: Id }, { id: eventId, orgId: eventOrgId }: Pick<Review, 'id' | 'orgId'>, { changedRisks, said }: EventAnswer, today: Day): Promise<boolean> {
  const row = await tables(tx).insertInto('riskEventAnswer').values({ ...key, eventOrgId, eventId, answeredOn: today, changedRisks: [...changedRisks], said })
    .onConflict((clash) => clash.columns(['orgId', 'eventOrgId', 'eventId']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** The editions of the police local profile that were recorded, the newest first. */
export async function profilesOf(tx: Transaction, orgId: Id): Promise<Profile[]> {
  return tables(tx).selectFrom('policeProfile').select(['editionLabel', 'datedOn', 'briefedOn', 'briefedRoles', 'marking']).where('orgId', '=', orgId).orderBy('datedOn', 'desc').orderBy('id', 'desc').execute();
}

export async function addProfile(tx: Transaction, key: { readonly orgId: Id; readonly id: Id }, profile: Profile): Promise<void> {
  await tables(tx).insertInto('policeProfile').values({ ...key, ...profile }).execute();
}
