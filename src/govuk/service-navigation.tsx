import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, type Maybe, classNames } from './attributes.ts';
import { words } from './words.ts';

export type NavigationItem = {
  readonly text: ComponentChildren;
  readonly href?: string | undefined;
  /** This very page. */
  readonly current?: boolean | undefined;
  /** The section that this page is in. */
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

export type ServiceNavigationProps = Common & {
  readonly serviceName?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly items?: readonly Maybe<NavigationItem>[] | undefined;
  readonly label?: string | undefined;
  readonly menuText?: string | undefined;
  readonly menuLabel?: string | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationClasses?: string | undefined;
  readonly collapseOnMobile?: boolean | undefined;
  readonly start?: ComponentChildren;
  readonly end?: ComponentChildren;
  /** Beside the navigation, not below it. */
  readonly endInline?: boolean | undefined;
  /** `li` elements before and after the items. */
  readonly navigationStart?: ComponentChildren;
  readonly navigationEnd?: ComponentChildren;
};

export function ServiceNavigation(props: ServiceNavigationProps) {
  const { serviceName, start, end, endInline, label = words.serviceInformation } = props;
  const common = {
    class: classNames('govuk-service-navigation', props.classes), 'data-module': 'govuk-service-navigation', ...props.attributes,
  };
  const inner = (
    <div class={classNames('govuk-width-container', endInline && 'govuk-service-navigation__inlining-container')}>
      {start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={props.serviceUrl} />}
        <Navigation {...props} />
      </div>
      {end}
    </div>
  );
  return serviceName || start || end ? <section aria-label={label} {...common}>{inner}</section> : <div {...common}>{inner}</div>;
}

function ServiceName({ name, url }: { readonly name: string; readonly url: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {url
        ? <a href={url} class="govuk-service-navigation__link">{name}</a>
        : <span class="govuk-service-navigation__text">{name}</span>}
    </span>
  );
}

function Navigation(props: ServiceNavigationProps) {
  const { navigationId = 'navigation', menuText = words.menu, navigationStart, navigationEnd, menuLabel } = props;
  const items = (props.items ?? []).filter((item) => !!item);
  if (items.length === 0 && !navigationStart && !navigationEnd) return null;
  return (
    <nav aria-label={props.navigationLabel || menuText} class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}>
      {(props.collapseOnMobile ?? items.length > 1) && (
        <button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls={navigationId}
          aria-label={menuLabel !== menuText ? menuLabel : undefined} hidden aria-hidden="true">{menuText}</button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {navigationStart}
        {items.map((item) => <Item {...item} />)}
        {navigationEnd}
      </ul>
    </nav>
  );
}

function Item({ text, href, current, active, attributes }: NavigationItem) {
  const marked = current || active;
  const ariaCurrent = current ? 'page' : active ? 'true' : undefined;
  const content = marked ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text;
  return (
    <li class={classNames('govuk-service-navigation__item', marked && 'govuk-service-navigation__item--active')}>
      {href
        ? <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>{content}</a>
        : <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>{content}</span>}
    </li>
  );
}
