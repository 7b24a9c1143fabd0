import { Button, Input, Select, Table } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { ObjectiveForm } from '../rules.ts';
import type { Objective } from '../store.ts';
import type { Choice } from './form.tsx';

type ObjectivesProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly refusals: readonly Refusal[]; readonly filled: ObjectiveForm;
  readonly objectives: readonly Objective[]; readonly benchmarks: readonly Choice[]; readonly titleOf: (benchmarkCode: string) => string; readonly writes: boolean;
};

export function ObjectivesPage({ words, seal, org, refusals, filled, objectives, benchmarks, titleOf, writes }: ObjectivesProps) {
  const said = words.actionPlan.objectives;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {objectives.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={objectives} columns={[
          { title: said.objective, rowHeader: true, cell: ({ id, text }: Objective) => (writes ? <a class="govuk-link" href={paths.objective(org, id)}>{text}</a> : text) },
          { title: said.benchmark, cell: ({ benchmarkCode }) => titleOf(benchmarkCode) },
        ]} />
      )}
      {writes && (
        <Form action={paths.objectives(org)} seal={seal}>
          <h2 class="govuk-heading-m">{said.add}</h2>
          <Select name="benchmark" label={said.benchmark} value={filled.benchmark} error={errorAt(words, refusals, 'benchmark')} items={benchmarks} />
          <Input name="text" label={said.text} value={filled.text} error={errorAt(words, refusals, 'text')} />
          <Button preventDoubleClick>{said.add}</Button>
        </Form>
      )}
    </>
  );
}

type ObjectiveProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly refusals: readonly Refusal[]; readonly text: string;
  readonly objective: Objective & { readonly version: number; readonly actions: number }; readonly benchmark: string;
};

export function ObjectivePage({ words, seal, org, refusals, text, objective: { id, version, actions }, benchmark }: ObjectiveProps) {
  const said = words.actionPlan.objectives;
  return (
    <>
      <h1 class="govuk-heading-l">{said.changeHeading}</h1>
      <p class="govuk-body">{benchmark}</p>
      <Form action={paths.objective(org, id)} seal={seal} version={version}>
        <Input name="text" label={said.text} value={text} error={errorAt(words, refusals, 'text')} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
      {actions > 0 ? <p class="govuk-body">{said.served(actions)}</p> : (
        <Form action={`${paths.objective(org, id)}/removal`} seal={seal} version={version}><Button variant="warning" preventDoubleClick>{said.remove}</Button></Form>
      )}
    </>
  );
}
