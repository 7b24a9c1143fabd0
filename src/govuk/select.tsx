import { type Attributes, type Maybe, classNames } from './attributes.ts';
import { type FieldProps, LabelledGroup, describedBy } from './form-group.tsx';

export type SelectItem = {
  readonly value?: string | number | undefined;
  readonly text: string;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

export type SelectProps = FieldProps & {
  readonly items: readonly Maybe<SelectItem>[];
  /** The value of the item that is selected, unless an item says so itself. */
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
};

export function Select(props: SelectProps) {
  const id = props.id ?? props.name;
  return (
    <LabelledGroup field={props}>
      <select class={classNames('govuk-select', props.classes, props.error ? 'govuk-select--error' : undefined)} id={id} name={props.name}
        disabled={props.disabled} aria-describedby={describedBy(id, props)} {...props.attributes}>
        {props.items.map((item) => item && (
          <option value={item.value} selected={isSelected(item, props.value)} disabled={item.disabled} {...item.attributes}>{item.text}</option>
        ))}
      </select>
    </LabelledGroup>
  );
}

function isSelected(item: SelectItem, value: string | number | undefined): boolean {
  return item.selected ?? (value !== undefined && String(item.value ?? item.text) === String(value));
}
