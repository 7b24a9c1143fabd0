import { Button, Radios, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { grounds } from '../rules.ts';
import { elections, verdictsFor, type Held } from '../rules-keys.ts';
import type { BookingLine, Turned } from '../store.ts';
import { Keys } from './parts.tsx';

export type DecisionProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[];
  readonly booking: BookingLine; readonly before: readonly Turned[]; readonly free: Outcome<readonly Held[]>;
};

/** One key of an open decision, with what a refusal, a cancellation or a restriction has to say. */
export function DecisionPage(props: DecisionProps) {
  const { words, org, seal, form, refusals, booking, before, free } = props;
  const { key: said, one, sides, verdicts } = words.venueHire;
  const question = booking.asking ?? 'hire';
  const held = free.accepted ? free.value : [];
  const at = (name: string) => ({ name, value: valueOf(form, name), error: errorAt(words, refusals, name) });
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading[question]}</h1>
      <p class="govuk-body">{said.intro}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.booking(org, booking.id)}>{one.heading(booking.reference)}</a></p>
      {before.length > 0 && <><h2 class="govuk-heading-m">{said.before}</h2><Keys words={words} keys={before} hireRound={booking.hireRound} /></>}
      {!free.accepted && refusals.length === 0 ? <p class="govuk-body">{one.mayNot}: {free.refusals.map(({ say }) => say(words)).join(' ')}</p> : (
        <Form action={paths.decision(org, booking.id)} seal={seal}>
          {held.length > 1 && <Radios {...at('side')} legend={said.side} legendSize="s" small items={held.map(({ side }) => ({ value: side, text: sides[side] }))} />}
          <Radios {...at('verdict')} legend={said.verdict} legendSize="m" small items={verdictsFor(question).map((value) => ({ value, text: verdicts[value] }))} />
          <Textarea {...at('said')} label={said.said} labelSize="s" hint={words.venueHire.never} rows={3} />
          {question === 'hire' && <Conditions {...props} />}
          <Safeguards {...props} />
          <Button preventDoubleClick>{said.send}</Button>
        </Form>
      )}
    </>
  );
}

function Conditions({ words, form, refusals, before }: DecisionProps) {
  const { key: said, form: { yes, no } } = words.venueHire;
  const first = before.find(({ conditions }) => conditions !== null);
  const at = (name: string, kept: string | undefined) => ({ name, value: refusals.length > 0 ? valueOf(form, name) : kept ?? '', error: errorAt(words, refusals, name) });
  return (
    <>
      <Textarea {...at('conditions', first?.conditions ?? undefined)} label={said.conditions} labelSize="s" hint={said.conditionsHint} rows={3} />
      <Radios {...at('restrictive', first && (first.restrictive ? 'yes' : 'no'))} legend={said.restrictive} legendSize="s" hint={said.conditionsHint} small inline items={[{ value: 'yes', text: yes }, { value: 'no', text: no }]} />
    </>
  );
}

/** Filled in already, like the conditions, as the other side filled it in, where it did. */
function Safeguards({ words, form, refusals, before }: DecisionProps) {
  const { key: said, grounds: lawful, elections: periods } = words.venueHire;
  const first = before.find(({ safeguards }) => safeguards !== null)?.safeguards;
  const at = (name: string, kept: string | undefined) => ({ name, value: refusals.length > 0 ? valueOf(form, name) : kept ?? '', error: errorAt(words, refusals, name) });
  return (
    <>
      <h2 class="govuk-heading-m">{said.safeguards}</h2>
      <p class="govuk-body">{said.safeguardsHint}</p>
      <Radios {...at('ground', first?.ground)} legend={said.ground} legendSize="s" hint={words.venueHire.form.concernHint} small items={grounds.map((value) => ({ value, text: lawful[value] }))} />
      <Textarea {...at('ground_said', first?.groundSaid)} label={said.groundSaid} labelSize="s" rows={3} />
      <Textarea {...at('less_restrictive', first?.lessRestrictive)} label={said.lessRestrictive} labelSize="s" hint={said.lessHint} rows={3} />
      <Textarea {...at('equality', first?.equality)} label={said.equality} labelSize="s" rows={3} />
      <Textarea {...at('expression', first?.expression)} label={said.expression} labelSize="s" rows={3} />
      <Radios {...at('election', first?.election)} legend={said.election} legendSize="s" hint={said.electionHint} small items={elections.map((value) => ({ value, text: periods[value] }))} />
      <Textarea {...at('review_route', first?.reviewRoute)} label={said.reviewRoute} labelSize="s" hint={said.reviewHint} rows={2} />
    </>
  );
}
