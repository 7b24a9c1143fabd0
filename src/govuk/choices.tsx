import type { ComponentChildren } from 'preact';
import { type Attributes, type Maybe, classNames } from './attributes.ts';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export type Choice = {
  readonly value: string | number;
  readonly text: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Shown only while this choice is made; always shown where there is no script. */
  readonly conditional?: ComponentChildren;
  readonly id?: string | undefined;
  readonly labelClasses?: string | undefined;
  readonly labelAttributes?: Attributes | undefined;
  readonly attributes?: Attributes | undefined;
};

/** A word between two choices, such as "or". */
export type Divider = { readonly divider: string };

export type ChoiceItems<Item extends Choice> = readonly Maybe<Item | Divider>[];

/** One radio or checkbox with its label, hint and conditional part. */
export function ChoiceItem({ kind, id, name, item, checked, describedBy, behaviour }: {
  readonly kind: 'radios' | 'checkboxes';
  readonly id: string;
  readonly name: string;
  readonly item: Choice;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly behaviour?: 'exclusive' | undefined;
}) {
  const block = `govuk-${kind}`;
  const hintId = item.hint ? `${id}-item-hint` : undefined;
  const conditionalId = item.conditional ? `conditional-${id}` : undefined;
  return (
    <>
      <div class={`${block}__item`}>
        <input class={`${block}__input`} id={id} name={name} type={kind === 'radios' ? 'radio' : 'checkbox'} value={item.value}
          checked={checked} disabled={item.disabled} data-aria-controls={conditionalId} data-behaviour={behaviour}
          aria-describedby={[describedBy, hintId].filter(Boolean).join(' ') || undefined} {...item.attributes} />
        <Label for={id} classes={classNames(`${block}__label`, item.labelClasses)} attributes={item.labelAttributes}>{item.text}</Label>
        {item.hint && <Hint id={hintId} classes={`${block}__hint`}>{item.hint}</Hint>}
      </div>
      {item.conditional && (
        <div class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)} id={conditionalId}>{item.conditional}</div>
      )}
    </>
  );
}

/** The id of the nth choice. The first has no number, so that an error can link to it. */
export function choiceId(item: Choice, prefix: string, index: number): string {
  return item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
}
