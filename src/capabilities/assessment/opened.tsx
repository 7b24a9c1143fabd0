import type { ComponentChildren } from 'preact';
import type { Id } from '../../kernel/id.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import { sqlStateOf, type Transaction } from '../../platform/database.ts';
import type { FactSource } from '../../platform/fact.ts';
import { conflictPage, notFoundPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { benchmarkOf, editionById, type Benchmark, type Indicator, type PublishedEdition } from '../frameworks/index.ts';
import { paths } from './paths.ts';
import { recordOf, type AssessmentRecord } from './store.ts';

/** The Home Office's outcome of a benchmark: null for the level where it is not applicable. What its adviser recorded counts once it is published. */
export type Outcome = {
  readonly benchmarkCode: string; readonly levelCode: string | null; readonly notApplicable: boolean; readonly origin: 'recorded' | 'transcribed'; readonly published: boolean;
};

/** What stands beside a self-rating. Moderation comes later in the house and hands its reader in. */
export type OutcomeReader = (tx: Transaction, orgId: Id, assessmentId: Id) => Promise<readonly Outcome[]>;

export type Link = { readonly text: string; readonly href: string };

export type AssessmentOptions = {
  readonly outcomesOf: OutcomeReader;
  /** What the capabilities know of an indicator or a benchmark; each reads with one statement. */
  readonly factSources: readonly FactSource[];
  /** What stands beside the year, a benchmark or an indicator: who does it, what was said of it. */
  readonly beside?: Beside;
  /** Where the year goes on, in later capabilities: findings, reports. */
  readonly further?: (visit: MemberVisit, year: Year, submitted: boolean) => readonly Link[];
  /** What a year begins with, in later capabilities: the recommendations of earlier years that are still open. */
  readonly stillOpen?: (visit: MemberVisit, year: Year) => Promise<readonly Link[]>;
  /** Papers of the year that committees wait for, with the day by which. */
  readonly papersDue?: (visit: MemberVisit, year: Year) => Promise<readonly Link[]>;
};

/** Draws what a later capability knows of a year, of a benchmark or of an indicator. */
export type Beside = (visit: MemberVisit, opened: Opened, part?: { readonly code: string }) => Promise<ComponentChildren>;

/** The year's assessment that an address names. */
export type Opened = { readonly org: string; readonly year: Year; readonly record: AssessmentRecord; readonly edition: PublishedEdition };
export type OpenedBenchmark = Opened & { readonly benchmark: Benchmark };
export type OpenedIndicator = OpenedBenchmark & { readonly indicator: Indicator };

type Handle<Found> = (visit: MemberVisit, found: Found) => Promise<Answer>;

/** Answers with the assessment of the address, or with the sentence that there is none. */
export function inYear(handle: Handle<Opened>): (visit: MemberVisit) => Promise<Answer> {
  return async (visit) => {
    const { tx, organisation, params, words } = visit;
    const said = words.assessment;
    const name = params['year'] ?? '';
    const year = yearOf(name);
    const record = year && (await recordOf(tx, organisation.id, year));
    if (!year || !record) return notThere(said.noYear.title, said.noYear.sentence(organisation.name, name), { href: paths.list(organisation.shortName), text: said.toYears });
    return handle(visit, { org: organisation.shortName, year, record, edition: await editionById(tx, record.editionId) });
  };
}

export function inBenchmark(handle: Handle<OpenedBenchmark>) {
  return inYear(async (visit, opened) => {
    const code = visit.params['code'] ?? '';
    const benchmark = benchmarkOf(opened.edition, code);
    return benchmark ? handle(visit, { ...opened, benchmark }) : notInEdition(visit, opened, visit.words.assessment.noBenchmark, code);
  });
}

export function inIndicator(handle: Handle<OpenedIndicator>) {
  return inYear(async (visit, opened) => {
    const code = visit.params['code'] ?? '';
    const has = (indicator: Indicator) => indicator.code === code;
    const benchmark = opened.edition.benchmarks.find(({ indicators }) => indicators.some(has));
    const indicator = benchmark?.indicators.find(has);
    return benchmark && indicator ? handle(visit, { ...opened, benchmark, indicator }) : notInEdition(visit, opened, visit.words.assessment.noIndicator, code);
  });
}

/** For what writes: once the assessment is submitted, a plain page says so, also when the database found out first. */
export function whileOpen<Found extends Opened>(handle: Handle<Found>): Handle<Found> {
  return async (visit, found) => {
    if (found.record.submitted) return closedPage(visit, found);
    try {
      return await handle(visit, found);
    } catch (error) {
      if (sqlStateOf(error) === 'DR001') return closedPage(visit, found);
      throw error;
    }
  };
}

function closedPage({ words }: MemberVisit, { org, year }: Opened): Answer {
  const said = words.assessment.submission.closed;
  return conflictPage(said.title, <Plain title={said.title} sentence={said.sentence(year)} link={{ href: paths.submission(org, year), text: said.link }} />);
}

function notInEdition({ words }: MemberVisit, { org, year, edition }: Opened, said: { title: string; sentence: (code: string, edition: string) => string }, code: string): Answer {
  return notThere(said.title, said.sentence(code, edition.title.en), { href: paths.year(org, year), text: words.assessment.toYear });
}

export function notThere(title: string, sentence: string, link: Link): Answer {
  return notFoundPage(title, <Plain title={title} sentence={sentence} link={link} />);
}

export function Plain({ title, sentence, link }: { readonly title: string; readonly sentence: ComponentChildren; readonly link: Link }) {
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body govuk-!-text-break-word">{sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={link.href}>{link.text}</a></p>
    </>
  );
}

/** The way from the organisation down to the page, which is not part of it. */
export function breadcrumbsOf({ organisation, words }: MemberVisit, opened?: Partial<OpenedBenchmark>): readonly Link[] {
  const org = organisation.shortName;
  const trail = [{ text: organisation.name, href: paths.organisation(org) }];
  if (!opened?.year) return trail;
  trail.push({ text: words.assessment.years.heading, href: paths.list(org) });
  if (opened.record) trail.push({ text: words.assessment.year.caption(opened.year), href: paths.year(org, opened.year) });
  if (opened.benchmark) trail.push({ text: opened.benchmark.title.en, href: paths.benchmark(org, opened.year, opened.benchmark.code) });
  return trail;
}

/** The outcomes that the organisation may see, by benchmark: not what an adviser has recorded and not published. */
export async function readableOutcomes({ tx, organisation }: MemberVisit, { record }: Pick<Opened, 'record'>, { outcomesOf }: AssessmentOptions): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = await outcomesOf(tx, organisation.id, record.id);
  return new Map(outcomes.filter(({ origin, published }) => origin === 'transcribed' || published).map((outcome) => [outcome.benchmarkCode, outcome]));
}
