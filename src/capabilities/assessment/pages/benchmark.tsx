import type { ComponentChildren } from 'preact';
import { ButtonLink, Details, SummaryList } from '../../../govuk/index.ts';
import type { Fact } from '../../../platform/fact.ts';
import type { Words } from '../../../words/index.ts';
import { indicatorsByLevel, inferredNote, otherNames, SourceLine, type Benchmark, type Edition, type Indicator } from '../../frameworks/index.ts';
import { HistoryLink } from '../../history/index.ts';
import type { OpenedBenchmark, Outcome } from '../opened.tsx';
import { paths } from '../paths.ts';
import type { Answer, NewRating } from '../rules.ts';
import { AnswerTag, FactList, factsOfBenchmark, factsOfIndicator, Prose, RatingLabel, ratingLevel } from './parts.tsx';

export type BenchmarkProps = {
  readonly words: Words;
  readonly opened: OpenedBenchmark;
  readonly outcome: Outcome | undefined;
  readonly facts: readonly Fact[];
  readonly mayWrite: boolean;
  /** The second reader's view. */
  readonly challenged: ComponentChildren;
  readonly beside: ComponentChildren;
  /** Of the self-rating. */
  readonly history: string | undefined;
};

/** One benchmark: what it is for, how it is rated, what the records show, and its indicators level by level. */
export function BenchmarkPage(props: BenchmarkProps) {
  const { words, opened: { benchmark, year, edition }, facts, beside } = props;
  const said = words.assessment.benchmark;
  return (
    <>
      <span class="govuk-caption-l">{said.caption(benchmark.number, year)}</span>
      <h1 class="govuk-heading-l">{benchmark.title.en}</h1>
      <p class="govuk-body-l">{benchmark.purpose.en}</p>
      {otherNames(benchmark).length > 0 && <p class="govuk-body">{said.aliases(otherNames(benchmark))}</p>}
      <Ratings {...props} />
      {props.challenged}
      {beside}
      <section class="dr-facts" aria-labelledby="facts">
        <h2 class="govuk-heading-m" id="facts">{said.factsHeading}</h2>
        <FactList words={words} facts={factsOfBenchmark(facts)} />
      </section>
      <div id="indicators">
        {indicatorsByLevel(edition, benchmark.indicators).map(({ level, indicators, first }) => (
          <section>
            <h2 class="govuk-heading-m govuk-!-margin-top-6">{first ? said.asks(level.label.en) : said.adds(level.label.en)}</h2>
            {indicators.map((indicator) => <IndicatorPart {...props} indicator={indicator} />)}
          </section>
        ))}
      </div>
      <Examples words={words} benchmark={benchmark} />
    </>
  );
}

function Ratings({ words, opened, outcome, mayWrite, history }: BenchmarkProps) {
  const said = words.assessment.benchmark;
  const { org, year, edition, benchmark, record } = opened;
  const rating = record.ratings.get(benchmark.code);
  const notRated = record.submitted || outcome ? said.ratingNotStated : said.notRated;
  return (
    <div class="dr-pair">
      <section>
        <h2 class="govuk-heading-m">{said.selfRating}</h2>
        {rating ? <RatingShown words={words} edition={edition} rating={rating} /> : <p class="govuk-body">{notRated}</p>}
        {mayWrite && <ButtonLink href={paths.rating(org, year, benchmark.code)} variant="secondary">{rating ? said.changeRating : said.rate}</ButtonLink>}
        <HistoryLink words={words} href={history} />
      </section>
      <section>
        <h2 class="govuk-heading-m">{said.outcome}</h2>
        {outcome ? (
          <>
            <p class="govuk-body-l govuk-!-margin-bottom-1"><strong><RatingLabel words={words} edition={edition} levelCode={outcome.levelCode} /></strong></p>
            <p class="govuk-body-s">{words.assessment.origins[outcome.origin]}</p>
          </>
        ) : <p class="govuk-body">{said.noOutcome}</p>}
      </section>
    </div>
  );
}

export function RatingShown({ words, edition, rating }: { readonly words: Words; readonly edition: Edition; readonly rating: NewRating }) {
  const said = words.assessment.benchmark;
  const { verdict, narrative } = rating;
  const inferredFrom = verdict.is === 'level' ? inferredNote(edition, verdict.levelCode) : undefined;
  return (
    <>
      <p class="govuk-body-l govuk-!-margin-bottom-1"><strong><RatingLabel words={words} edition={edition} levelCode={ratingLevel(rating)} /></strong></p>
      {verdict.is === 'not applicable' && (
        <SummaryList noBorder rows={[
          { key: said.reason, value: verdict.reason, valueClasses: 'govuk-!-text-break-word' },
          { key: said.leadBody, value: verdict.leadBody, valueClasses: 'govuk-!-text-break-word' },
        ]} />
      )}
      {inferredFrom !== undefined && <p class="govuk-body-s">{inferredFrom}</p>}
      {narrative !== '' && <Prose text={narrative} />}
    </>
  );
}

function IndicatorPart({ words, opened: { org, year, record }, facts, mayWrite, indicator }: BenchmarkProps & { readonly indicator: Indicator }) {
  const said = words.assessment.benchmark;
  const { code, text } = indicator;
  const answer: Answer | undefined = record.answers.get(code);
  const beside = factsOfIndicator(facts, code);
  const pieces = beside.reduce((most, fact) => Math.max(most, fact.pieces ?? 0), 0);
  return (
    <article aria-labelledby={`text-${code}`} id={code}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1" id={`text-${code}`}>{text.en}</h3>
      <SourceLine words={words} indicator={indicator} />
      {answer && answer.note !== '' && <Prose text={answer.note} />}
      {beside.length > 0 && <div class="dr-facts govuk-!-margin-bottom-3"><FactList words={words} facts={beside} brief /></div>}
      <p class="govuk-body">
        <AnswerTag words={words} status={answer?.status} /> · {pieces > 0 ? said.evidence(pieces) : said.noEvidence} ·{' '}
        <a class="govuk-link" href={paths.indicator(org, year, code)}>{mayWrite ? said.answer : said.open}<span class="govuk-visually-hidden"> ({code})</span></a>
      </p>
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </article>
  );
}

function Examples({ words, benchmark: { evidence_examples, never_store } }: { readonly words: Words; readonly benchmark: Benchmark }) {
  const said = words.assessment.benchmark;
  return (
    <>
      {evidence_examples.length > 0 && (
        <Details summary={said.examplesHeading}>
          <ul class="govuk-list govuk-list--bullet">{evidence_examples.map(({ en }) => <li>{en}</li>)}</ul>
        </Details>
      )}
      {never_store.length > 0 && (
        <Details summary={said.neverHeading} open>
          <ul class="govuk-list govuk-list--bullet">{never_store.map(({ en }) => <li>{en}</li>)}</ul>
        </Details>
      )}
    </>
  );
}
