import type { ComponentChildren } from 'preact';
import { type Common, type HeadingLevel, type WithChildren, classNames, headingTag } from './attributes.ts';
import { words } from './words.ts';

export type NotificationBannerProps = Common & WithChildren & {
  readonly type?: 'success' | undefined;
  readonly title?: ComponentChildren;
  readonly titleId?: string | undefined;
  readonly titleLevel?: HeadingLevel | undefined;
  /** The message, where it is one sentence; more goes into the children. */
  readonly message?: ComponentChildren;
  readonly role?: 'alert' | 'region' | undefined;
  readonly disableAutoFocus?: boolean | undefined;
};

export function NotificationBanner(props: NotificationBannerProps) {
  const { type, titleId = 'govuk-notification-banner-title', titleLevel = 2, message, disableAutoFocus, classes, attributes, children } = props;
  const { title = type ? words.success : words.important, role = type ? 'alert' : 'region' } = props;
  const Heading = headingTag(titleLevel);
  return (
    <div class={classNames('govuk-notification-banner', type && `govuk-notification-banner--${type}`, classes)} role={role}
      aria-labelledby={titleId} data-module="govuk-notification-banner" data-disable-auto-focus={disableAutoFocus?.toString()} {...attributes}>
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>{title}</Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {message && <p class="govuk-notification-banner__heading">{message}</p>}
        {children}
      </div>
    </div>
  );
}
