import { type Common, type WithChildren, classNames } from './attributes.ts';

type Look = Common & WithChildren & {
  readonly id?: string | undefined;
  readonly variant?: 'secondary' | 'warning' | 'inverse' | undefined;
  /** The large button with an arrow that begins a journey. */
  readonly start?: boolean | undefined;
};

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Ignores a second click within a second. */
  readonly preventDoubleClick?: boolean | undefined;
  /** Until a script shows it. */
  readonly hidden?: boolean | undefined;
};

export function Button({ type = 'submit', name, value, disabled, hidden, preventDoubleClick, ...look }: ButtonProps) {
  return (
    <button type={type} name={name} value={value} disabled={disabled} aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick?.toString()} class={buttonClasses(look)} data-module="govuk-button"
      id={look.id} hidden={hidden} {...look.attributes}>
      <Content {...look} />
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({ href, ...look }: Look & { readonly href: string }) {
  return (
    <a href={href} role="button" draggable={false} class={buttonClasses(look)} data-module="govuk-button" id={look.id} {...look.attributes}>
      <Content {...look} />
    </a>
  );
}

/** Buttons and links in one row. */
export function ButtonGroup({ children }: WithChildren) {
  return <div class="govuk-button-group">{children}</div>;
}

function buttonClasses({ variant, start, classes }: Look): string {
  return classNames('govuk-button', variant && `govuk-button--${variant}`, start && 'govuk-button--start', classes);
}

function Content({ start, children }: Look) {
  if (!start) return <>{children}</>;
  return (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40"
        aria-hidden="true" focusable="false">
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  );
}
