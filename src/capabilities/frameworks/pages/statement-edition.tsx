import { Details, InsetText, SummaryList, Table, Tag } from '../../../govuk/index.ts';
import { writtenYear } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import type { Source, StatementEdition } from '../edition.ts';
import { isOurSuggestion } from '../rules.ts';
import { SourceLink } from './sources.tsx';

type Props = { readonly words: Words; readonly edition: StatementEdition };

/** A whole edition of the Channel panel's annual statement: its scale, and each area of control with its standard and options. */
export function StatementEditionPage({ words, edition }: Props) {
  const said = words.frameworks.statementEdition;
  const { edition: both } = words.frameworks;
  const { source, areas } = edition;
  const sentences = areas.flatMap((area) => [area, ...area.options]);
  return (
    <>
      <span class="govuk-caption-l">{words.frameworks.editions.forStatements(edition.sector)}</span>
      <h1 class="govuk-heading-l">{edition.title.en}</h1>
      <SummaryList rows={[
        { key: both.summary.year, value: writtenYear(edition.year) },
        { key: said.publisher, value: edition.publisher.en },
        { key: both.summary.source, value: <a class="govuk-link" href={source.url} rel="noreferrer">{source.title}</a> },
        { key: both.summary.readOn, value: both.readOn(source.read_on) },
        { key: both.summary.official, value: said.official(sentences.filter(({ official }) => official).length, sentences.length) },
        { key: both.summary.file, value: edition.short_name, valueClasses: 'govuk-!-text-break-word' },
      ]} />
      <InsetText>{source.note}</InsetText>
      <Table caption={both.scaleCaption} narrow="stack" rows={edition.scale.levels} columns={[
        { title: said.extent, rowHeader: true, cell: (level: StatementEdition['scale']['levels'][number]) => <>{level.label.en}{isOurSuggestion(level) && <> <Tag colour="grey">{said.ours}</Tag></>}</> },
        { title: both.source, cell: (level) => <SourceLink words={words} source={level.source} /> },
      ]} />
      {areas.map(({ code, number, title, title_source: from, standard, official, source: of, options }) => (
        <section id={code} class="govuk-!-margin-bottom-8">
          <h2 class="govuk-heading-m">{both.benchmark(number, title.en)}{from.kind === 'none' && <> <Tag colour="grey">{said.ourTitle}</Tag></>}</h2>
          <p class="govuk-body govuk-!-margin-bottom-1">{standard.en}</p>
          <Whose words={words} official={official} source={of} />
          <Details summary={said.options(options.length)}>
            <ul class="govuk-list govuk-list--bullet">{options.map((option) => <li>{option.text.en}<Whose words={words} official={option.official} source={option.source} /></li>)}</ul>
          </Details>
        </section>
      ))}
    </>
  );
}

/** Whose wording a sentence is, and where it comes from. */
function Whose({ words, official, source }: { readonly words: Words; readonly official: boolean; readonly source: Source }) {
  const { wording } = words.frameworks;
  return (
    <p class="govuk-body-s govuk-!-margin-bottom-2 govuk-!-text-break-word">
      {source.kind === 'none' ? source.note : <>{official ? wording.official : wording.ours} · <SourceLink words={words} source={source} />{source.note !== undefined && ` (${source.note})`}</>}
    </p>
  );
}
