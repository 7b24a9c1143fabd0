import { type Common, type WithChildren, classNames } from './attributes.ts';
import { words } from './words.ts';

export type ErrorMessageProps = Common & WithChildren & {
  readonly id?: string | undefined;
  /** Spoken before the message; empty for none. */
  readonly prefix?: string | undefined;
};

export function ErrorMessage({ id, prefix = words.error, classes, attributes, children }: ErrorMessageProps) {
  return (
    <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
      {prefix && <><span class="govuk-visually-hidden">{prefix}:</span>{' '}</>}
      {children}
    </p>
  );
}
