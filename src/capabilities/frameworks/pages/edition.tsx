import type { ComponentChildren } from 'preact';
import { Details, InsetText, SummaryList, Table, Tag } from '../../../govuk/index.ts';
import { writtenYear } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import type { Benchmark, Edition, Indicator, Level } from '../edition.ts';
import { indicatorsByLevel, inferredNote, needsEvidence, otherNames } from '../rules.ts';
import type { EditionLine } from '../store.ts';
import { paths } from '../paths.ts';
import { SourceLine, SourceLink } from './sources.tsx';

type Props = { readonly words: Words; readonly edition: Edition };

/** A whole edition as it was published: the law, the scale, and every benchmark with its indicators and their sources. */
export function EditionPage({ words, edition, earlier }: Props & { readonly earlier: readonly EditionLine[] }) {
  const said = words.frameworks.edition;
  return (
    <>
      <span class="govuk-caption-l">{words.frameworks.editions.sectorName(edition.sector)}</span>
      <h1 class="govuk-heading-l">{edition.title.en}</h1>
      <Summary words={words} edition={edition} />
      <InsetText>{edition.source.note}</InsetText>
      {edition.benchmarks.length === 0 && <p class="govuk-body">{said.scaleOnly}</p>}
      {earlier.map(({ shortName, title }) => <p class="govuk-body"><a class="govuk-link" href={paths.comparison(edition.short_name, shortName)}>{said.comparedWith(title.en)}</a></p>)}
      <Contents words={words} edition={edition} />
      <Section id="law" title={said.law}>{edition.legal_basis.map((provision) => <Provision words={words} provision={provision} />)}</Section>
      <Section id="context" title={said.context}>
        <ul class="govuk-list govuk-list--bullet">
          {edition.context.map(({ text, source }) => <li>{text.en}<br /><span class="govuk-body-s govuk-!-text-break-word"><SourceLink words={words} source={source} /></span></li>)}
        </ul>
      </Section>
      <Section id="authorities" title={said.authorities}>
        <ol class="govuk-list govuk-list--number">{edition.specified_authorities.map(({ text }) => <li>{text.en}</li>)}</ol>
      </Section>
      <Section id="scale" title={said.scale}><Scale words={words} edition={edition} /></Section>
      {edition.benchmarks.map((benchmark) => <BenchmarkSection words={words} edition={edition} benchmark={benchmark} />)}
    </>
  );
}

function Section({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) {
  return <section id={id} class="govuk-!-margin-bottom-8"><h2 class="govuk-heading-m">{title}</h2>{children}</section>;
}

function Summary({ words, edition }: Props) {
  const said = words.frameworks.edition;
  const indicators = edition.benchmarks.flatMap((benchmark) => benchmark.indicators);
  const { source } = edition;
  return (
    <SummaryList rows={[
      { key: said.summary.year, value: writtenYear(edition.year) },
      { key: said.summary.publisher, value: edition.publisher.en },
      { key: said.summary.source, value: <a class="govuk-link" href={source.url} rel="noreferrer">{source.title}</a> },
      { key: said.summary.readOn, value: said.readOn(source.read_on) },
      { key: said.summary.official, value: said.official(indicators.filter(({ official }) => official).length, indicators.length) },
      { key: said.summary.file, value: edition.short_name, valueClasses: 'govuk-!-text-break-word' },
    ]} />
  );
}

function Contents({ words, edition }: Props) {
  const said = words.frameworks.edition;
  const entries = [
    { id: 'law', text: said.law }, { id: 'context', text: said.context }, { id: 'authorities', text: said.authorities }, { id: 'scale', text: said.scale },
    ...edition.benchmarks.map(({ code, number, title }) => ({ id: code, text: said.benchmark(number, title.en) })),
  ];
  return (
    <nav aria-labelledby="contents" class="govuk-!-margin-bottom-8">
      <h2 class="govuk-heading-s" id="contents">{said.contents}</h2>
      <ul class="govuk-list">{entries.map(({ id, text }) => <li><a class="govuk-link" href={`#${id}`}>{text}</a></li>)}</ul>
    </nav>
  );
}

function Provision({ words, provision }: { readonly words: Words; readonly provision: Edition['legal_basis'][number] }) {
  const { act, section, title, paragraphs, source } = provision;
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{title.en}</h3>
      <p class="govuk-body-s govuk-!-margin-bottom-1">{words.frameworks.edition.section(act.en, section.en)}</p>
      {paragraphs.map(({ number, text }) => <p class="govuk-body govuk-!-margin-bottom-1">({number}) {text.en}</p>)}
      <p class="govuk-body-s govuk-!-margin-bottom-4 govuk-!-text-break-word"><SourceLink words={words} source={source} /></p>
    </>
  );
}

function Scale({ words, edition }: Props) {
  const { edition: said, inferred } = words.frameworks;
  const { levels, not_applicable } = edition.scale;
  return (
    <>
      <Table caption={said.scaleCaption} narrow="stack" rows={levels} columns={[
        { title: said.level, rowHeader: true, cell: (level: Level) => <>{level.label.en}{inferredNote(edition, level.code) !== undefined && <> <Tag colour="grey">{inferred}</Tag></>}</> },
        { title: said.evidence, cell: (level) => (needsEvidence(level) ? said.needsEvidence : said.noEvidence) },
        { title: said.source, cell: ({ source }) => <SourceLink words={words} source={source} /> },
      ]} />
      {not_applicable && <p class="govuk-body">{said.besideScale}: <strong>{not_applicable.label.en}</strong>. <SourceLink words={words} source={not_applicable.source} />.</p>}
    </>
  );
}

function BenchmarkSection({ words, edition, benchmark }: Props & { readonly benchmark: Benchmark }) {
  const said = words.frameworks.edition;
  const { code, number, title, purpose, not_applicable_when, evidence_examples, never_store } = benchmark;
  return (
    <Section id={code} title={said.benchmark(number, title.en)}>
      <p class="govuk-body">{purpose.en}</p>
      {otherNames(benchmark).length > 0 && <p class="govuk-body">{said.aliases(otherNames(benchmark))}</p>}
      {not_applicable_when && <p class="govuk-body"><strong>{said.notApplicable}</strong>: {not_applicable_when.en}</p>}
      {indicatorsByLevel(edition, benchmark.indicators).map(({ level, indicators, first }) => (
        <>
          <h3 class="govuk-heading-s">{first ? said.asks(level.label.en) : said.adds(level.label.en)}</h3>
          <ul class="govuk-list govuk-list--spaced">{indicators.map((indicator) => <IndicatorItem words={words} indicator={indicator} />)}</ul>
        </>
      ))}
      <TextList summary={said.examples} texts={evidence_examples} />
      <TextList summary={said.never} texts={never_store} />
    </Section>
  );
}

function IndicatorItem({ words, indicator }: { readonly words: Words; readonly indicator: Indicator }) {
  const { code, text, source } = indicator;
  return (
    <li id={code}>
      {text.en} <span class="dr-nowrap govuk-hint govuk-!-display-inline">{code}</span>
      <SourceLine words={words} indicator={indicator} />
      {source.kind !== 'none' && source.note !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-2">{source.note}</p>}
    </li>
  );
}

function TextList({ summary, texts }: { readonly summary: string; readonly texts: readonly { readonly en: string }[] }) {
  if (texts.length === 0) return null;
  return <Details summary={summary}><ul class="govuk-list govuk-list--bullet">{texts.map(({ en }) => <li>{en}</li>)}</ul></Details>;
}
