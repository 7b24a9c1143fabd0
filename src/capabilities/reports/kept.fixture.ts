import assert from 'node:assert/strict';
import type { Marking } from '../../kernel/marking.ts';
import { dayOf, yearOf } from '../../kernel/year.ts';
import type { PanelHere, YearChannel } from '../channel/index.ts';
import type { SampleTally, YearSample, YearSamples } from '../dip-sampling/index.ts';
import type { ToldNumbers, YearVenues } from '../venue-hire/index.ts';
import type { ReportRecord } from './record.ts';

const day = (text: string) => dayOf(text) ?? assert.fail(text);
const asAt = day('2026-06-30');

/** A closed exercise of 6 of 38 referrals that repeats another, and one under way. */
export function samplesOf(closed: Partial<YearSample> = {}): YearSamples {
  const exercise: YearSample = {
    panel: 'Vale', fromDay: day('2025-04-01'), toDay: day('2025-09-30'), state: 'closed', endedOn: day('2025-11-12'), repeats: true, repeatReason: 'The list was short.', marking: 'OFFICIAL', sizes: { sample: 6, population: 38 },
    agreement: { percent: 92, counted: { same: 72, answers: 78, kappa: 0.71, interval: [0.5, 0.92] } }, tallies: [tally([3, 1, 2, 0, 0])], themes: 1, learning: 2, actions: { open: 1, proposed: 0, closed: 2 },
  };
  const open: YearSample = { ...exercise, panel: 'Mere', fromDay: day('2025-10-01'), toDay: day('2026-03-31'), state: 'drawn', endedOn: null, repeats: false, repeatReason: null, marking: 'OFFICIAL', agreement: null, tallies: [], themes: 0, learning: 0, actions: { open: 0, proposed: 0, closed: 0 } };
  return { asAt, everyMonths: 6, exercises: [{ ...exercise, ...closed }, open] };
}

export function tally([yes, partly, no, na, unsettled]: readonly [number, number, number, number, number], question = 'Was each step in time?'): SampleTally {
  return { question, yes, partly, no, na, unsettled };
}

const numbers: ToldNumbers = {
  bookings: 40, waiting: 1, approved: 30, withConditions: 2, refused: 3, cancelled: 1, withdrawn: 2, byRule: 20, byKeys: 16, withdrawnLate: 1, overturned: 1, undecided: 1, wronglyAllowed: 1, medianDays: 2.5, longestDays: 9,
};

export function venuesOf(changes: Partial<ToldNumbers> = {}): YearVenues {
  return { asAt, sites: [{ held: 'owned', sites: 4, whole: 2, lacking: { department: 0, policy: 1, training: 2, filtering: 1 } }, { held: 'leased_out', sites: 1, whole: 1, lacking: { department: 0, policy: 0, training: 0, filtering: 0 } }], numbers: { ...numbers, ...changes } };
}

export function channelOf(changes: Partial<PanelHere> = {}): YearChannel {
  return {
    is: 'here', marking: 'OFFICIAL', asAt, planned: 12, held: 11, seats: [{ agency: 'Police', role: 'Inspector', present: 9, substitute: 1, absent: 1 }], agreementExpiresOn: day('2026-05-31'), reviews: { are: 'shown', percent: 94 },
    statement: { year: yearOf('2024-25') ?? assert.fail(), signedOn: day('2025-05-12'), signedOff: true, extents: [{ label: 'Fully', areas: 8 }, { label: 'In part', areas: 2 }] },
    offices: [{ office: 'chair', role: 'Head of safeguarding', appointedOn: day('2024-04-15'), trained: { on: day('2024-05-21'), dueOn: day('2026-05-21') } }], ...changes,
  };
}

/** The three of a record, with texts of the markings that they carry and without a small number of refusals. */
export function anyKept(repeat: Marking, seat: Marking): Pick<ReportRecord, 'samples' | 'venues' | 'channel'> {
  return {
    samples: samplesOf({ repeatReason: `repeat-0-${repeat}`, marking: repeat }), channel: channelOf({ marking: seat, offices: [{ office: 'chair', role: `office-0-${seat}`, appointedOn: asAt, trained: null }] }),
    venues: venuesOf({ refused: 20, cancelled: 20, withConditions: 20, overturned: 20, undecided: 20, withdrawnLate: 20 }),
  };
}

/** The same, with a text that nobody may read in every field that the public is not told, and in fields that nobody has thought of yet. */
export function keptWithCanaries({ samples, venues, channel }: Pick<ReportRecord, 'samples' | 'venues' | 'channel'>): Pick<ReportRecord, 'samples' | 'venues' | 'channel'> {
  const unknown = { added_later: 'canary-unknown' };
  return {
    samples: samples && { ...unknown, ...samples, exercises: samples.exercises.map((one) => ({ ...unknown, ...one, repeatReason: 'canary-repeat', tallies: [{ ...unknown, ...tally([30, 30, 30, 30, 30], 'canary-question') }], actions: { ...unknown, ...one.actions } })) },
    venues: venues && { ...unknown, ...venues, sites: venues.sites.map((one) => ({ ...unknown, ...one })), numbers: venues.numbers && { ...unknown, ...venues.numbers } },
    channel: channel?.is !== 'here' ? channel : channel.marking === 'OFFICIAL' ? { ...unknown, ...channel, seats: channel.seats.map((one) => ({ ...unknown, ...one, agency: 'canary-agency' })), offices: channel.offices.map((one) => ({ ...unknown, ...one })), reviews: { ...unknown, ...channel.reviews }, statement: channel.statement && { ...unknown, ...channel.statement, extents: [{ ...unknown, label: 'canary-extent', areas: 1 }] } }
      : { ...unknown, ...channel, offices: channel.offices.map((one) => ({ ...unknown, ...one, role: 'canary-office' })) },
  };
}
