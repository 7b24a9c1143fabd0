import { Button, CharacterCount, DateInput, Input } from '../../../govuk/index.ts';
import { errorAt } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { paths } from '../paths.ts';
import { limits } from '../rules.ts';
import type { ItemProps } from './item.tsx';

/** Who does what about it, and by when. */
export function PlanForms({ words, org, seal, refusals, filled: { plan }, recommendation: { id }, followUp }: ItemProps) {
  const said = words.recommendations.plan;
  return (
    <Form action={`${paths.item(org, id)}/plan`} seal={seal} version={followUp.version}>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <Input name="owner" label={said.owner} hint={said.ownerHint} value={plan.owner} error={errorAt(words, refusals, 'owner')} width={30} />
      <Input name="department" label={said.department} value={plan.department} error={errorAt(words, refusals, 'department')} width={30} />
      <DateInput id="due" namePrefix="due" legend={said.due} hint={said.dueHint} value={plan.due} error={errorAt(words, refusals, 'due-day')} />
      <CharacterCount name="reply" label={said.reply} hint={words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75} value={plan.reply} error={errorAt(words, refusals, 'reply')} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
