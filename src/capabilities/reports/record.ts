import type { Organisation, Way } from '../../kernel/access.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Id } from '../../kernel/id.ts';
import type { Day, Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { assessmentOf, challengesOf, confirmedAmendments, ratingsOf, readFrozen, submissionOf, type Assessment, type Frozen } from '../assessment/index.ts';
import { planSummary, toldActions, type PlanSummary } from '../action-plan/index.ts';
import { yearChannel, type YearChannel } from '../channel/index.ts';
import { yearSamples, type YearSamples } from '../dip-sampling/index.ts';
import { evidenceById, evidenceOfAssessment } from '../evidence/index.ts';
import { editionById, type Edition } from '../frameworks/index.ts';
import { lookOf, type Look } from '../look/index.ts';
import { findingsOf, type Findings, type Origin, type Result, type StatementText } from '../moderation/index.ts';
import { thresholdOf } from '../organisations/index.ts';
import { noYearRisks, yearRisks, type YearRisks } from '../oversight/index.ts';
import { venuesOfYear, type YearVenues } from '../venue-hire/index.ts';
import { yearColumns } from '../years/index.ts';
import { earlierYears, type EarlierYear } from './earlier.ts';
import { exemptionsOf, paperTexts } from './outputs-store.ts';
import type { Exemption, PaperText } from './paper-text.ts';
import { statusesOf, type Status } from '../recommendations/index.ts';

/** What an output is written from: one body's year as its records hold it, before an audience is chosen. */
export type ReportRecord = {
  /** Under the name that it shows on outputs. */
  readonly organisation: Organisation;
  readonly look: Look;
  readonly year: Year;
  readonly edition: Edition;
  readonly findings: ReportFindings;
  readonly selfRatings: SelfRatings;
  readonly evidence: readonly EvidenceTitle[];
  /** What the body wrote for the paper; nothing is in it that was left empty. */
  readonly texts: readonly PaperText[];
  /** The exemptions that hold on the day of the output. */
  readonly exemptions: readonly Exemption[];
  /** Counts of people below this are left out for members and the public: as the year was submitted, and before that as the body has it now. */
  readonly threshold: number;
  /** What was put right beside the submission, by two people. */
  readonly amendments: readonly ReportAmendment[];
  /** The years before, the earliest first. */
  readonly earlier: readonly EarlierYear[];
  /** How far the body is with recommendations that it has taken up, by their place in the list. */
  readonly progress: readonly (Status & { readonly number: number })[];
  /** How the returns of the year came, how their risks were scored, and those of them that are worded for the public. */
  readonly riskLogs: YearRisks;
  /** How the partnership plan stands; null where there is none, and for a year after which another was found on. */
  readonly plan: PlanSummary | null;
  /** The dip samples of the year, its venues and bookings, and how the Channel panel is run; null where there is none of it. */
  readonly samples: YearSamples | null;
  readonly venues: YearVenues | null;
  readonly channel: YearChannel | null;
};

export type ReportAmendment = { readonly amendedAt: Date; readonly benchmarkCode: string | null; readonly text: string; readonly marking: Marking };

export type ReportFindings = {
  readonly origin: Origin;
  readonly letter: { readonly title: string; readonly marking: Marking } | undefined;
  readonly checked: boolean;
  readonly published: boolean;
  /** By the code of the benchmark. */
  readonly outcomes: ReadonlyMap<string, Result>;
  readonly strengths: readonly ReportStatement[];
  readonly recommendations: readonly ReportStatement[];
};

/** The identifier is what an exemption of this one statement names; no output holds it. */
export type ReportStatement = StatementText & { readonly id?: Id };

export type SelfRatings = { readonly submitted: boolean; readonly byBenchmark: ReadonlyMap<string, SelfRating> };

export type SelfRating = { readonly result: Result; readonly narrative: string; readonly challenged?: Challenged };

/** The last view of the second reader: with its reason, and whether the lead kept the self-rating, where it was answered. */
export type Challenged = { readonly levelCode: string | null; readonly reason: string; readonly reply?: { readonly kept: boolean; readonly reason: string } };

export type EvidenceTitle = { readonly title: string; readonly marking: Marking; readonly indicatorCodes: readonly string[] };

export type Reader = { readonly tx: Transaction; readonly organisation: Organisation; readonly scope: Way['scope']; /** Without a day every exemption holds, also one that has run out. */ readonly today?: Day };

/**
 * Reads a year's record. What was submitted stands for the body's own view; before that, its own people see their draft.
 * @returns a refusal when nobody has begun the findings; undefined when there is no such year.
 */
export async function readRecord({ tx, organisation, scope, today }: Reader, year: Year): Promise<Outcome<ReportRecord> | undefined> {
  const assessment = await assessmentOf(tx, organisation.id, year);
  if (!assessment) return undefined;
  const findings = await findingsOf(tx, organisation.id, assessment.id);
  if (!findings || (scope === 'own' && findings.origin === 'recorded' && !findings.publishedAt)) return refuse({ field: '', say: ({ reports }) => reports.refused.noFindings(organisation.name, year) });
  const edition = await editionById(tx, assessment.editionId);
  const submission = await submissionOf(tx, organisation.id, assessment.id);
  const frozen = submission && readFrozen(submission.frozen);
  const own = frozen ? asSubmitted(frozen) : scope === 'own' ? await asDrafted(tx, organisation, assessment) : nothingOwn;
  const texts = (await paperTexts(tx, organisation.id, assessment.id)).filter(({ text }) => text !== '');
  const exemptions = await exemptionsOf(tx, organisation.id, assessment.id, today);
  const { shownAs, look } = await lookOf(tx, organisation.id);
  const columns = await yearColumns(tx, organisation.id, scope === 'own');
  const earlier = earlierYears(columns, year, edition.sector);
  const kept = scope === 'own' && today ? await keptOf({ tx, organisation, year, today, isNewest: isNewest(columns, year) }) : nothingKept;
  const amendments = submission ? await confirmedAmendments(tx, organisation.id, submission.id) : [];
  return accept({
    organisation: { ...organisation, name: shownAs ?? organisation.name }, look, year, edition, earlier, findings: await reportFindings(tx, organisation, findings), progress: await progressOf(tx, organisation, findings), texts, exemptions, ...kept, ...own,
    threshold: frozen?.small_numbers_below ?? await thresholdOf(tx, organisation.id),
    amendments: amendments.map(({ confirmedAt, benchmarkCode, text, marking }) => ({ amendedAt: confirmedAt, benchmarkCode, text, marking })),
  });
}

type Kept = Pick<ReportRecord, 'riskLogs' | 'plan' | 'samples' | 'venues' | 'channel'>;

const nothingKept: Kept = { riskLogs: noYearRisks, plan: null, samples: null, venues: null, channel: null };

type Keeping = { readonly tx: Transaction; readonly organisation: Organisation; readonly year: Year; readonly today: Day; readonly isNewest: boolean };

/** What the body keeps the year round. Plan, sites and panel go on from year to year: they stand in what is written of the newest year alone. */
async function keptOf({ tx, organisation, year, today, isNewest: standing }: Keeping): Promise<Kept> {
  const { id } = organisation;
  return {
    riskLogs: await yearRisks({ tx, organisation, year, today }), plan: standing ? planSummary(await toldActions(tx, id), today) : null,
    samples: await yearSamples(tx, id, year, today), venues: await venuesOfYear(tx, id, year, { asAt: today, standing }), channel: standing ? await yearChannel(tx, id, today) : null,
  };
}

/** No outcome is known of any year after it. */
function isNewest(columns: Awaited<ReturnType<typeof yearColumns>>, year: Year): boolean {
  return !columns.some((column) => column.year > year && (column.is === 'counted' || column.outcomes.size > 0));
}

async function progressOf(tx: Transaction, { id }: Organisation, { recommendations }: Findings): Promise<ReportRecord['progress']> {
  const statuses = await statusesOf(tx, id);
  return recommendations.flatMap((one, index) => {
    const status = statuses.get(one.id);
    return status ? [{ number: index + 1, ...status }] : [];
  });
}

type OwnView = Pick<ReportRecord, 'selfRatings' | 'evidence'>;

const nothingOwn: OwnView = { selfRatings: { submitted: false, byBenchmark: new Map() }, evidence: [] };

async function reportFindings(tx: Transaction, { id }: Organisation, { origin, letter, checkedAt, publishedAt, outcomes, strengths, recommendations }: Findings): Promise<ReportFindings> {
  const kept = letter && await evidenceById(tx, id, letter.id);
  return {
    origin, strengths, recommendations, checked: checkedAt !== null, published: publishedAt !== null,
    letter: kept && { title: kept.title, marking: kept.marking },
    outcomes: new Map([...outcomes].map(([code, { result }]) => [code, result])),
  };
}

function asSubmitted({ benchmarks, evidence }: Frozen): OwnView {
  const ratings = benchmarks.map(({ code, rating, challenges }): [string, SelfRating] => {
    const last = challenges.at(-1);
    const challenged = last && challengedOf({ levelCode: last.level, reason: last.reason, reply: last.reply ?? undefined });
    const result: Result = rating.is === 'level' ? { is: 'level', levelCode: rating.level } : { is: 'not applicable', reason: rating.reason, leadBody: rating.lead_body };
    return [code, { result, narrative: rating.narrative, ...(challenged ? { challenged } : {}) }];
  });
  return {
    selfRatings: { submitted: true, byBenchmark: new Map(ratings) },
    evidence: evidence.map(({ title, marking, indicators }) => ({ title, marking, indicatorCodes: indicators })),
  };
}

async function asDrafted(tx: Transaction, { id }: Organisation, assessment: Assessment): Promise<OwnView> {
  const ratings = await ratingsOf(tx, id, assessment.id);
  const challenges = await challengesOf(tx, id, assessment.id);
  const evidence = await evidenceOfAssessment(tx, id, assessment.id);
  const byBenchmark = ratings.map(({ benchmarkCode, verdict, narrative }): [string, SelfRating] => {
    const last = challenges.findLast((challenge) => challenge.benchmarkCode === benchmarkCode);
    return [benchmarkCode, { result: verdict, narrative, ...(last ? { challenged: challengedOf(last) } : {}) }];
  });
  return {
    selfRatings: { submitted: false, byBenchmark: new Map(byBenchmark) },
    evidence: evidence.map(({ title, marking, indicatorCodes }) => ({ title, marking, indicatorCodes })),
  };
}

function challengedOf({ levelCode, reason, reply }: Pick<Challenged, 'levelCode' | 'reason'> & { readonly reply: Challenged['reply'] | undefined }): Challenged {
  return { levelCode, reason, ...(reply ? { reply: { kept: reply.kept, reason: reply.reason } } : {}) };
}
