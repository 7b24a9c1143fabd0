import { type Maybe, classNames } from './attributes.ts';
import { type GroupProps, FieldsetGroup } from './form-group.tsx';
import type { LegendProps } from './fieldset.tsx';
import { Input } from './input.tsx';
import { words } from './words.ts';

export const dateParts = ['day', 'month', 'year'] as const;

export type DatePart = typeof dateParts[number];

export type DateInputProps = GroupProps & LegendProps & {
  readonly id: string;
  /** `dob` gives fields named `dob-day`, `dob-month`, `dob-year`. */
  readonly namePrefix?: string | undefined;
  readonly value?: { readonly [part in DatePart]?: string | number | undefined } | undefined;
  /** All three unless given: month and year, say. */
  readonly parts?: readonly Maybe<DatePart>[] | undefined;
  /** The parts that the error is about; all of them unless given. */
  readonly errorParts?: readonly DatePart[] | undefined;
  readonly labels?: { readonly [part in DatePart]?: string | undefined } | undefined;
  readonly autocomplete?: { readonly [part in DatePart]?: string | undefined } | undefined;
};

export function DateInput(props: DateInputProps) {
  const { id, parts = dateParts, classes, attributes } = props;
  return (
    <FieldsetGroup id={id} group={props} role="group">
      <div class={classNames('govuk-date-input', classes)} id={id} {...attributes}>
        {parts.map((part) => part && <div class="govuk-date-input__item"><Part part={part} date={props} /></div>)}
      </div>
    </FieldsetGroup>
  );
}

function Part({ part, date }: { readonly part: DatePart; readonly date: DateInputProps }) {
  const inError = date.errorParts?.includes(part) ?? !!date.error;
  return (
    <Input id={`${date.id}-${part}`} name={date.namePrefix ? `${date.namePrefix}-${part}` : part} inputmode="numeric"
      label={date.labels?.[part] ?? words[part]} labelClasses="govuk-date-input__label"
      classes={classNames('govuk-date-input__input', inError && 'govuk-input--error')} width={part === 'year' ? 4 : 2}
      value={date.value?.[part]} autocomplete={date.autocomplete?.[part]} />
  );
}
