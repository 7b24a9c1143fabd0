import { type Common, type Size, type WithChildren, classNames } from './attributes.ts';

export type LabelProps = Common & WithChildren & {
  readonly for?: string | undefined;
  readonly size?: Size | undefined;
  readonly isHeading?: boolean | undefined;
};

export function Label({ for: field, size, isHeading, classes, attributes, children }: LabelProps) {
  const label = (
    <label class={classNames('govuk-label', size && `govuk-label--${size}`, classes)} for={field} {...attributes}>{children}</label>
  );
  return isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
