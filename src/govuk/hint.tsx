import { type Common, type WithChildren, classNames } from './attributes.ts';

export type HintProps = Common & WithChildren & { readonly id?: string | undefined };

export function Hint({ id, classes, attributes, children }: HintProps) {
  return <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>{children}</div>;
}
