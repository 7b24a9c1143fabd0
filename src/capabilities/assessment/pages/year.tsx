import type { ComponentChildren } from 'preact';
import { ButtonLink, SummaryList, Table, Tag, type TagColour } from '../../../govuk/index.ts';
import type { Year } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import type { PublishedEdition } from '../../frameworks/index.ts';
import { HistoryLink } from '../../history/index.ts';
import type { Link, Outcome } from '../opened.tsx';
import { paths } from '../paths.ts';
import type { BenchmarkState, Rating } from '../rules.ts';
import type { Challenge } from '../rules-second.ts';
import type { Submitted } from '../store.ts';
import { Further, RatingLabel, ratingLevel } from './parts.tsx';

/** What the year page's tag says: the state of a benchmark, or that only its outcome is known, or that all is submitted. */
export type LineState = BenchmarkState | 'submitted' | 'outcome known';

export type BenchmarkLine = {
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly answered: number;
  readonly indicators: number;
  readonly rating: Rating | undefined;
  /** The last challenge. */
  readonly challenged: Challenge | undefined;
  readonly outcome: Outcome | undefined;
  readonly state: LineState;
};

export type YearProps = {
  readonly words: Words;
  readonly organisation: string;
  readonly org: string;
  readonly year: Year;
  readonly edition: PublishedEdition;
  readonly openedOn: string | null;
  readonly submitted: Submitted | undefined;
  /** It was submitted, and two people have re-opened it. */
  readonly reopened: boolean;
  /** Nothing was answered, rated or submitted here; the outcomes came from outside. */
  readonly outcomesOnly: boolean;
  readonly lines: readonly BenchmarkLine[];
  readonly beside: ComponentChildren;
  readonly further: readonly Link[];
  readonly stillOpen: readonly Link[];
  readonly papersDue: readonly Link[];
  readonly history: string | undefined;
};

const stateColours: Readonly<Record<LineState, TagColour>> = {
  'not started': 'grey', 'under way': 'blue', rated: 'green', submitted: 'green', 'outcome known': 'teal',
};

/** The year's assessment: every benchmark with what the organisation says beside what the Home Office found. */
export function YearPage(props: YearProps) {
  const { words, organisation, org, year, submitted, outcomesOnly, beside, further, history } = props;
  const said = words.assessment.year;
  return (
    <>
      <span class="govuk-caption-l">{organisation}</span>
      <h1 class="govuk-heading-l">{said.caption(year)}</h1>
      {props.stillOpen.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{words.recommendations.stillOpen}</h2>
          <ul class="govuk-list govuk-list--bullet">{props.stillOpen.map(({ href, text }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}</ul>
        </section>
      )}
      <Standing {...props} />
      {!submitted && !outcomesOnly && <p class="govuk-body">{said.howTo}</p>}
      {beside}
      <Benchmarks {...props} />
      {!outcomesOnly && <ButtonLink href={paths.submission(org, year)} variant={submitted ? 'secondary' : undefined}>{submitted ? said.submission : said.check}</ButtonLink>}
      <Further words={words} links={further} />
      <HistoryLink words={words} href={history} />
    </>
  );
}

function Standing({ words, edition, openedOn, submitted, reopened, outcomesOnly, lines, papersDue }: YearProps) {
  const said = words.assessment.year;
  const sum = (count: (line: BenchmarkLine) => number) => lines.reduce((total, line) => total + count(line), 0);
  const where = submitted ? said.standing.submitted(submitted.at, submitted.by) : outcomesOnly ? said.standing.outcomesOnly : reopened ? words.secondReader.reopening.open : said.standing.open(openedOn);
  const progress = said.progressSaid(sum(({ rating }) => (rating ? 1 : 0)), lines.length, sum(({ answered }) => answered), sum(({ indicators }) => indicators));
  return (
    <SummaryList rows={[
      { key: said.edition, value: `${edition.title.en} (${edition.publisher.en})` },
      { key: said.where, value: where },
      !outcomesOnly && { key: said.progress, value: progress },
      papersDue.length > 0 && { key: words.meetings.papers, value: papersDue.map(({ href, text }) => <p class="govuk-body govuk-!-text-break-word"><a class="govuk-link" href={href}>{text}</a></p>) },
    ]} />
  );
}

function Benchmarks({ words, org, year, edition, outcomesOnly, submitted, lines }: YearProps) {
  const said = words.assessment.year;
  const unstated = outcomesOnly || submitted !== undefined;
  return (
    <Table caption={said.tableCaption} captionHidden narrow="stack" rows={lines} columns={[
      { title: said.benchmark, rowHeader: true, cell: (line: BenchmarkLine) => <a class="govuk-link" href={paths.benchmark(org, year, line.code)}>{line.number}. {line.title}</a> },
      ...(outcomesOnly ? [] : [{ title: said.answered, cell: ({ answered, indicators }: BenchmarkLine) => said.answeredOf(answered, indicators) }]),
      { title: said.selfRating, cell: ({ rating }) => (rating ? <RatingLabel words={words} edition={edition} levelCode={ratingLevel(rating)} /> : unstated ? words.assessment.notStated : said.notRated) },
      ...(lines.some(({ challenged }) => challenged) ? [{
        title: words.secondReader.challenge.heading,
        cell: ({ challenged }: BenchmarkLine) => (challenged ? <RatingLabel words={words} edition={edition} levelCode={challenged.levelCode} /> : said.none),
      }] : []),
      { title: said.outcome, cell: ({ outcome }) => (outcome ? <OutcomeCell words={words} edition={edition} outcome={outcome} /> : said.none) },
      { title: said.status, cell: ({ state }) => <Tag colour={stateColours[state]} classes="dr-nowrap">{said.states[state]}</Tag> },
    ]} />
  );
}

function OutcomeCell({ words, edition, outcome }: { readonly words: Words; readonly edition: PublishedEdition; readonly outcome: Outcome }) {
  return (
    <>
      <strong><RatingLabel words={words} edition={edition} levelCode={outcome.levelCode} /></strong>{' '}
      <span class="govuk-body-s">({words.assessment.originTags[outcome.origin]})</span>
    </>
  );
}
