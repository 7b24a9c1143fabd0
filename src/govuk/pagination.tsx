import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, type Maybe, type WithChildren, classNames } from './attributes.ts';
import { words } from './words.ts';

export type PaginationLink = {
  readonly href: string;
  readonly text?: ComponentChildren;
  /** What the next page is about, where pages are not numbered. */
  readonly label?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type PaginationItem = { readonly ellipsis: true } | {
  readonly number: number | string;
  readonly href: string;
  readonly current?: boolean | undefined;
  /** Spoken instead of "Page 3". */
  readonly spoken?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type PaginationProps = Common & {
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly items?: readonly Maybe<PaginationItem>[] | undefined;
  readonly landmarkLabel?: string | undefined;
};

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

export function Pagination(props: PaginationProps) {
  const { previous, next, items, landmarkLabel = words.pagination, classes, attributes } = props;
  const block = !items && !!(previous || next);
  return (
    <nav class={classNames('govuk-pagination', block && 'govuk-pagination--block', classes)} aria-label={landmarkLabel} {...attributes}>
      {previous && <Arrow rel="prev" link={previous} block={block}>{previous.text ?? <Way {...words.previousPage} />}</Arrow>}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && <Item {...item} />)}</ul>}
      {next && <Arrow rel="next" link={next} block={block}>{next.text ?? <Way {...words.nextPage} />}</Arrow>}
    </nav>
  );
}

function Way({ seen, hidden }: { readonly seen: string; readonly hidden: string }) {
  return <>{seen}<span class="govuk-visually-hidden">{hidden}</span></>;
}

function Arrow({ rel, link, block, children }: WithChildren & {
  readonly rel: 'prev' | 'next';
  readonly link: PaginationLink;
  readonly block: boolean;
}) {
  const icon = (
    <svg class={`govuk-pagination__icon govuk-pagination__icon--${rel}`} xmlns="http://www.w3.org/2000/svg" height="13" width="15"
      aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d={arrows[rel]} /></svg>
  );
  const iconFirst = block || rel === 'prev';
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={rel} {...link.attributes}>
        {iconFirst && icon}
        <span class={classNames('govuk-pagination__link-title', block && !link.label && 'govuk-pagination__link-title--decorated')}>{children}</span>
        {link.label && block && (
          <>
            {' '}<span class="govuk-visually-hidden">:</span>
            {' '}<span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!iconFirst && icon}
      </a>
    </div>
  );
}

function Item(item: PaginationItem) {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  const { number, href, current, spoken = words.page(number), attributes } = item;
  return (
    <li class={classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a class="govuk-link govuk-pagination__link" href={href} aria-label={spoken} aria-current={current ? 'page' : undefined} {...attributes}>{number}</a>
    </li>
  );
}
