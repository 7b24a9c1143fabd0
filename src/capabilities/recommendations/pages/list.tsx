import { Table, Tag } from '../../../govuk/index.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { isOverdue, type Status } from '../rules.ts';

export type Line = { readonly id: string; readonly text: string; readonly year: string; readonly marking: Marking; readonly status: Status; readonly owner: string | undefined };

type ListProps = {
  readonly words: Words; readonly org: string; readonly organisation: string; readonly today: Day; readonly lines: readonly Line[];
  /** The body's own people go on to each, and see who owns it. */
  readonly own: boolean;
};

export function ListPage(props: ListProps) {
  const { words, organisation, lines, own } = props;
  const said = words.recommendations.list;
  const open = lines.filter(({ status }) => status.state !== 'closed');
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(organisation)}</h1>
      {lines.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <>
          <p class="govuk-body">{said.intro}</p>
          {!own && <p class="govuk-body">{said.statusOnly}</p>}
          {open.length === 0 ? <p class="govuk-body">{said.noneOpen}</p> : <Lines {...props} lines={open} caption={said.caption.open} />}
          {open.length < lines.length && <Lines {...props} lines={lines.filter(({ status }) => status.state === 'closed')} caption={said.caption.closed} />}
        </>
      )}
    </>
  );
}

function Lines({ words, org, today, lines, own, caption }: ListProps & { readonly caption: string }) {
  const said = words.recommendations.list;
  return (
    <Table caption={caption} captionSize="m" narrow="stack" rows={lines} columns={[
      { title: said.recommendation, rowHeader: true, cell: ({ id, text, marking }) => (
        <>
          {own ? <a class="govuk-link" href={paths.item(org, id)}>{shortened(text)}</a> : text}
          {marking === 'OFFICIAL-SENSITIVE' && <><br /><Tag colour="orange">{marking}</Tag></>}
        </>
      ) },
      { title: said.year, cell: ({ year }) => year.replace('-', '/') },
      ...(own ? [{ title: said.owner, cell: ({ owner }: Line) => owner ?? said.noOwner }] : []),
      { title: said.due, cell: ({ status }) => (status.dueOn === null ? said.noDay : words.recommendations.item.day(status.dueOn)) },
      { title: said.state, cell: ({ status }) => <StateTag words={words} status={status} today={today} /> },
    ]} />
  );
}

export function StateTag({ words, status, today }: { readonly words: Words; readonly status: Status; readonly today: Day }) {
  const said = words.recommendations.states;
  const colour = { open: 'blue', proposed: 'yellow', closed: 'green' } as const;
  return <><Tag colour={colour[status.state]}>{said[status.state]}</Tag>{isOverdue(status, today) && <>{' '}<Tag colour="red">{said.overdue}</Tag></>}</>;
}

/** As much of a text as names it in a list. */
export function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 140).replace(/\s+\S*$/, '')} …`;
}
