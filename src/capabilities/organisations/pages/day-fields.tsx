import { DateInput } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { valueOf, type Form } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { dayTyped } from '../rules.ts';

type DayProps = { readonly words: Words; readonly name: string; readonly legend: string; readonly form: Form; readonly default?: Day | undefined; readonly errors: readonly Refusal[] };

/** Three fields for a day. An error about it names the first of them: `from-day`. */
export function DayFields({ words, name, legend, form, default: standard, errors }: DayProps) {
  const sent = [`${name}-day`, `${name}-month`, `${name}-year`].map((field) => valueOf(form, field));
  const shown = sent.some((value) => value !== '') || standard === undefined ? sent : standard.split('-').reverse().map((part) => part.replace(/^0+/, ''));
  const error = errorAt(words, errors, `${name}-day`);
  return <DateInput id={name} namePrefix={name} legend={legend} legendSize="s" hint={words.organisations.person.dayHint} value={{ day: shown[0], month: shown[1], year: shown[2] }} error={error} />;
}

/** The day that the three fields name. */
export function dayIn(form: Form, name: string): Day | 'empty' | undefined {
  return dayTyped(valueOf(form, `${name}-day`), valueOf(form, `${name}-month`), valueOf(form, `${name}-year`));
}

/** The same, where a day must be given. */
export function dayGiven(form: Form, name: string): Day | undefined {
  const day = dayIn(form, name);
  return day === 'empty' ? undefined : day;
}
