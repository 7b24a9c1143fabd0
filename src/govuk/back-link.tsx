import { type Common, type WithChildren, classNames } from './attributes.ts';
import { words } from './words.ts';

export type BackLinkProps = Common & WithChildren & { readonly href: string };

export function BackLink({ href, classes, attributes, children = words.back }: BackLinkProps) {
  return <a href={href} class={classNames('govuk-back-link', classes)} {...attributes}>{children}</a>;
}
