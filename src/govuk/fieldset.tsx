import type { ComponentChildren } from 'preact';
import { type Common, type Size, type WithChildren, classNames } from './attributes.ts';

export type LegendProps = {
  readonly legend?: ComponentChildren;
  readonly legendSize?: Size | undefined;
  readonly legendIsHeading?: boolean | undefined;
};

export type FieldsetProps = Common & WithChildren & LegendProps & {
  readonly describedBy?: string | undefined;
  readonly role?: 'group' | undefined;
};

export function Fieldset(props: FieldsetProps) {
  const { legend, legendSize, legendIsHeading, describedBy, role, classes, attributes, children } = props;
  return (
    <fieldset class={classNames('govuk-fieldset', classes)} role={role} aria-describedby={describedBy} {...attributes}>
      {legend && (
        <legend class={classNames('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)}>
          {legendIsHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
