import { Button, Input } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { leastThreshold, mostThreshold, usualThreshold } from '../../../kernel/small-numbers.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as SentForm, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { paths } from '../paths.ts';
import type { Threshold } from '../threshold-store.ts';

export type ThresholdProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly now: Threshold;
  readonly form: SentForm; readonly errors: readonly Refusal[]; readonly conflict: boolean; readonly history: string | undefined;
};

/** Below what count of people a number is left out, and what that does. */
export function ThresholdPage({ words, seal, org, now, form, errors, conflict, history }: ThresholdProps) {
  const said = words.organisations.threshold;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      {conflict && <div class="govuk-inset-text">{said.conflict(now.below)}</div>}
      <p class="govuk-body">{said.now(now.below)}</p>
      <p class="govuk-body">{said.what}</p>
      <p class="govuk-body">{said.frozen}</p>
      <Form action={paths.threshold(org)} seal={seal} version={now.version}>
        <Input name="below" width={3} inputmode="numeric" label={said.label} labelSize="m" hint={said.hint(leastThreshold, mostThreshold, usualThreshold)}
          value={valueOf(form, 'below') || String(now.below)} error={errorAt(words, errors, 'below')} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
      <HistoryLink words={words} href={history} />
    </>
  );
}
