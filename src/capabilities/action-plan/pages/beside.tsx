import { Button } from '../../../govuk/index.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { shortened, StateTag } from '../../recommendations/index.ts';
import { paths } from '../paths.ts';
import type { State } from '../rules.ts';

/** On the page of a recommendation: its action, or the press that makes one of it. */
export function BesideRecommendation({ words, seal, org, recommendation, action, writes }: { readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly recommendation: string; readonly action: string | undefined; readonly writes: boolean }) {
  const said = words.actionPlan.beside;
  if (action !== undefined) return <p class="govuk-body"><a class="govuk-link" href={paths.item(org, action)}>{said.taken}</a></p>;
  return writes ? (
    <Form action={paths.taken(org, recommendation)} seal={seal}>
      <p class="govuk-hint">{said.hint}</p>
      <Button variant="secondary" preventDoubleClick>{said.take}</Button>
    </Form>
  ) : null;
}

type ActionsProps = { readonly words: Words; readonly org: string; readonly risk: string; readonly today: Day; readonly writes: boolean; readonly actions: readonly { readonly id: string; readonly text: string; readonly state: State; readonly dueOn: string | null }[] };

/** On the page of a risk: what the plan does about it. */
export function ActionsOfRisk({ words, org, risk, today, writes, actions }: ActionsProps) {
  const said = words.actionPlan.beside;
  if (actions.length === 0 && !writes) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.ofRisk}</h2>
      {actions.length === 0 ? <p class="govuk-body">{said.noneOfRisk}</p> : (
        <ul class="govuk-list govuk-list--bullet">
          {actions.map((action) => <li><a class="govuk-link govuk-!-text-break-word" href={paths.item(org, action.id)}>{shortened(action.text)}</a>{' '}<StateTag words={words} status={action} today={today} /></li>)}
        </ul>
      )}
      {writes && <p class="govuk-body"><a class="govuk-link" href={paths.from(org, 'risk', risk)}>{said.addToRisk}</a></p>}
    </>
  );
}
