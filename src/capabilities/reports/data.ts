import type { Json } from '../../kernel/canonical-json.ts';
import { benchmarkOf } from '../frameworks/index.ts';
import type { Result, StatementText } from '../moderation/index.ts';
import { saidTimeliness, saidTrendLine } from '../risk-log/index.ts';
import { dayIn } from '../../kernel/year.ts';
import { channelData, samplesData, venuesData } from './data-kept.ts';
import type { DeckSettings } from './deck.ts';
import { challengedLabel, fillerFor, labelOf, noticeOf } from './parts.ts';
import type { Challenged } from './record.ts';
import type { Told } from './rules.ts';

/** What a reader of the file can rely on; a change that breaks a reader raises the version. */
const format = { name: 'dueregard-report', version: 1 };

/** Everything that the deck says, as data for another program: always in this order, so that two files can be compared. */
export function dataOf(told: Told, { words, dated, demonstration }: DeckSettings): string {
  const { organisation, year, edition, earlier, audience, marking, leftOut, texts, exempt, riskLogs, plan, samples, venues, channel } = told;
  return `${JSON.stringify({
    format, dated, audience, marking, notice: noticeOf(told, words, demonstration),
    organisation: { short_name: organisation.shortName, name: organisation.name, kind: organisation.kind, invented: organisation.invented },
    year,
    edition: { short_name: edition.short_name, title: edition.title.en, publisher: edition.publisher.en },
    headings: headingsOf(told),
    legal_basis: edition.legal_basis.map(({ code, act, section, title, paragraphs }) => ({
      code, act: act.en, section: section.en, title: title.en, paragraphs: paragraphs.map(({ number, text }) => ({ number, text: text.en })),
    })),
    context: edition.context.map(({ text }) => text.en),
    specified_authorities: edition.specified_authorities.map(({ number, text }) => ({ number, text: text.en })),
    amendments: amendmentsData(told),
    findings: findingsData(told),
    earlier_years: earlier.map(({ year: before, edition: title, scale, outcomes, counted }) => ({
      year: before, edition: title, scale: [...scale], outcomes: outcomes.map(({ code, title: its, label, levelCode }) => ({ benchmark: code, title: its, label, level: levelCode })),
      counted: counted && { counts: counted.counts.map((one) => ({ ...one })), source: counted.source },
    })),
    self_ratings: ratingsData(told),
    evidence: told.evidence.map(({ title, marking: its, indicatorCodes }) => ({ title, marking: its, indicators: [...indicatorCodes] })),
    paper: texts.map(({ area, text, marking: its }) => ({ part: area, text, marking: its })),
    risk_logs: riskLogsData(riskLogs), plan: planData(plan), dip_samples: samplesData(samples), venues: venuesData(venues), channel: channelData(channel),
    left_out: { ...leftOut },
    exempt: exempt.map(({ part, paragraph }) => ({ part, paragraph, schedule: 'Local Government Act 1972, Schedule 12A, Part 1' })),
  } satisfies Json, null, 2)}\n`;
}

function riskLogsData({ returns, scores, risks }: Told['riskLogs']): Json {
  return {
    returns: returns && {
      as_at: returns.asAt, quarters: returns.quarters.map(({ quarter, dueOn, onTime, due }) => ({ quarter, due_on: dueOn, on_time: onTime, due })),
      bodies: returns.bodies.map(({ name, cells }) => ({ name, returns: cells.map(({ state, asked }) => ({ ...saidTimeliness(state), asked })) })),
    },
    scores: scores && {
      quarter: scores.newest.quarter, fields: scores.newest.counts.map(({ at, risks: open }) => ({ likelihood_x_impact: at, risks: open })),
      trend: scores.trend.map(saidTrendLine),
    },
    risks: risks.map(({ body, theme, summary, level, marking }) => ({ body, theme, summary, level, marking })),
  };
}

function planData(plan: Told['plan']): Json {
  return plan && {
    as_at: plan.asAt, origins: plan.origins.map(({ origin, actions }) => ({ origin, actions })),
    lines: plan.lines.map(({ benchmarkCode, objective, open, overdue, waiting, closed }) => ({ benchmark: benchmarkCode, objective, not_closed: open, overdue, closure_to_confirm: waiting, closed })),
    overdue: plan.overdue.map(({ text, owner, dueOn, marking }) => ({ action: text, owner, due_on: dueOn, marking })),
  };
}

function headingsOf({ edition: { report }, ...about }: Told): Json {
  const fill = fillerFor(about);
  const { cover_lines, ...rest } = report;
  return { cover_lines: cover_lines.map(fill), ...Object.fromEntries(Object.entries(rest).map(([name, template]) => [name, fill(template)])) };
}

function amendmentsData({ edition, amendments }: Told): Json {
  return amendments.map(({ amendedAt, benchmarkCode, text, marking }) => ({
    text, marking, amended_on: dayIn(amendedAt), benchmark: benchmarkCode === null ? null : benchmarkOf(edition, benchmarkCode)?.number ?? null,
  }));
}

function findingsData({ edition, findings }: Told): Json {
  const { origin, letter, checked, published, outcomes, strengths, recommendations } = findings;
  return {
    origin, published, checked, letter: letter?.title ?? null,
    outcomes: edition.benchmarks.map(({ code, number, title }) => ({ benchmark: code, number, title: title.en, outcome: resultData(edition, outcomes.get(code)) })),
    strengths: strengths.map((statement) => statementData(edition, statement)),
    recommendations: recommendations.map((statement) => statementData(edition, statement)),
  };
}

function ratingsData({ edition, selfRatings: { submitted, byBenchmark } }: Told): Json {
  if (byBenchmark.size === 0) return null;
  return {
    submitted,
    ratings: edition.benchmarks.flatMap(({ code, number }) => {
      const rating = byBenchmark.get(code);
      return rating ? [{ benchmark: code, number, rating: resultData(edition, rating.result), ...(rating.narrative === '' ? {} : { narrative: rating.narrative }), ...(rating.challenged ? { challenged: challengedData(edition, rating.challenged) } : {}) }] : [];
    }),
  };
}

function challengedData(edition: Told['edition'], { levelCode, reason, reply }: Challenged): Json {
  return { label: challengedLabel(edition, levelCode), level: levelCode, ...(reason === '' ? {} : { reason }), ...(reply ? { reply: { kept: reply.kept, reason: reply.reason } } : {}) };
}

function statementData(edition: Told['edition'], { benchmarkCode, text, marking }: StatementText): Json {
  return { text, marking, benchmark: benchmarkCode === null ? null : benchmarkOf(edition, benchmarkCode)?.number ?? null };
}

function resultData(edition: Told['edition'], result: Result | undefined): Json {
  if (!result) return null;
  const label = labelOf(edition, result) ?? '';
  if (result.is === 'level') return { label, level: result.levelCode };
  const reason = result.is === 'not applicable' ? { reason: result.reason, lead_body: result.leadBody } : { reason: 'not stated in the source', lead_body: 'not stated in the source' };
  return { label, level: null, ...reason };
}
