import type { ComponentChildren } from 'preact';
import { Table, Tag } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { benchmarkOf, notApplicable, ratingLabel, type Edition } from '../../frameworks/index.ts';
import type { Result, StatementKind, StatementText } from '../findings.ts';

/** What the pages show of findings, whether they come from the drafts or from what was published. */
export type Shown = {
  readonly outcomes: ReadonlyMap<string, { readonly result: Result }>;
  readonly strengths: readonly ShownStatement[];
  readonly recommendations: readonly ShownStatement[];
};

export type ShownStatement = StatementText & { readonly id: string };

/** Self-ratings as people read them, by benchmark. */
export type SelfRatings = ReadonlyMap<string, string>;

type PartsProps = {
  readonly words: Words;
  readonly edition: Edition;
  readonly findings: Shown;
  readonly selfRatings: SelfRatings;
  /** Where a benchmark's outcome is stated, for those who may. */
  readonly outcomePath?: ((code: string) => string) | undefined;
  readonly statementsPath?: ((kind: StatementKind) => string) | undefined;
};

/** The whole of the findings: outcomes beside self-ratings, strengths, recommendations. */
export function FindingsParts(props: PartsProps) {
  const { words, edition, findings, statementsPath } = props;
  const said = words.moderation.statements;
  const part = (kind: StatementKind, list: readonly ShownStatement[]) => (
    <section>
      <h2 class="govuk-heading-m">{said[kind].plural}</h2>
      <StatementList words={words} edition={edition} none={said[kind].none} statements={list} />
      {statementsPath && <p class="govuk-body"><a class="govuk-link" href={statementsPath(kind)}>{said[kind].toList}</a></p>}
    </section>
  );
  return (
    <>
      <OutcomeTable {...props} />
      {part('strength', findings.strengths)}
      {part('recommendation', findings.recommendations)}
    </>
  );
}

function OutcomeTable({ words, edition, findings, selfRatings, outcomePath }: PartsProps) {
  const said = words.moderation.findings;
  const outcome = (code: string) => findings.outcomes.get(code)?.result;
  return (
    <Table caption={said.caption} captionSize="m" narrow="stack" rows={edition.benchmarks} columns={[
      { title: said.number, cell: ({ number }) => number },
      { title: said.benchmark, cell: ({ title }) => title.en, rowHeader: true },
      { title: said.selfRating, cell: ({ code }) => selfRatings.get(code) ?? said.none },
      { title: said.outcome, cell: ({ code }) => <OutcomeCell words={words} edition={edition} result={outcome(code)} /> },
      ...(outcomePath ? [{
        title: said.edit,
        cell: ({ code, title }: Edition['benchmarks'][number]) => (
          <a class="govuk-link" href={outcomePath(code)}>{said.changeOutcome(outcome(code) !== undefined)}<span class="govuk-visually-hidden"> {said.outcomeOf(title.en)}</span></a>
        ),
      }] : []),
    ]} />
  );
}

function OutcomeCell({ words, edition, result }: { readonly words: Words; readonly edition: Edition; readonly result: Result | undefined }) {
  const said = words.moderation.findings;
  if (!result) return <>{said.none}</>;
  const label = labelOf(edition, result);
  if (result.is === 'level') return <strong>{label}</strong>;
  return <><strong>{label}</strong><br /><span class="govuk-body-s">{result.is === 'not applicable' ? said.reason(result.reason, result.leadBody) : said.reasonNotStated}</span></>;
}

export function labelOf(edition: Edition, result: { readonly is: 'level'; readonly levelCode: string } | { readonly is: string }): string {
  const code = 'levelCode' in result ? result.levelCode : notApplicable;
  return ratingLabel(edition, code, 'en') ?? code;
}

export function StatementList({ words, edition, none, statements, after }: {
  readonly words: Words; readonly edition: Edition; readonly none: string; readonly statements: readonly ShownStatement[];
  readonly after?: ((statement: ShownStatement, index: number) => ComponentChildren) | undefined;
}) {
  if (statements.length === 0) return <p class="govuk-body">{none}</p>;
  return (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {statements.map((statement, index) => (
        <li>
          <WrittenText text={statement.text} />
          <Concerns words={words} edition={edition} code={statement.benchmarkCode} />
          {statement.marking === 'OFFICIAL-SENSITIVE' && <p class="govuk-body-s"><Tag colour="orange" classes="dr-nowrap">{statement.marking}</Tag></p>}
          {after?.(statement, index)}
        </li>
      ))}
    </ol>
  );
}

function Concerns({ words, edition, code }: { readonly words: Words; readonly edition: Edition; readonly code: string | null }) {
  const benchmark = code === null ? undefined : benchmarkOf(edition, code);
  return benchmark ? <p class="govuk-body-s govuk-!-margin-bottom-1">{words.moderation.findings.concerns(benchmark.number, benchmark.title.en)}</p> : null;
}

/** A text with its paragraphs as they were written. */
export function WrittenText({ text }: { readonly text: string }) {
  return <>{text.split(/\n+/).map((paragraph) => <p class="govuk-body govuk-!-margin-bottom-1">{paragraph}</p>)}</>;
}
