import type { Words } from '../words/index.ts';

/** Why a command was refused: the form field it concerns and the sentence that says what to do. */
export type Refusal = {
  readonly field: string;
  readonly say: (words: Words) => string;
};

/** What a rule answers: the accepted value, or every reason against it at once. */
export type Outcome<T> =
  | { readonly accepted: true; readonly value: T }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

export function accept<T>(value: T): Outcome<T> {
  return { accepted: true, value };
}

export function refuse(...refusals: readonly Refusal[]): Outcome<never> {
  return { accepted: false, refusals };
}

/** Accepts the value unless there is a refusal: for commands that collect every reason before they answer. */
export function acceptUnless<T>(refusals: readonly Refusal[], value: T): Outcome<T> {
  return refusals.length === 0 ? accept(value) : refuse(...refusals);
}

/** The sentence that a form shows at a field: the first refusal of that field, if there is one. */
export function errorAt(words: Words, refusals: readonly Refusal[] | undefined, field: string): string | undefined {
  return refusals?.find((refusal) => refusal.field === field)?.say(words);
}
