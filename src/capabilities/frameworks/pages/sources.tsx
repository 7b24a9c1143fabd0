import type { Words } from '../../../words/index.ts';
import { isOurSuggestion } from '../rules.ts';
import type { Indicator, Source } from '../edition.ts';

/** What kind of source a statement has, and where it can be read. */
export function SourceLink({ words, source }: { readonly words: Words; readonly source: Source }) {
  if (source.kind === 'none') return <>{source.note}</>;
  const { title, url } = source;
  return <>{words.frameworks.sources[source.kind]}: {url === undefined ? title : <a class="govuk-link" href={url} rel="noreferrer">{title}</a>}</>;
}

/** Obligation, whose wording, and where it comes from: nothing looks more official than it is. */
export function SourceLine({ words, indicator }: { readonly words: Words; readonly indicator: Indicator }) {
  const said = words.frameworks;
  const { obligation, official, source } = indicator;
  const wording = official ? said.wording.official : isOurSuggestion(indicator) ? said.wording.suggestion : said.wording.ours;
  return (
    <p class="govuk-body-s govuk-!-margin-bottom-2 govuk-!-text-break-word">
      <strong>{said.obligations[obligation]}</strong> ·{' '}
      {source.kind === 'none'
        ? source.note.startsWith(wording) ? source.note : `${wording}. ${source.note}`
        : <>{wording} · <SourceLink words={words} source={source} /></>}
    </p>
  );
}
