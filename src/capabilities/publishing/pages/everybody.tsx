import { InsetText, SummaryList, Table } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import type { Release } from '../release.ts';
import { overdueIn, type Comparison } from '../rules.ts';

type EverybodyProps = { readonly words: Words; readonly release: Release; readonly comparison: Comparison };

/** What anyone may read of a body's latest released year, and what to ask about it. */
export function EverybodyPage({ words, release, comparison }: EverybodyProps) {
  const said = words.publishing.everybody;
  return (
    <>
      {release.organisation.invented && <InsetText>{words.site.invented(release.organisation.name)}</InsetText>}
      <h1 class="govuk-heading-l">{said.title(release.organisation.name)}</h1>
      <p class="govuk-body-l">{said.lead(release.year)}</p>
      <Findings words={words} release={release} />
      <h2 class="govuk-heading-m">{said.changed}</h2>
      <Changes words={words} comparison={comparison} />
      <Overdue words={words} release={release} />
      <Statements heading={said.recommendations} texts={release.recommendations} words={words} leftOut={release.left_out.recommendations} />
      <Statements heading={said.strengths} texts={release.strengths} words={words} leftOut={release.left_out.strengths} />
      {release.exempt.map((paragraph) => <p class="govuk-body">{words.paper.exempt(paragraph)}</p>)}
      <h2 class="govuk-heading-m">{said.means}</h2>
      <Scale words={words} release={release} />
      <h2 class="govuk-heading-m">{said.ask}</h2>
      <p class="govuk-body">{said.askNote}</p>
      <ul class="govuk-list govuk-list--bullet">{said.questions.map((question) => <li>{question}</li>)}</ul>
      <p class="govuk-body-s">{said.edition(release.edition.title)}. {said.released(release.released_on)} {said.smallNumbers(release.small_numbers_below)}</p>
    </>
  );
}

/** The outcomes alone: also what the lead reads before a release. */
export function Findings({ words, release }: Pick<EverybodyProps, 'words' | 'release'>) {
  const said = words.publishing.everybody;
  return (
    <Table caption={said.outcomesCaption(release.year)} narrow="stack" rows={release.outcomes} columns={[
      { title: said.benchmark, rowHeader: true, cell: ({ number, title }: Release['outcomes'][number]) => `${number}. ${title}` },
      { title: said.outcome, cell: ({ label }) => <strong>{label}</strong> },
    ]} />
  );
}

function Changes({ words, comparison }: Pick<EverybodyProps, 'words' | 'comparison'>) {
  const said = words.publishing.everybody;
  if (comparison.is === 'nothing before') return <p class="govuk-body">{said.noYearBefore}</p>;
  if (comparison.is === 'other scale') return <p class="govuk-body">{said.otherScale(comparison.edition)}</p>;
  if (comparison.changes.length === 0) return <p class="govuk-body">{said.nothingChanged(comparison.year)}</p>;
  return <ul class="govuk-list govuk-list--bullet">{comparison.changes.map(({ title, from, to }) => <li>{said.change(title, from, to)}</li>)}</ul>;
}

/** What was past its day when the year was released: also what the lead reads before. */
export function Overdue({ words, release }: Pick<EverybodyProps, 'words' | 'release'>) {
  const said = words.publishing.everybody;
  const { late, closed, withoutDay } = overdueIn(release);
  const on = release.released_on;
  const rest = [closed > 0 && said.closed(closed), withoutDay > 0 && said.withoutDay(withoutDay), said.overdueSince].filter((text) => text !== false);
  return (
    <>
      <h2 class="govuk-heading-m">{said.overdue}</h2>
      {release.recommendations.length === 0 ? <p class="govuk-body">{said.nothingRecommended}</p> : (
        <>
          <p class="govuk-body">{late.length > 0 ? said.late(late.length, on) : said.noneLate(on)}</p>
          {late.length > 0 && <ul class="govuk-list govuk-list--bullet govuk-!-text-break-word">{late.map(({ text, dueOn }) => <li>{said.lateLine(text, dueOn)}</li>)}</ul>}
          <p class="govuk-body">{rest.join(' ')}</p>
        </>
      )}
    </>
  );
}

export function Statements({ words, heading, texts, leftOut }: { readonly words: Words; readonly heading: string; readonly texts: readonly string[]; readonly leftOut: number }) {
  const said = words.publishing.everybody;
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      {texts.length === 0 ? <p class="govuk-body">{said.none}</p> : <ul class="govuk-list govuk-list--bullet govuk-!-text-break-word">{texts.map((text) => <li>{text}</li>)}</ul>}
      {leftOut > 0 && <p class="govuk-body">{said.leftOut(leftOut)}</p>}
    </>
  );
}

/** Each level with its source; one that nobody published says so. */
function Scale({ words, release }: Pick<EverybodyProps, 'words' | 'release'>) {
  const said = words.publishing.everybody;
  return (
    <SummaryList rows={release.scale.map(({ label, needs_evidence, source, inferred }) => ({
      key: label,
      value: <>{[needs_evidence ? said.needsEvidence : said.needsNone, inferred ? said.inferred : null, source === null ? null : said.levelFrom(source)].filter((text) => text !== null).map((text) => <p class="govuk-body">{text}</p>)}</>,
    }))} />
  );
}
