import { Button, CharacterCount, Checkboxes, Input, InsetText, Radios, Select, Textarea } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { notApplicable, type Benchmark, type Edition } from '../../frameworks/index.ts';
import type { Origin, StatementKind } from '../findings.ts';
import { limits, notStated, type OutcomeForm, type StatementForm } from '../rules.ts';

export type FormProps<Fields> = {
  readonly words: Words; readonly action: string; readonly seal: FormSeal; readonly fields: Fields;
  readonly version?: number | undefined; readonly refusals?: readonly Refusal[] | undefined;
};

export type OutcomePageProps = FormProps<OutcomeForm> & {
  readonly edition: Edition; readonly benchmark: Benchmark; readonly origin: Origin; readonly selfRating: string | undefined;
  /** The outcome that somebody else stated meanwhile. */
  readonly theirs?: string | undefined;
};

export function OutcomePage(props: OutcomePageProps) {
  const { words, action, seal, version, fields, refusals, edition, benchmark, origin, selfRating, theirs } = props;
  const said = words.moderation.outcome;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title(benchmark.number, benchmark.title.en)}</h1>
      {theirs !== undefined && <Conflict words={words} theirs={theirs} />}
      {selfRating !== undefined && <InsetText>{said.selfRating(selfRating)}</InsetText>}
      <Form action={action} seal={seal} version={version}>
        <Radios name="rating" legend={said.rating} legendSize="m" value={fields.rating} error={errorAt(words, refusals, 'rating')}
          items={[...edition.scale.levels.map(({ code, label }) => ({ value: code, text: inLanguage(label, 'en') })), ...notApplicableChoices(words, edition, origin, fields, refusals)]} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
    </>
  );
}

function notApplicableChoices(words: Words, edition: Edition, origin: Origin, fields: OutcomeForm, refusals: readonly Refusal[] | undefined) {
  const { not_applicable: na } = edition.scale;
  if (!na) return [];
  const [said, label] = [words.moderation.outcome, inLanguage(na.label, 'en')];
  const conditional = (
    <>
      <Textarea name="reason" rows={3} label={said.reason} hint={said.reasonHint} value={fields.reason} error={errorAt(words, refusals, 'reason')} />
      <Input name="lead_body" label={said.leadBody} value={fields.leadBody} error={errorAt(words, refusals, 'lead_body')} />
    </>
  );
  return [{ value: notApplicable, text: label, conditional }, ...(origin === 'transcribed' ? [{ value: notStated, text: said.notStated(label) }] : [])];
}

export type StatementFormProps = FormProps<StatementForm> & { readonly edition: Edition; readonly kind: StatementKind; readonly button: string };

/** The form of a strength or recommendation, new or there already. */
export function StatementFields({ words, action, seal, version, fields, refusals, edition, kind, button }: StatementFormProps) {
  const said = words.moderation.statements;
  return (
    <Form action={action} seal={seal} version={version}>
      <CharacterCount name="text" label={said[kind].label} labelSize="s" hint={said.never} maxlength={limits.text} countType="characters" threshold={75} value={fields.text} error={errorAt(words, refusals, 'text')} />
      <Select name="benchmark" label={said.benchmark} value={fields.benchmark} error={errorAt(words, refusals, 'benchmark')}
        items={[{ value: '', text: said.noBenchmark }, ...edition.benchmarks.map(({ code, number, title }) => ({ value: code, text: `${number} ${title.en}` }))]} />
      <Radios name="marking" legend={said.marking} legendSize="s" inline small value={fields.marking} error={errorAt(words, refusals, 'marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
      <Button preventDoubleClick>{button}</Button>
    </Form>
  );
}

/** What stands now, above the form with what this person wrote. */
export function Conflict({ words, theirs }: { readonly words: Words; readonly theirs: string }) {
  const said = words.moderation.conflict;
  return (
    <>
      <p class="govuk-body">{said.sentence}</p>
      <h2 class="govuk-heading-m">{said.theirs}</h2>
      <InsetText>{theirs}</InsetText>
      <h2 class="govuk-heading-m">{said.yours}</h2>
    </>
  );
}

/** The check: only those who may confirm it get the form. */
export function CheckForm({ words, action, seal, version, refusals }: FormProps<undefined>) {
  const said = words.moderation.check;
  return (
    <Form action={action} seal={seal} version={version}>
      <Checkboxes name="compared" legend={said.legend} legendSize="m" error={errorAt(words, refusals, 'compared')} items={[{ value: 'yes', text: said.confirm }]} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}

/** The last step of a draft: shared, or published. */
export function PublicationForm({ said, action, seal, version }: Omit<FormProps<undefined>, 'refusals'> & { readonly said: { readonly frozen: string; readonly save: string } }) {
  return (
    <Form action={action} seal={seal} version={version}>
      <p class="govuk-body"><strong>{said.frozen}</strong></p>
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
