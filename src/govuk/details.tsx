import type { ComponentChildren } from 'preact';
import { type Common, type WithChildren, classNames } from './attributes.ts';

export type DetailsProps = Common & WithChildren & {
  readonly id?: string | undefined;
  readonly summary: ComponentChildren;
  readonly open?: boolean | undefined;
};

export function Details({ id, summary, open, classes, attributes, children }: DetailsProps) {
  return (
    <details id={id} class={classNames('govuk-details', classes)} open={open} {...attributes}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{summary}</span></summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
