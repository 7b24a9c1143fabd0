import * as z from 'zod';
import { admissions, bookers, checkItems, diligences, elections, eventKinds, filterings, findings, grounds, holdings, incidentKinds, relations, sides, verdicts, withdrawals } from '../capabilities/venue-hire/index.ts';
import { roles } from '../kernel/access.ts';
import { dayOf, type Day } from '../kernel/year.ts';

const email = z.string();
const day = z.string().transform((text, context): Day => {
  const found = dayOf(text);
  if (found) return found;
  context.issues.push({ code: 'custom', input: text });
  return z.NEVER;
});

const safeguards = z.strictObject({ ground: z.enum(grounds), ground_said: z.string(), less_restrictive: z.string(), equality: z.string(), expression: z.string(), election: z.enum(elections), review_route: z.string() });
const key = z.strictObject({ by: email, side: z.enum(sides), on: z.int(), verdict: z.enum(verdicts), said: z.string(), conditions: z.string().optional(), restrictive: z.boolean().default(false), safeguards: safeguards.optional() });

/** A day, or so many days after the example is loaded: what is to be decided always is. */
const when = z.union([z.int(), day]);

const booking = z.strictObject({
  reference: z.string(), site: z.string(), by: email,
  received: when, event: when,
  booked_by: z.enum(bookers), event_kind: z.enum(eventKinds), size: z.int(), admission: z.enum(admissions), hired_before: z.boolean().default(true), details_held: z.boolean().default(true), terms_accepted: z.boolean().default(true), concern: z.enum(grounds).optional(),
  /** What was put right of it afterwards. */
  correction: z.strictObject({ on: z.int(), reason: z.string(), size: z.int() }).optional(),
  /** What was found of each item that is not clear; absent, nothing was looked at yet. */
  checks: z.partialRecord(z.enum(checkItems), z.strictObject({ found: z.enum(findings), said: z.string() })).optional(),
  advice: z.strictObject({ by: email, on: z.int(), question: z.string(), answer: z.string().optional() }).optional(),
  keys: z.array(key).default([]),
  withdrawn: z.strictObject({ on: when, when: z.enum(withdrawals) }).optional(),
  cancellation: z.strictObject({ on: z.int(), keys: z.array(key) }).optional(),
  review: z.strictObject({ on: z.int(), said: z.string(), heard_by: email.optional(), heard_on: z.int().optional(), result: z.enum(['upheld', 'overturned']).optional(), reason: z.string().optional() }).optional(),
});

/** What an example holds of a body's venues. */
export const venueShapes = {
  venues: z.array(z.strictObject({
    organisation: z.string(), by: email,
    departments: z.array(z.strictObject({ title: z.string(), people: z.array(email), role: z.enum(roles).default('contributor') })),
    keys: z.array(z.strictObject({ person: email, department: z.string(), side: z.enum(sides) })),
    policies: z.array(z.strictObject({ title: z.string(), from: day, until: day.optional(), endorsed_by: z.string().optional(), endorsed: day.optional() })),
    sites: z.array(z.strictObject({
      title: z.string(), held: z.enum(holdings), department: z.string().optional(), policy: z.string().optional(), capacity: z.int(), large_from: z.int(), staff: z.int().default(0), trained: z.int().default(0),
      it: z.enum(filterings).default('not_stated'), it_review: day.optional(), wifi: z.enum(filterings).default('not_stated'), wifi_review: day.optional(),
    })),
    partners: z.array(z.strictObject({ partner: z.string(), relation: z.enum(relations), checked: day, found: z.enum(diligences), next: day.optional(), said: z.string().default('') })).default([]),
    bookings: z.array(booking).default([]),
    incidents: z.array(z.strictObject({ site: z.string(), booking: z.string().optional(), happened: z.int(), kind: z.enum(incidentKinds), wrongly_allowed: z.boolean().default(false), what: z.string(), learned: z.string(), action: z.string().optional() })).default([]),
  })).default([]),
};

export type ExampleVenues = z.infer<typeof venueShapes.venues>[number];
export type ExampleBooking = ExampleVenues['bookings'][number];
export type ExampleKey = z.infer<typeof key>;
