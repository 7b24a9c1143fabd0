import { type Common, type WithChildren, classNames } from './attributes.ts';
import { words } from './words.ts';

export type SkipLinkProps = Common & WithChildren & { readonly href?: string | undefined };

export function SkipLink({ href = '#main-content', classes, attributes, children = words.skipToMain }: SkipLinkProps) {
  return <a href={href} class={classNames('govuk-skip-link', classes)} data-module="govuk-skip-link" {...attributes}>{children}</a>;
}
