import { Button, ErrorMessage, Radios, SummaryList } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Question } from '../bank.ts';
import { paths } from '../paths.ts';
import { codes, type Code } from '../rules-agreement.ts';

type CaseProps = {
  readonly words: Words; readonly org: string; readonly id: string; readonly seal: FormSeal; readonly refusals: readonly Refusal[]; readonly position: number;
  readonly questions: readonly Question[]; readonly answered: ReadonlyMap<string, Code> | undefined; readonly chosen: (question: string) => string; readonly finished: boolean;
};

/** One position: what the reviewer answers of it, in codes alone; what they answered, once they have. */
export function CasePage(props: CaseProps) {
  const { words, org, id, seal, refusals, position, questions, answered, chosen } = props;
  const said = words.dipSampling.case;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(position)}</h1>
      {answered ? <Answered {...props} answered={answered} /> : (
        <>
          <p class="govuk-body">{said.hint}</p>
          <Form action={paths.case(org, id, position)} seal={seal}>
            {questions.map(({ code, text }) => (
              <Radios name={`q-${code}`} legend={text} legendSize="s" inline small value={chosen(code)} error={errorAt(words, refusals, `q-${code}`)} items={codes.map((one) => ({ value: one, text: words.dipSampling.codes[one] }))} />
            ))}
            <Button preventDoubleClick>{said.save}</Button>
          </Form>
        </>
      )}
    </>
  );
}

function Answered({ words, org, id, seal, refusals, position, questions, answered, finished }: CaseProps & { readonly answered: ReadonlyMap<string, Code> }) {
  const said = words.dipSampling.case;
  const error = errorAt(words, refusals, 'take-back');
  return (
    <>
      <p class="govuk-body">{said.answered(position)}</p>
      <SummaryList rows={questions.map(({ code, text }) => { const one = answered.get(code); return { key: text, value: one ? words.dipSampling.codes[one] : '' }; })} />
      {finished ? <p class="govuk-body">{said.finished}</p> : (
        <Form action={paths.takeBack(org, id, position)} seal={seal}>
          {error !== undefined && <ErrorMessage id="take-back-error">{error}</ErrorMessage>}
          <p class="govuk-hint" id="take-back" tabIndex={-1}>{said.takeBackHint}</p>
          <Button variant="secondary" preventDoubleClick>{said.takeBack}</Button>
        </Form>
      )}
      <p class="govuk-body"><a class="govuk-link" href={paths.item(org, id)}>{said.next}</a></p>
    </>
  );
}
