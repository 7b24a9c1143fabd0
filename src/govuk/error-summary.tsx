import type { ComponentChildren } from 'preact';
import { type Attributes, type Common, classNames } from './attributes.ts';
import { words } from './words.ts';

export type ErrorSummaryItem = {
  readonly text: ComponentChildren;
  /** `#id` of the field. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type ErrorSummaryProps = Common & {
  readonly title?: ComponentChildren;
  readonly description?: ComponentChildren;
  readonly errors: readonly ErrorSummaryItem[];
  readonly disableAutoFocus?: boolean | undefined;
};

export function ErrorSummary(props: ErrorSummaryProps) {
  const { title = words.errorSummaryTitle, description, errors, disableAutoFocus, classes, attributes } = props;
  return (
    <div class={classNames('govuk-error-summary', classes)} data-disable-auto-focus={disableAutoFocus?.toString()}
      data-module="govuk-error-summary" {...attributes}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href, attributes: more }) => (
                <li>{href ? <a href={href} {...more}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
