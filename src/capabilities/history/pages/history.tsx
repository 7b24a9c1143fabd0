import type { Organisation } from '../../../kernel/access.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { FieldChange } from '../rules.ts';
import type { HistoryEvent } from '../store.ts';

type Props = {
  readonly words: Words;
  readonly title: string;
  readonly organisation: Organisation;
  readonly events: readonly HistoryEvent[];
  readonly older: string | undefined;
  /** The record that the page is about; the others lead to pages of their own. */
  readonly shown: string | undefined;
};

/** What happened, newest first, as a list that reads aloud well. */
export function HistoryPage({ words, title, organisation, events, older, shown }: Props) {
  const said = words.history;
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{said.explanation}</p>
      <ol class="govuk-list dr-history" reversed>
        {events.map((event) => (
          <li class="dr-history__event">
            <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
              {event.recordId === shown
                ? said.event(event.action, said.kind(event.recordKind))
                : <a class="govuk-link" href={paths.record(organisation.shortName, event.recordKind, event.recordId)}>{said.event(event.action, said.kind(event.recordKind))}</a>}
            </h2>
            <p class="govuk-hint govuk-!-margin-bottom-1">
              <time datetime={event.at.toISOString()}>{said.moment(event.at)}</time>, {event.person ? said.person(event.person.name, event.person.organisation) : said.product} · {said.number(event.seq)}
            </p>
            {event.changes.length > 0 && <ul class="govuk-list govuk-list--bullet">{event.changes.map((change) => <li>{sentenceOf(change, words)}</li>)}</ul>}
          </li>
        ))}
      </ol>
      {older !== undefined && <p class="govuk-body"><a class="govuk-link" href={older}>{said.older}</a></p>}
    </>
  );
}

function sentenceOf(change: FieldChange, words: Words): string {
  const said = words.history;
  const field = said.field(change.field);
  if (change.is === 'text') return said.became(field, change.text);
  if (change.is === 'emptied') return said.emptied(field);
  if (change.is === 'erased') return said.erased(field);
  const [from, to] = [said.value(change.from), said.value(change.to)];
  if (to === undefined) return said.was(field, from ?? '');
  return from === undefined ? said.became(field, to) : said.changed(field, from, to);
}
