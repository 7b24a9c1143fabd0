import { Button, CharacterCount, DateInput, Input, Radios, Select, Textarea } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { limits, origins, otherBody, type DetailsForm } from '../rules.ts';

export type Choice = { readonly value: string; readonly text: string };

export type FormProps = {
  readonly words: Words; readonly seal: FormSeal; readonly heading: string; readonly action: string; readonly button: string; readonly version?: number | undefined;
  readonly refusals: readonly Refusal[]; readonly filled: DetailsForm; readonly places: readonly Choice[]; readonly bodies: readonly Choice[];
  /** The record that a new action comes from, where a page of it led here. */
  readonly record?: string | undefined;
};

/** An action, new or to be changed. */
export function ActionForm(props: FormProps) {
  const { words, seal, heading, action, button, version, refusals, filled, record } = props;
  const said = words.actionPlan.form;
  const at = (field: string) => errorAt(words, refusals, field);
  return (
    <>
      <h1 class="govuk-heading-l">{heading}</h1>
      <Form action={action} seal={seal} version={version}>
        {record !== undefined && <input type="hidden" name="record" value={record} />}
        <CharacterCount name="text" label={said.text} hint={words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75} value={filled.text} error={at('text')} />
        <Select name="place" label={said.place} hint={said.placeHint} value={filled.place} error={at('place')} items={[{ value: '', text: words.actionPlan.whole }, ...props.places]} />
        <Owner {...props} />
        <Textarea name="partners" label={said.partners} rows={2} value={filled.partners} error={at('partners')} />
        <DateInput id="start" namePrefix="start" legend={said.start} hint={said.dayHint} value={filled.start} error={at('start-day')} />
        <DateInput id="due" namePrefix="due" legend={said.due} hint={said.dayHint} value={filled.due} error={at('due-day')} />
        <CharacterCount name="measure" label={said.measure} hint={said.measureHint} rows={3} maxlength={limits.measure} countType="characters" threshold={75} value={filled.measure} error={at('measure')} />
        <Radios name="origin" legend={said.origin} small value={filled.origin} error={at('origin')} items={origins.map((value) => ({ value, text: words.actionPlan.origins[value] }))} />
        <Input name="origin_note" label={said.originNote} hint={said.originNoteHint} value={filled.originNote} error={at('origin_note')} />
        <Radios name="marking" legend={said.marking} inline small value={filled.marking} error={at('marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
        <Button preventDoubleClick>{button}</Button>
      </Form>
    </>
  );
}

function Owner({ words, refusals, filled, bodies }: FormProps) {
  const said = words.actionPlan.form;
  return (
    <>
      <Select name="owner" label={said.owner} hint={said.ownerHint} value={filled.owner} error={errorAt(words, refusals, 'owner')} items={[...bodies, { value: otherBody, text: said.otherBody }]} />
      <Input name="owner_body" label={said.ownerBody} value={filled.ownerBody} error={errorAt(words, refusals, 'owner_body')} width={30} />
      <Input name="role" label={said.role} hint={said.roleHint} value={filled.ownerRole} error={errorAt(words, refusals, 'role')} width={30} />
    </>
  );
}
