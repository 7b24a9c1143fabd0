import { sql } from 'kysely';
import type { Id, MakeId } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Check, Facts, Trigger } from './rules.ts';
import type { BookingOutcome, Key as TurnedKey, KeySaid, Question, Safeguards, Side, Withdrawal } from './rules-keys.ts';
import type { Counted } from './rules-numbers.ts';
import { tables, type Key, type Seen } from './sites-store.ts';

export { tables };

/** The database refuses a step that a booking does not allow, or that too few departments took. */
export const bookingRefused = 'DR037';

export type Review = { readonly id: Id; readonly version: number; readonly round: number; readonly askedOn: Day; readonly said: string; readonly result: 'upheld' | 'overturned' | null; readonly heardOn: Day | null; readonly reason: string | null };
export type Advice = { readonly id: Id; readonly version: number; readonly askedOn: Day; readonly question: string; readonly answeredOn: Day | null; readonly answer: string | null };
export type Turned = TurnedKey & { readonly turnedOn: Day; readonly department: string; readonly policy: string };

export type BookingLine = Facts & {
  readonly id: Id; readonly version: number; readonly siteId: Id; readonly site: string; readonly policyId: Id; readonly largeFrom: number; readonly triggers: readonly Trigger[]; readonly decideBy: Day; readonly createdBy: Id | null;
  readonly asking: Question | null; readonly round: number; readonly hireRound: number; readonly outcome: BookingOutcome | null; readonly byRule: boolean; readonly decidedOn: Day | null; readonly withdrawnWhen: Withdrawal | null;
  readonly turned: readonly Side[]; readonly overturned: boolean;
};

const lines = sql`
  select b.id, b.version, b.reference, b.site_id, s.title as site, b.policy_id, b.received_on, b.event_on, b.booked_by, b.event_kind, b.size, b.admission, b.hired_before, b.details_held, b.terms_accepted, b.concern, b.large_from,
    b.triggers, b.decide_by, b.created_by, b.asking, b.round, b.hire_round, b.outcome, b.by_rule, b.decided_on, b.withdrawn_when,
    array(select k.side from booking_key k where k.org_id = b.org_id and k.booking_id = b.id and k.round = b.round order by k.side) as turned,
    exists (select from booking_review r where r.org_id = b.org_id and r.booking_id = b.id and r.result = 'overturned') as overturned
  from booking b join venue_site s on s.org_id = b.org_id and s.id = b.site_id`;

/** The bookings of a body, what has to be decided first at the top. There is no search among them. */
export async function bookingsOf(tx: Transaction, orgId: Id): Promise<BookingLine[]> {
  const { rows } = await sql<BookingLine>`${lines} where b.org_id = ${orgId}
    order by (b.asking is null), case when b.asking is not null then b.decide_by end, b.event_on desc, b.id`.execute(tx);
  return rows;
}

export async function bookingOf(tx: Transaction, { orgId, id }: Key): Promise<BookingLine | undefined> {
  const { rows: [row] } = await sql<BookingLine>`${lines} where b.org_id = ${orgId} and b.id = ${id}`.execute(tx);
  return row;
}

/** How many decisions are open, and for how many of them the day has come. */
export async function countOpen(tx: Transaction, orgId: Id, today: Day): Promise<{ readonly open: number; readonly late: number }> {
  const { rows: [row] } = await sql<{ open: number; late: number }>`
    select count(*)::integer as open, count(*) filter (where decide_by <= ${today}::date)::integer as late from booking where org_id = ${orgId} and asking is not null and event_on >= ${today}::date`.execute(tx);
  return row ?? { open: 0, late: 0 };
}

type NewBooking = Key & { readonly siteId: Id; readonly policyId: Id; readonly largeFrom: number; readonly triggers: readonly Trigger[]; readonly decideBy: Day };

/** An ordinary booking is approved with this; any other is open. @returns false when the reference was taken in before */
export async function addBooking(tx: Transaction, { triggers, ...booking }: NewBooking, facts: Facts): Promise<boolean> {
  const ordinary = triggers.length === 0;
  const row = await tables(tx).insertInto('booking').values({
    ...booking, ...facts, triggers: [...triggers], byRule: ordinary, asking: ordinary ? null : 'hire', outcome: ordinary ? 'approved' : null, decidedOn: ordinary ? facts.receivedOn : null, withdrawnWhen: null,
  }).onConflict((clash) => clash.columns(['orgId', 'reference']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Holds a booking until the transaction ends, so that who presses at the same moment waits and then sees what stands. */
export async function holdBooking(tx: Transaction, { orgId, id }: Key): Promise<void> {
  await tables(tx).selectFrom('booking').select('id').where('orgId', '=', orgId).where('id', '=', id).forUpdate().execute();
}

/** What was looked at, as far as no correction made it void. */
export async function checksOf(tx: Transaction, { orgId, id }: Key): Promise<Check[]> {
  const { rows } = await sql<Check>`
    select c.item, c.found, c.said from booking_check c join booking b on b.org_id = c.org_id and b.id = c.booking_id and b.hire_round = c.round where c.org_id = ${orgId} and c.booking_id = ${id}`.execute(tx);
  return rows;
}

export async function saveChecks(tx: Transaction, { orgId, id }: Key, checks: readonly Check[], newId: MakeId): Promise<void> {
  await tables(tx).insertInto('bookingCheck').values(checks.map((check) => ({ orgId, id: newId(), bookingId: id, ...check })))
    .onConflict((clash) => clash.columns(['orgId', 'bookingId', 'round', 'item']).doUpdateSet({ found: (set) => set.ref('excluded.found'), said: (set) => set.ref('excluded.said') })).execute();
}

/** Every key that was turned, in the order of the rounds. */
export async function keysOf(tx: Transaction, { orgId, id }: Key): Promise<Turned[]> {
  const { rows } = await sql<Omit<Turned, 'safeguards'> & Nullable<Safeguards>>`
    select k.side, k.department_id, d.name as department, p.title as policy, k.person_id, k.round, k.turned_on, k.verdict, k.said, k.conditions, k.restrictive,
      k.ground, k.ground_said, k.less_restrictive, k.equality, k.expression, k.election, k.review_route
    from booking_key k join department d on d.org_id = k.org_id and d.id = k.department_id join venue_policy p on p.org_id = k.org_id and p.id = k.policy_id
    where k.org_id = ${orgId} and k.booking_id = ${id} order by k.round, k.created_at, k.id`.execute(tx);
  return rows.map(({ ground, groundSaid, lessRestrictive, equality, expression, election, reviewRoute, ...key }) => ({
    ...key, safeguards: ground && groundSaid && lessRestrictive && equality && expression && election && reviewRoute ? { ground, groundSaid, lessRestrictive, equality, expression, election, reviewRoute } : null,
  }));
}

type Nullable<T> = { readonly [Name in keyof T]: T[Name] | null };

type NewKey = Key & { readonly bookingId: Id; readonly round: number; readonly side: Side; readonly departmentId: Id; readonly policyId: Id; readonly turnedOn: Day };

/** The database says who turned it. */
export async function turnKey(tx: Transaction, key: NewKey, { safeguards, ...said }: KeySaid): Promise<void> {
  const none: Nullable<Safeguards> = { ground: null, groundSaid: null, lessRestrictive: null, equality: null, expression: null, election: null, reviewRoute: null };
  await tables(tx).insertInto('bookingKey').values({ ...key, ...said, ...(safeguards ?? none) }).execute();
}

/** What the keys came to. The database asks them itself. */
export async function settle(tx: Transaction, { orgId, id }: Key, outcome: BookingOutcome, decidedOn: Day): Promise<void> {
  await tables(tx).updateTable('booking').set({ asking: null, outcome, decidedOn }).where('orgId', '=', orgId).where('id', '=', id).execute();
}

/** Opens the question whether an approved booking is cancelled. @returns false when somebody changed it since this version */
export function askCancellation(tx: Transaction, { orgId, id, version }: Seen, round: number, decide: Day): Promise<boolean> {
  return changed(tx, { orgId, id, version }, { asking: 'cancellation', round, decideBy: decide });
}

/** @returns false when somebody changed it since this version */
export function withdraw(tx: Transaction, seen: Seen, withdrawnWhen: Withdrawal, decidedOn: Day): Promise<boolean> {
  return changed(tx, seen, { asking: null, outcome: 'withdrawn', decidedOn, withdrawnWhen });
}

type Change = { readonly asking: Question | null; readonly round?: number; readonly decideBy?: Day; readonly outcome?: BookingOutcome; readonly decidedOn?: Day; readonly withdrawnWhen?: Withdrawal };

async function changed(tx: Transaction, { orgId, id, version }: Seen, change: Change): Promise<boolean> {
  const row = await tables(tx).updateTable('booking').set(change).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function adviceOf(tx: Transaction, { orgId, id }: Key): Promise<Advice[]> {
  return tables(tx).selectFrom('bookingAdvice').select(['id', 'version', 'askedOn', 'question', 'answeredOn', 'answer']).where('orgId', '=', orgId).where('bookingId', '=', id).orderBy('askedOn').orderBy('id').execute();
}

export async function askAdvice(tx: Transaction, key: Key & { readonly bookingId: Id }, question: string, askedOn: Day): Promise<void> {
  await tables(tx).insertInto('bookingAdvice').values({ ...key, question, askedOn, answeredOn: null, answer: null, marking: 'OFFICIAL-SENSITIVE' }).execute();
}

/** @returns false when somebody answered first */
export async function answerAdvice(tx: Transaction, { orgId, id, version }: Seen, answer: string, answeredOn: Day): Promise<boolean> {
  const row = await tables(tx).updateTable('bookingAdvice').set({ answer, answeredOn }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('answer', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function reviewsOf(tx: Transaction, { orgId, id }: Key): Promise<Review[]> {
  return tables(tx).selectFrom('bookingReview').select(['id', 'version', 'round', 'askedOn', 'said', 'result', 'heardOn', 'reason']).where('orgId', '=', orgId).where('bookingId', '=', id).orderBy('round').execute();
}

/** @returns false when a review of this decision was asked for before */
export async function askReview(tx: Transaction, key: Key & { readonly bookingId: Id; readonly round: number }, said: string, askedOn: Day): Promise<boolean> {
  const row = await tables(tx).insertInto('bookingReview').values({ ...key, said, askedOn, result: null, heardOn: null, reason: null }).onConflict((clash) => clash.columns(['orgId', 'bookingId', 'round']).doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** The database says who heard it. @returns false when somebody heard it first */
export async function hearReview(tx: Transaction, { orgId, id, version }: Seen, heard: { readonly result: 'upheld' | 'overturned'; readonly reason: string; readonly heardOn: Day }): Promise<boolean> {
  const row = await tables(tx).updateTable('bookingReview').set(heard).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Every booking as the numbers count it. */
export async function countedOf(tx: Transaction, orgId: Id): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select s.title as site, d.name as department, b.received_on, b.event_on, b.outcome, b.by_rule, b.decided_on, coalesce(b.withdrawn_when in ('during_checks', 'after_conditions'), false) as withdrawn_late,
      exists (select from booking_review r where r.org_id = b.org_id and r.booking_id = b.id and r.result = 'overturned') as overturned,
      exists (select from venue_incident i where i.org_id = b.org_id and i.booking_id = b.id and i.wrongly_allowed) as wrongly_allowed
    from booking b join venue_site s on s.org_id = b.org_id and s.id = b.site_id left join department d on d.org_id = s.org_id and d.id = s.department_id
    where b.org_id = ${orgId}`.execute(tx);
  return rows;
}
