import type { ComponentChildren } from 'preact';
import { classNames } from './attributes.ts';
import { type FieldProps, LabelledGroup, describedBy } from './form-group.tsx';

export type TextareaProps = FieldProps & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Stands below the box, inside the form group. */
  readonly after?: ComponentChildren;
};

export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name;
  return (
    <LabelledGroup field={props}>
      <textarea class={classNames('govuk-textarea', props.error ? 'govuk-textarea--error' : undefined, props.classes)} id={id} name={props.name}
        rows={props.rows ?? 5} spellcheck={props.spellcheck} disabled={props.disabled}
        aria-describedby={describedBy(id, props)} autocomplete={props.autocomplete} {...props.attributes}>
        {keepFirstLine(props.value)}
      </textarea>
      {props.after}
    </LabelledGroup>
  );
}

/** A browser drops a line break that directly follows the opening tag. */
function keepFirstLine(value: string | undefined): string | undefined {
  return value !== undefined && /^\r?\n/.test(value) ? `\n${value}` : value;
}
