import { query } from '../../../test/database.ts';
import type { TestSite } from '../../../test/site.ts';
import type { World } from '../../../test/world.ts';
import { newId, type Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import { addMeeting } from '../committees/index.ts';

export const on = (text: string): Day => { const day = dayOf(text); if (!day) throw new Error(text); return day; };

/** A meeting of the county's cabinet, whose paper is due on a day. */
export async function addPaper(world: World, due: Day, committee = 'Cabinet', meets = on('2027-12-31')): Promise<Id> {
  const id = newId();
  await world.as('lead@county.test', (tx) => addMeeting(tx, { orgId: world.organisations.county.id, id }, { committee, papersDueOn: due, meetsOn: meets, year: world.year }));
  return id;
}

/** A published recommendation of the first district, as the follow-up left it, put there without the walk that leads to it. */
export async function addRecommendation({ db }: TestSite, world: World, due: Day, { state = 'open', marking = 'OFFICIAL' }: { state?: 'open' | 'closed'; marking?: Marking } = {}): Promise<Id> {
  const recommendation = newId();
  const row = (id: Id) => `'${world.organisations.district.id}', '${id}', 1, now(), now()`;
  const columns = 'org_id, id, version, created_at, changed_at';
  const closed = state === 'closed' ? `'Done.', '${newId()}', now(), '${newId()}', now()` : 'null, null, null, null, null';
  await query(db.as('superuser'), `set session_replication_role = replica;
    insert into moderation (${columns}, assessment_id, edition_id, origin) values (${row(newId())}, '${world.districtAssessmentId}', '${world.edition.id}', 'recorded') on conflict do nothing;
    insert into recommendation (${columns}, moderation_id, edition_id, benchmark_code, position, text, marking)
      select ${row(recommendation)}, id, edition_id, 'LA7', 1, 'A text that leaves in no letter.', '${marking}' from moderation where assessment_id = '${world.districtAssessmentId}';
    insert into follow_up (${columns}, recommendation_id, state, due_on, outcome, proposed_by, proposed_at, confirmed_by, confirmed_at)
      values (${row(newId())}, '${recommendation}', '${state}', '${due}', ${closed})`);
  return recommendation;
}

export type Queued = { readonly email: string; readonly kind: string; readonly facts: { readonly items?: readonly { readonly kind: string; readonly title: string; readonly due_on: string }[] } };

/** Every letter of the outbox, by who gets it. */
export function queued({ db }: TestSite): Promise<Queued[]> {
  return query<Queued>(db.as('superuser'), `select a.email, m.kind, m.facts from outgoing_mail m join person p on p.org_id = m.org_id and p.id = m.person_id join account a on a.id = p.account_id order by a.email, m.kind`);
}

export async function emptyOutbox({ db }: TestSite): Promise<void> {
  await query(db.as('superuser'), 'set session_replication_role = replica; truncate outgoing_mail, reminder; delete from risk_return; delete from risk_quarter; delete from committee_meeting; delete from follow_up; delete from recommendation; delete from moderation; delete from reminders_off');
}
