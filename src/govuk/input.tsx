import type { ComponentChildren } from 'preact';
import { type Common, classNames } from './attributes.ts';
import { type FieldProps, LabelledGroup, describedBy } from './form-group.tsx';

type InputMode = 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url';

type Own = {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | undefined;
  readonly value?: string | number | undefined;
  /** Room for so many characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  readonly inputmode?: InputMode | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly maxlength?: number | undefined;
  readonly disabled?: boolean | undefined;
};

export type InputProps = FieldProps & Own & {
  readonly prefix?: ComponentChildren;
  readonly suffix?: ComponentChildren;
  readonly prefixProps?: Common | undefined;
  readonly suffixProps?: Common | undefined;
  /** Stands beside the input, inside its wrapper. */
  readonly after?: ComponentChildren;
  readonly wrapper?: Common | undefined;
};

export function Input(props: InputProps) {
  const { prefix, suffix, after, wrapper } = props;
  const field = <InputElement {...props} />;
  const inWrapper = prefix || suffix || after;
  return (
    <LabelledGroup field={props}>
      {!inWrapper ? field : (
        <div class={classNames('govuk-input__wrapper', wrapper?.classes)} {...wrapper?.attributes}>
          {prefix && <Affix side="prefix" {...props.prefixProps}>{prefix}</Affix>}
          {field}
          {suffix && <Affix side="suffix" {...props.suffixProps}>{suffix}</Affix>}
          {after}
        </div>
      )}
    </LabelledGroup>
  );
}

function InputElement(props: FieldProps & Own) {
  const id = props.id ?? props.name;
  return (
    <input class={classNames('govuk-input', props.width && `govuk-input--width-${props.width}`, props.classes, props.error ? 'govuk-input--error' : undefined)}
      id={id} name={props.name} type={props.type ?? 'text'} spellcheck={props.spellcheck} value={props.value}
      disabled={props.disabled} aria-describedby={describedBy(id, props)} autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize} pattern={props.pattern} inputmode={props.inputmode} maxlength={props.maxlength}
      {...props.attributes} />
  );
}

function Affix({ side, classes, attributes, children }: Common & { readonly side: 'prefix' | 'suffix'; readonly children: ComponentChildren }) {
  return <div class={classNames(`govuk-input__${side}`, classes)} aria-hidden="true" {...attributes}>{children}</div>;
}
