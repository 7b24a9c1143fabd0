import { Button } from '../../../govuk/index.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';

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
