import type { ComponentChildren } from 'preact';
import { type Common, type WithChildren, classNames } from './attributes.ts';
import { Tag } from './tag.tsx';

export type PhaseBannerProps = Common & WithChildren & {
  readonly tag: ComponentChildren;
  readonly tagClasses?: string | undefined;
};

export function PhaseBanner({ tag, tagClasses, classes, attributes, children }: PhaseBannerProps) {
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', classes)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classNames('govuk-phase-banner__content__tag', tagClasses)}>{tag}</Tag>
        {' '}<span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
