import { ButtonLink, SummaryList, Table, Tag } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Programme, State } from '../rules.ts';
import type { Exercise } from '../store.ts';

const colours = { planned: 'grey', frozen: 'blue', drawn: 'yellow', closed: 'green', lapsed: 'red' } as const satisfies Record<State, string>;

export function StateTag({ words, state }: { readonly words: Words; readonly state: State }) {
  return <Tag colour={colours[state]}>{words.dipSampling.states[state]}</Tag>;
}

type ListProps = { readonly words: Words; readonly org: string; readonly programme: Programme | undefined; readonly exercises: readonly Exercise[]; readonly writes: boolean };

/** The programme of an area and its exercises, the newest first. */
export function ListPage({ words, org, programme, exercises, writes }: ListProps) {
  const said = words.dipSampling.list;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.pathway(org)}>{words.dipSampling.pathwayLink}</a></p>
      <h2 class="govuk-heading-m">{said.programme}</h2>
      {programme ? <SummaryList rows={[{ key: said.often, value: said.every(programme.everyMonths) }, { key: said.purpose, value: <span class="govuk-!-text-break-word">{programme.purpose}</span> }]} /> : <p class="govuk-body">{said.noProgramme}</p>}
      {writes && <p class="govuk-body"><a class="govuk-link" href={paths.programme(org)}>{programme ? said.change : said.set}</a></p>}
      <h2 class="govuk-heading-m">{said.exercises}</h2>
      {exercises.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.exercises} captionHidden narrow="stack" rows={exercises} columns={[
          { title: said.panel, rowHeader: true, cell: ({ id, panel, repeatsId, state }: Exercise) => <><a class="govuk-link" href={state === 'closed' ? paths.result(org, id) : paths.item(org, id)}>{said.open(panel)}</a>{repeatsId !== null && <>{' '}<Tag colour="orange">{said.repeat}</Tag></>}</> },
          { title: said.time, cell: ({ fromDay, toDay }) => words.dipSampling.period(fromDay, toDay) },
          { title: said.size, cell: ({ sampleSize, population }) => said.of(sampleSize, population) },
          { title: said.state, cell: ({ state }) => <StateTag words={words} state={state} /> },
        ]} />
      )}
      {writes && programme && <ButtonLink href={paths.form(org)}>{said.plan}</ButtonLink>}
    </>
  );
}
