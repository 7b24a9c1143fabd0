import { type Common, type WithChildren, classNames } from './attributes.ts';
import { words } from './words.ts';

/** `spoken` stands for the icon to a screen reader. */
export type WarningTextProps = Common & WithChildren & { readonly spoken?: string | undefined };

export function WarningText({ spoken = words.warning, classes, attributes, children }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', classes)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">!</span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{spoken}</span>{' '}{children}
      </strong>
    </div>
  );
}
