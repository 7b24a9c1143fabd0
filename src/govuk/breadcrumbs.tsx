import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, classNames } from './attributes.ts';
import { words } from './words.ts';

export type Breadcrumb = {
  readonly text: ComponentChildren;
  /** Left out for the page itself. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type BreadcrumbsProps = Common & {
  readonly items: readonly Breadcrumb[];
  readonly collapseOnMobile?: boolean | undefined;
  readonly label?: string | undefined;
};

export function Breadcrumbs({ items, collapseOnMobile, label = words.breadcrumb, classes, attributes }: BreadcrumbsProps) {
  const collapse = collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile';
  return (
    <nav class={classNames('govuk-breadcrumbs', classes, collapse)} aria-label={label} {...attributes}>
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href, attributes: more }) => (href
          ? <li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href={href} {...more}>{text}</a></li>
          : <li class="govuk-breadcrumbs__list-item" aria-current="page">{text}</li>
        ))}
      </ol>
    </nav>
  );
}
