import { Button, ButtonGroup, ButtonLink, Select, Table, Tag } from '../../../govuk/index.ts';
import type { Permit } from '../../../kernel/access.ts';
import type { Marking } from '../../../kernel/marking.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { shortened } from '../../recommendations/index.ts';
import { importPaths } from '../../imports/index.ts';
import { paths } from '../paths.ts';
import { shows, type Counts, type Group, type Show } from '../rules.ts';
import type { ActionLine, Objective } from '../store.ts';
import { Standing } from './standing.tsx';

export type PlanProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly organisation: string; readonly today: Day;
  readonly scope: Permit['scope']; readonly writes: boolean;
  readonly show: Show; readonly counts: Counts; readonly shown: number;
  readonly groups: readonly Group<ActionLine, Objective>[];
  readonly titleOf: (benchmarkCode: string) => string;
  /** Recommendations that may be taken into it. */
  readonly untaken: readonly { readonly id: string; readonly text: string; readonly marking: Marking }[];
};

export function PlanPage(props: PlanProps) {
  const { words, org, organisation, scope, writes, counts, shown, groups, untaken } = props;
  const said = words.actionPlan;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(organisation)}</h1>
      <p class="govuk-body">{said.intro}</p>
      {scope !== 'own' && <p class="govuk-body">{said.forOthers[scope]}</p>}
      <p class="govuk-body">{counts.all === 0 ? said.none : said.summary[scope === 'grant' ? 'owned' : 'whole'](counts)}</p>
      {scope === 'own' && (
        <ButtonGroup>
          {writes && <ButtonLink href={paths.added(org)}>{said.add}</ButtonLink>}
          <a class="govuk-link" href={paths.objectives(org)}>{said.objectivesLink}</a>
        </ButtonGroup>
      )}
      {counts.all > 0 && <Filter {...props} />}
      {counts.all > 0 && shown === 0 && <p class="govuk-body">{said.noneShown}</p>}
      {groups.map((group) => <Benchmark {...props} group={group} />)}
      {writes && untaken.length > 0 && <Untaken {...props} />}
      {writes && <p class="govuk-body"><a class="govuk-link" href={importPaths.upload(org, 'plan')}>{words.imports.kinds.plan.link}</a></p>}
      {scope === 'own' && counts.all > 0 && <TakeAway words={words} org={org} />}
    </>
  );
}

function Filter({ words, org, show }: PlanProps) {
  const said = words.actionPlan.show;
  return (
    <form method="get" action={paths.plan(org)} novalidate>
      <Select name="show" label={said.label} value={show} items={shows.map((value) => ({ value, text: said.choices[value] }))} />
      <Button variant="secondary">{said.apply}</Button>
    </form>
  );
}

function Benchmark(props: PlanProps & { readonly group: Group<ActionLine, Objective> }) {
  const { words, titleOf, group: { benchmarkCode, parts } } = props;
  const said = words.actionPlan;
  const title = benchmarkCode === null ? said.whole : titleOf(benchmarkCode);
  const named = parts.some(({ objective }) => objective !== undefined);
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {parts.map(({ objective, lines }) => (
        <>
          {named && <h3 class="govuk-heading-s">{objective?.text ?? said.noObjective}</h3>}
          <Actions {...props} lines={lines} caption={objective?.text ?? title} />
        </>
      ))}
    </>
  );
}

function Actions({ words, org, scope, today, lines, caption }: PlanProps & { readonly lines: readonly ActionLine[]; readonly caption: string }) {
  const said = words.actionPlan;
  return (
    <Table caption={caption} captionHidden narrow="stack" classes="dr-table--even" rows={lines} columns={[
      { title: said.columns.action, rowHeader: true, cell: ({ id, text, marking }: ActionLine) => (
        <>
          {scope === 'tree' ? text : <a class="govuk-link" href={paths.item(org, id)}>{shortened(text)}</a>}
          {marking === 'OFFICIAL-SENSITIVE' && <><br /><Tag colour="orange">{marking}</Tag></>}
        </>
      ) },
      { title: said.columns.owner, cell: ({ owner, ownerRole }) => said.owner(owner, ownerRole) },
      { title: said.columns.due, cell: ({ dueOn }) => (dueOn === null ? said.noDay : said.item.day(dueOn)) },
      { title: said.columns.measure, cell: ({ successMeasure }) => (successMeasure === null ? said.noMeasure : shortened(successMeasure)) },
      { title: said.columns.standing, cell: (action) => <Standing words={words} action={action} today={today} /> },
    ]} />
  );
}

function Untaken({ words, seal, org, untaken }: PlanProps) {
  const said = words.actionPlan.untaken;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <Table caption={said.caption} captionHidden narrow="stack" rows={untaken} columns={[
        { title: said.recommendation, rowHeader: true, cell: ({ text, marking }) => <>{text}{marking === 'OFFICIAL-SENSITIVE' && <><br /><Tag colour="orange">{marking}</Tag></>}</> },
        { title: said.press, cell: ({ id, text }) => (
          <Form action={paths.taken(org, id)} seal={seal}>
            <Button variant="secondary" classes="govuk-!-margin-bottom-0 dr-nowrap" preventDoubleClick>{said.take}<span class="govuk-visually-hidden">{said.hidden(shortened(text))}</span></Button>
          </Form>
        ) },
      ]} />
    </>
  );
}

function TakeAway({ words, org }: Pick<PlanProps, 'words' | 'org'>) {
  const said = words.actionPlan.list;
  return (
    <p class="govuk-body">
      {said.label}{(['xlsx', 'ods', 'csv'] as const).map((format) => <>{' '}<a class="govuk-link" href={paths.file(org, format)}>{said.formats[format]}</a></>)}
    </p>
  );
}
