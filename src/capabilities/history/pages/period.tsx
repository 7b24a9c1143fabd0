import { Button, Input } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { keptYears } from '../../../kernel/retention.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as SentForm, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Period } from '../rules-period.ts';
import { HistoryLink } from './link.tsx';

type PeriodProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly now: Period;
  readonly form: SentForm; readonly errors: readonly Refusal[]; readonly conflict: boolean; readonly history: string | undefined;
};

/** How long one kind of record is kept, between which bounds and why. */
export function PeriodPage({ words, seal, org, now, form, errors, conflict, history }: PeriodProps) {
  const said = words.history.kept;
  const { least, most, usual } = keptYears[now.period];
  return (
    <>
      <h1 class="govuk-heading-l">{said.change(now.period)}</h1>
      {conflict && <div class="govuk-inset-text">{said.conflict}</div>}
      <p class="govuk-body">{said.classes[now.period]}: {said.now(now.period, now.years)}</p>
      {now.coming && <p class="govuk-body">{said.coming(now.period, now.coming.years, words.assessment.day(now.coming.from))}</p>}
      <p class="govuk-body">{said.least[now.period](least)} {said.most(most)}</p>
      <p class="govuk-body">{said.waits}</p>
      <Form action={paths.period(org, now.period)} seal={seal} version={now.version}>
        <Input name="years" width={2} inputmode="numeric" label={said.years} labelSize="m" hint={said.yearsHint(least, most, usual)}
          value={valueOf(form, 'years') || String(now.coming?.years ?? now.years)} error={errorAt(words, errors, 'years')} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
      <HistoryLink words={words} href={history} />
    </>
  );
}
