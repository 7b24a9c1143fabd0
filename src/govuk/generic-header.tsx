import type { ComponentChildren } from 'preact';
import { type Common, classNames } from './attributes.ts';

export type GenericHeaderProps = Common & {
  readonly logo: ComponentChildren;
  readonly href?: string | undefined;
  readonly containerClasses?: string | undefined;
};

/** The header of a service that is not on GOV.UK: a name or logo that leads home, no crown. */
export function GenericHeader({ logo, href = '/', containerClasses = 'govuk-width-container', classes, attributes }: GenericHeaderProps) {
  return (
    <div class={classNames('govuk-generic-header', classes)} {...attributes}>
      <div class={`govuk-generic-header__container ${containerClasses}`}>
        <div class="govuk-generic-header__logo">
          <a href={href} class="govuk-generic-header__homepage-link">{logo}</a>
        </div>
      </div>
    </div>
  );
}
