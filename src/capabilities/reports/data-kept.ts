import type { Json } from '../../kernel/canonical-json.ts';
import type { Told } from './rules.ts';

/** The dip samples of the year; what is null in a version below restricted is kept back. */
export function samplesData(samples: Told['samples']): Json {
  return samples && {
    as_at: samples.asAt, every_months: samples.everyMonths,
    exercises: samples.exercises.map(({ panel, fromDay, toDay, state, endedOn, repeats, repeatReason, marking, sizes, agreement, tallies, themes, learning, actions: { open, proposed, closed } }) => ({
      panel, referrals_from: fromDay, referrals_to: toDay, state, ended_on: endedOn, repeats, repeat_reason: repeatReason, marking, drawn: sizes && { sample: sizes.sample, population: sizes.population },
      agreement: agreement && { percent: agreement.percent, counted: agreement.counted && { same: agreement.counted.same, answers: agreement.counted.answers, kappa: agreement.counted.kappa, interval: agreement.counted.interval && [...agreement.counted.interval] } },
      tallies: tallies.map(({ question, yes, partly, no, na, unsettled }) => ({ question, yes, partly, no, not_applicable: na, not_settled: unsettled })),
      themes, learning, actions: { open, closure_to_confirm: proposed, closed },
    })),
  };
}

export function venuesData(venues: Told['venues']): Json {
  return venues && {
    as_at: venues.asAt, sites: venues.sites.map(({ held, sites, whole, lacking }) => ({ held, sites, nothing_missing: whole, missing: lacking && { ...lacking } })),
    bookings: venues.numbers && {
      all: venues.numbers.bookings, by_rule: venues.numbers.byRule, by_keys: venues.numbers.byKeys, waiting: venues.numbers.waiting, approved: venues.numbers.approved, with_conditions: venues.numbers.withConditions,
      refused: venues.numbers.refused, cancelled: venues.numbers.cancelled, withdrawn: venues.numbers.withdrawn, withdrawn_late: venues.numbers.withdrawnLate, overturned: venues.numbers.overturned, undecided: venues.numbers.undecided,
      wrongly_allowed: venues.numbers.wronglyAllowed, median_days: venues.numbers.medianDays, longest_days: venues.numbers.longestDays,
    },
  };
}

export function channelData(channel: Told['channel']): Json {
  if (!channel || channel.is === 'elsewhere') return channel && { run_here: false, reason: channel.reason, lead_body: channel.leadBody };
  const { asAt, planned, held, offices, seats, agreementExpiresOn, statement, reviews } = channel;
  return {
    run_here: true, as_at: asAt, meetings: { planned, held },
    offices: offices.map(({ office, role, appointedOn, trained }) => ({ office, role, appointed_on: appointedOn, ...(trained ? { trained_on: trained.on, training_due_on: trained.dueOn } : {}) })),
    seats: seats.map(({ agency, role, present, substitute, absent }) => ({ agency, role, present, substitute, absent })),
    agreement_expires_on: agreementExpiresOn, annual_statement: statement && { year: statement.year, signed_on: statement.signedOn, signed_off: statement.signedOff, areas_by_extent: statement.extents.map(({ label, areas }) => ({ extent: label, areas })) }, reviews: { are: reviews.are, percent: reviews.are === 'shown' ? reviews.percent : null },
  };
}
