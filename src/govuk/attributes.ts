import type { ComponentChildren } from 'preact';

/** Further attributes of a component's outermost element. */
export type Attributes = {
  readonly [name: `data-${string}` | `aria-${string}`]: string | undefined;
  readonly id?: string | undefined;
  readonly lang?: string | undefined;
  readonly title?: string | undefined;
  readonly rel?: string | undefined;
  readonly target?: string | undefined;
  readonly hreflang?: string | undefined;
};

/** What every component takes besides its own options. */
export type Common = {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type WithChildren = { readonly children?: ComponentChildren };

/** An entry that the caller may leave out with a condition: `mayEdit && { … }`. */
export type Maybe<T> = T | false | null | undefined | '';

export type Size = 's' | 'm' | 'l' | 'xl';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Joins the class names that apply, with single spaces. */
export function classNames(first: string, ...more: Maybe<string>[]): string {
  let all = first;
  for (const name of more) if (name) all += ` ${name}`;
  return all;
}

/** The tag name of a heading, for use as a JSX element. */
export function headingTag(level: HeadingLevel): `h${HeadingLevel}` {
  return `h${level}`;
}

/** Translations that govuk-frontend's script reads from `data-i18n.*`: one text, or one by plural rule. */
export type ScriptWords = { readonly [key: string]: string | { readonly one: string; readonly other: string } | undefined };

export function scriptWords(given: ScriptWords | undefined): { [name: string]: string } {
  const attributes: { [name: string]: string } = {};
  for (const [key, text] of Object.entries(given ?? {})) {
    const name = `data-i18n.${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (typeof text === 'string') attributes[name] = text;
    else for (const [rule, plural] of Object.entries(text ?? {})) attributes[`${name}.${rule}`] = plural;
  }
  return attributes;
}
