import type { ComponentChildren } from 'preact';
import { type Common, type HeadingLevel, type WithChildren, classNames, headingTag } from './attributes.ts';

export type PanelProps = Common & WithChildren & {
  readonly title: ComponentChildren;
  readonly titleLevel?: HeadingLevel | undefined;
};

/** Says that a journey is done. */
export function Panel({ title, titleLevel = 1, classes, attributes, children }: PanelProps) {
  const Heading = headingTag(titleLevel);
  return (
    <div class={classNames('govuk-panel govuk-panel--confirmation', classes)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
    </div>
  );
}

export type InterruptionProps = PanelProps & {
  /** Buttons and links, in a row. */
  readonly actions?: ComponentChildren;
  readonly actionsProps?: Common | undefined;
};

/** Stops people before something that they should think about. */
export function InterruptionPanel({ title, titleLevel = 1, actions, actionsProps, classes, attributes, children }: InterruptionProps) {
  const Heading = headingTag(titleLevel);
  return (
    <div class={classNames('govuk-panel govuk-panel--interruption', classes)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {actions && (
        <div class={classNames('govuk-panel__actions', actionsProps?.classes)} {...actionsProps?.attributes}>
          <div class="govuk-button-group">{actions}</div>
        </div>
      )}
    </div>
  );
}
