import { Button, Radios, Table } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Question } from '../bank.ts';
import { paths } from '../paths.ts';
import { codes, type Code } from '../rules-agreement.ts';
import { settleField, type Difference } from '../rules.ts';

type Compared = Difference & { readonly agreed: Code | null };

type DifferencesProps = {
  readonly words: Words; readonly org: string; readonly id: string; readonly seal: FormSeal; readonly refusals: readonly Refusal[]; readonly questions: readonly Question[];
  readonly open: readonly Compared[]; readonly settled: readonly Compared[]; readonly chosen: (field: string) => string; readonly confirmed: boolean;
};

/** Where the two differ: to be settled together, recorded by one and confirmed by the other. */
export function DifferencesPage(props: DifferencesProps) {
  const { words, org, id, seal, refusals, questions, open, settled, chosen, confirmed } = props;
  const said = words.dipSampling.differences;
  const textOf = (code: string) => questions.find((one) => one.code === code)?.text ?? code;
  const { codes: answers } = words.dipSampling;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {open.length > 0 && (
        <Form action={paths.differences(org, id)} seal={seal}>
          <p class="govuk-body">{said.hint}</p>
          {open.map((one) => (
            <Radios name={settleField(one)} legend={said.legend(one.position, textOf(one.question))} legendSize="s" hint={said.said(answers[one.chair], answers[one.police])} inline small
              value={chosen(settleField(one))} error={errorAt(words, refusals, settleField(one))} items={codes.map((code) => ({ value: code, text: answers[code] }))} />
          ))}
          <Button preventDoubleClick>{said.save}</Button>
        </Form>
      )}
      {settled.length > 0 && (
        <Table caption={said.caption} captionSize="m" narrow="stack" rows={settled} columns={[
          { title: said.position, rowHeader: true, cell: ({ position }: Compared) => position }, { title: said.question, cell: ({ question }) => textOf(question) },
          { title: said.chair, cell: ({ chair }) => answers[chair] }, { title: said.police, cell: ({ police }) => answers[police] }, { title: said.agreed, cell: ({ agreed }) => (agreed ? answers[agreed] : '') },
        ]} />
      )}
      {open.length === 0 && (confirmed ? <p class="govuk-body">{said.confirmed}</p> : <Confirm {...props} />)}
      {settled.length > 0 && (
        <Form action={paths.step(org, id, 'agreement/removal')} seal={seal}><Button variant="secondary" preventDoubleClick>{said.again}</Button></Form>
      )}
    </>
  );
}

function Confirm({ words, org, id, seal }: DifferencesProps) {
  const said = words.dipSampling.differences;
  return (
    <Form action={paths.step(org, id, 'agreement')} seal={seal}>
      <p class="govuk-body">{said.confirmHint}</p>
      <Button preventDoubleClick>{said.confirm}</Button>
    </Form>
  );
}
