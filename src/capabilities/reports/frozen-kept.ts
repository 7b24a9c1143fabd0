import * as z from 'zod';
import type { Json } from '../../kernel/canonical-json.ts';
import { markings } from '../../kernel/marking.ts';
import { dayOf, yearOf } from '../../kernel/year.ts';
import { offices } from '../channel/index.ts';
import { sampleStates } from '../dip-sampling/index.ts';
import { holdings } from '../venue-hire/index.ts';
import { readAs } from './frozen-year.ts';
import type { Told } from './rules.ts';

const day = readAs(dayOf);
const marking = z.enum(markings);
const count = z.int().nullable();

/** The dip samples of a year as a pack keeps them. */
export const samplesShape = z.strictObject({
  asAt: day, everyMonths: count,
  exercises: z.array(z.strictObject({
    panel: z.string(), fromDay: day, toDay: day, state: z.enum(sampleStates), endedOn: day.nullable(), repeats: z.boolean(), repeatReason: z.string().nullable(), marking,
    sizes: z.strictObject({ sample: z.int(), population: z.int() }).nullable(),
    agreement: z.strictObject({ percent: z.int(), counted: z.strictObject({ same: z.int(), answers: z.int(), kappa: z.number().nullable(), interval: z.tuple([z.number(), z.number()]).nullable() }).nullable() }).nullable(),
    tallies: z.array(z.strictObject({ question: z.string(), yes: z.int(), partly: z.int(), no: z.int(), na: z.int(), unsettled: z.int() })),
    themes: z.int(), learning: z.int(), actions: z.strictObject({ open: z.int(), proposed: z.int(), closed: z.int() }),
  })),
}).nullable();

/** Its venues and bookings. */
export const venuesShape = z.strictObject({
  asAt: day,
  sites: z.array(z.strictObject({ held: z.enum(holdings), sites: z.int(), whole: z.int(), lacking: z.strictObject({ department: z.int(), policy: z.int(), training: z.int(), filtering: z.int() }).nullable() })),
  numbers: z.strictObject({
    bookings: count, waiting: count, approved: count, withConditions: count, refused: count, cancelled: count, withdrawn: count, byRule: count, byKeys: count, withdrawnLate: count, overturned: count, undecided: count, wronglyAllowed: count,
    medianDays: z.number().nullable(), longestDays: count,
  }).nullable(),
}).nullable();

/** And its Channel panel. */
export const channelShape = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('elsewhere'), marking, reason: z.string().nullable(), leadBody: z.string().nullable() }),
  z.strictObject({
    is: z.literal('here'), marking, asAt: day, planned: z.int(), held: z.int(),
    offices: z.array(z.strictObject({ office: z.enum(offices), role: z.string(), appointedOn: day, trained: z.strictObject({ on: day.nullable(), dueOn: day.nullable() }).nullable() })),
    seats: z.array(z.strictObject({ agency: z.string(), role: z.string(), present: z.int(), substitute: z.int(), absent: z.int() })),
    agreementExpiresOn: day.nullable(), statement: z.strictObject({ year: readAs(yearOf), signedOn: day, signedOff: z.boolean(), extents: z.array(z.strictObject({ label: z.string(), areas: z.int() })) }).nullable(),
    reviews: z.discriminatedUnion('are', [z.strictObject({ are: z.enum(['none', 'few']) }), z.strictObject({ are: z.literal('shown'), percent: z.int() })]),
  }),
]).nullable();

export function bareSamples(samples: Told['samples']): Json {
  return samples && {
    asAt: samples.asAt, everyMonths: samples.everyMonths,
    exercises: samples.exercises.map(({ panel, fromDay, toDay, state, endedOn, repeats, repeatReason, marking: its, sizes, agreement, tallies, themes, learning, actions: { open, proposed, closed } }) => ({
      panel, fromDay, toDay, state, endedOn, repeats, repeatReason, marking: its, themes, learning, actions: { open, proposed, closed }, sizes: sizes && { sample: sizes.sample, population: sizes.population },
      agreement: agreement && { percent: agreement.percent, counted: agreement.counted && { same: agreement.counted.same, answers: agreement.counted.answers, kappa: agreement.counted.kappa, interval: agreement.counted.interval && [...agreement.counted.interval] } },
      tallies: tallies.map(({ question, yes, partly, no, na, unsettled }) => ({ question, yes, partly, no, na, unsettled })),
    })),
  };
}

export function bareVenues(venues: Told['venues']): Json {
  return venues && { asAt: venues.asAt, numbers: venues.numbers && { ...venues.numbers }, sites: venues.sites.map(({ held, sites, whole, lacking }) => ({ held, sites, whole, lacking: lacking && { ...lacking } })) };
}

export function bareChannel(channel: Told['channel']): Json {
  if (!channel || channel.is === 'elsewhere') return channel && { is: channel.is, marking: channel.marking, reason: channel.reason, leadBody: channel.leadBody };
  const { is, marking: its, asAt, planned, held, offices: entries, seats, agreementExpiresOn, statement, reviews } = channel;
  return {
    is, marking: its, asAt, planned, held, offices: entries.map(({ office, role, appointedOn, trained }) => ({ office, role, appointedOn, trained: trained && { on: trained.on, dueOn: trained.dueOn } })),
    seats: seats.map(({ agency, role, present, substitute, absent }) => ({ agency, role, present, substitute, absent })), agreementExpiresOn, reviews: { ...reviews },
    statement: statement && { year: statement.year, signedOn: statement.signedOn, signedOff: statement.signedOff, extents: statement.extents.map(({ label, areas }) => ({ label, areas })) },
  };
}
