import { Button, CharacterCount, InsetText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Opened } from '../opened.tsx';
import { paths } from '../paths.ts';
import type { Reopening } from '../reopening-store.ts';
import { secondLimits } from '../rules-second.ts';
import { Prose } from './parts.tsx';

export type ReopeningState =
  | { readonly is: 'not submitted' | 'open' | 'published' | 'submitted' }
  | { readonly is: 'pending'; readonly asked: Reopening; readonly own: boolean };

export type ReopeningProps = {
  readonly words: Words;
  readonly opened: Opened;
  readonly state: ReopeningState;
  /** Those that two people agreed on. */
  readonly done: readonly Reopening[];
  /** As it was sent. */
  readonly reason: string;
  readonly errors: readonly Refusal[];
  /** For who may ask and confirm. */
  readonly seal: FormSeal | undefined;
};

/** Re-opening a submitted year: one asks, another confirms. */
export function ReopeningPage(props: ReopeningProps) {
  const { words, opened: { year }, state, done } = props;
  const said = words.secondReader.reopening;
  return (
    <>
      <span class="govuk-caption-l">{words.assessment.year.caption(year)}</span>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {state.is === 'not submitted' && <InsetText>{said.notSubmitted}</InsetText>}
      {state.is === 'open' && <InsetText>{said.open}</InsetText>}
      {state.is === 'published' && <InsetText>{said.published}</InsetText>}
      {state.is === 'submitted' && <AskForm {...props} />}
      {state.is === 'pending' && <Pending {...props} {...state} />}
      {done.length > 0 && (
        <section aria-labelledby="reopenings">
          <h2 class="govuk-heading-m" id="reopenings">{said.history}</h2>
          {done.map((one) => <ReopeningShown words={words} reopening={one} />)}
        </section>
      )}
    </>
  );
}

function AskForm({ words, opened: { org, year }, seal, reason, errors }: ReopeningProps) {
  const said = words.secondReader.reopening;
  if (!seal) return <p class="govuk-body">{said.who}</p>;
  return (
    <Form action={paths.reopening(org, year)} seal={seal}>
      <CharacterCount name="reason" label={said.reason} labelSize="m" rows={4} maxlength={secondLimits.reopening} threshold={75} value={reason} error={errorAt(words, errors, 'reason')} />
      <Button preventDoubleClick>{said.ask}</Button>
    </Form>
  );
}

function Pending({ words, opened: { org, year }, seal, asked, own }: ReopeningProps & { readonly asked: Reopening; readonly own: boolean }) {
  const said = words.secondReader.reopening;
  return (
    <>
      <ReopeningShown words={words} reopening={asked} />
      {own && <p class="govuk-body">{said.needsOther}</p>}
      {seal && !own && <Form action={paths.reopeningConfirmation(org, year)} seal={seal}><Button preventDoubleClick>{said.confirm}</Button></Form>}
      {seal && <Form action={paths.reopeningWithdrawal(org, year)} seal={seal}><Button variant="secondary" preventDoubleClick>{said.withdraw}</Button></Form>}
    </>
  );
}

function ReopeningShown({ words, reopening: { number, reason, asker, askedAt, confirmer, confirmedAt } }: { readonly words: Words; readonly reopening: Reopening }) {
  const said = words.secondReader.reopening;
  return (
    <div class="govuk-!-margin-bottom-4">
      <p class="govuk-body govuk-!-margin-bottom-1"><strong>{said.ofNumber(number)}</strong></p>
      <Prose text={reason} />
      <p class="govuk-body-s">{said.asked(asker, askedAt)}. {confirmedAt ? `${said.confirmed(confirmer, confirmedAt)}.` : said.pending}</p>
    </div>
  );
}
