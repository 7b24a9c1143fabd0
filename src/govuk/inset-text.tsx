import { type Common, type WithChildren, classNames } from './attributes.ts';

export type InsetTextProps = Common & WithChildren & { readonly id?: string | undefined };

export function InsetText({ id, classes, attributes, children }: InsetTextProps) {
  return <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>{children}</div>;
}
