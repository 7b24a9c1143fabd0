import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, type Size, type WithChildren, classNames } from './attributes.ts';
import { ErrorMessage } from './error-message.tsx';
import { Fieldset, type LegendProps } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** What a hint and an error need around any field. */
export type GroupProps = Common & {
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  /** Spoken before the error. */
  readonly errorPrefix?: string | undefined;
  /** Ids of further elements that describe the field. */
  readonly describedBy?: string | undefined;
  readonly groupClasses?: string | undefined;
  readonly groupAttributes?: Attributes | undefined;
};

/** The options of every field with a label of its own. The id is the name unless given. */
export type FieldProps = GroupProps & {
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: ComponentChildren;
  readonly labelSize?: Size | undefined;
  readonly labelIsHeading?: boolean | undefined;
  readonly labelClasses?: string | undefined;
};

/** The options of every group of fields. Without a legend there is no fieldset. */
export type ChoicesProps = GroupProps & LegendProps & {
  readonly name: string;
  readonly idPrefix?: string | undefined;
};

/** The ids that describe a field: what the caller gave, its hint, its error. */
export function describedBy(id: string, group: GroupProps): string | undefined {
  const ids = [group.describedBy, group.hint && `${id}-hint`, group.error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint and error around one field. */
export function LabelledGroup({ field, children }: WithChildren & { readonly field: FieldProps }) {
  const id = field.id ?? field.name;
  return (
    <FormGroup group={field}>
      <Label for={id} size={field.labelSize} isHeading={field.labelIsHeading} classes={field.labelClasses}>{field.label}</Label>
      <HintAndError id={id} group={field} />
      {children}
    </FormGroup>
  );
}

/** Legend, hint and error around several fields. */
export function FieldsetGroup({ id, group, role, children }: WithChildren & {
  readonly id: string;
  readonly group: GroupProps & LegendProps;
  readonly role?: 'group';
}) {
  const inner = <><HintAndError id={id} group={group} />{children}</>;
  return (
    <FormGroup group={group}>
      {group.legend
        ? (
          <Fieldset legend={group.legend} legendSize={group.legendSize} legendIsHeading={group.legendIsHeading}
            describedBy={describedBy(id, group)} role={role}>{inner}</Fieldset>
        )
        : inner}
    </FormGroup>
  );
}

function FormGroup({ group, children }: WithChildren & { readonly group: GroupProps }) {
  const classes = classNames('govuk-form-group', group.error ? 'govuk-form-group--error' : undefined, group.groupClasses);
  return <div class={classes} {...group.groupAttributes}>{children}</div>;
}

function HintAndError({ id, group }: { readonly id: string; readonly group: GroupProps }) {
  return (
    <>
      {group.hint && <Hint id={`${id}-hint`}>{group.hint}</Hint>}
      {group.error && <ErrorMessage id={`${id}-error`} prefix={group.errorPrefix}>{group.error}</ErrorMessage>}
    </>
  );
}
