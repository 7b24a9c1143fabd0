import { Table, Tag } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import type { Edition } from '../edition.ts';
import { paths } from '../paths.ts';
import { changedWords, compareEditions, type IndicatorChange } from '../rules-comparing.ts';
import { ratingLabel } from '../rules.ts';

type Props = { readonly words: Words; readonly earlier: Edition; readonly later: Edition };

/** What changed from one edition of a sector to another, indicator by indicator. */
export function ComparisonPage({ words, earlier, later }: Props) {
  const said = words.frameworks.comparison;
  const changes = compareEditions(earlier, later);
  const count = (is: IndicatorChange['is']) => changes.filter((change) => change.is === is).length;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">
        {said.from} <a class="govuk-link" href={paths.edition(earlier.short_name)}>{earlier.title.en}</a> {said.to} <a class="govuk-link" href={paths.edition(later.short_name)}>{later.title.en}</a>
      </p>
      <ul class="govuk-list govuk-list--bullet">{(['same', 'changed', 'new', 'gone'] as const).map((is) => <li>{said.counted[is](count(is))}</li>)}</ul>
      <p class="govuk-body">{said.scale(earlier.scale.levels.map(({ label }) => label.en), later.scale.levels.map(({ label }) => label.en))}</p>
      <p class="govuk-body">{said.how}</p>
      <Table caption={said.caption} captionHidden narrow="stack" rows={changes} columns={[
        { title: said.indicator, rowHeader: true, cell: codeOf },
        { title: said.change, cell: (change: IndicatorChange) => <Kind words={words} later={later} earlier={earlier} change={change} /> },
        { title: said.text, cell: (change) => <Text words={words} change={change} /> },
        { title: said.answer, cell: ({ is }) => said.answers[is] },
      ]} />
    </>
  );
}

function codeOf(change: IndicatorChange): string {
  if (change.is === 'gone') return change.from.indicator.code;
  return change.to.indicator.code;
}

function Kind({ words, earlier, later, change }: Props & { readonly change: IndicatorChange }) {
  const said = words.frameworks.comparison;
  const carriesOn = change.is === 'same' || change.is === 'changed';
  const level = (edition: Edition, code: string) => ratingLabel(edition, code, 'en') ?? code;
  return (
    <>
      <Tag colour="grey">{said.kinds[change.is]}</Tag>
      {carriesOn && change.from.indicator.code !== change.to.indicator.code && <><br />{said.was(change.from.indicator.code)}</>}
      {carriesOn && change.movedBenchmark && <><br />{said.movedBenchmark(change.from.benchmark.title.en, change.to.benchmark.title.en)}</>}
      {carriesOn && change.movedLevel && <><br />{said.movedLevel(level(earlier, change.from.indicator.level), level(later, change.to.indicator.level))}</>}
    </>
  );
}

/** Struck through and underlined, and said in words beside it, so that no colour and no drawing is needed. */
function Text({ words, change }: { readonly words: Words; readonly change: IndicatorChange }) {
  const said = words.frameworks.comparison;
  if (change.is === 'gone') return <>{change.from.indicator.text.en}</>;
  if (change.is !== 'changed') return <>{change.to.indicator.text.en}</>;
  return (
    <>
      {changedWords(change.from.indicator.text.en, change.to.indicator.text.en).map(({ is, text }) => {
        if (is === 'kept') return <>{text} </>;
        return is === 'taken out' ? <><del>[{said.takenOut}: {text}]</del>{' '}</> : <><ins>[{said.putIn}: {text}]</ins>{' '}</>;
      })}
    </>
  );
}
