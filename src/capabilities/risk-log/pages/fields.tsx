import { CharacterCount, Checkboxes, Input, Radios, Select } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { valueOf, valuesOf, type Form as Fields } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import { limits, scoreKinds, steps, themes, type Matrix } from '../rules.ts';

export type BenchmarkChoice = { readonly code: string; readonly title: string };

export type FieldsProps = {
  readonly words: Words; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly benchmarks: readonly BenchmarkChoice[];
  /** The day of the review that the record has, where the form was not sent yet. */
  readonly review: Day | undefined;
};

/** What a risk says: cause, event, effect, what is done about it, and who owns it. */
export function RiskFields({ words, form, refusals, benchmarks, review }: FieldsProps) {
  const said = words.riskLog.risk;
  const error = (field: string) => errorAt(words, refusals, field);
  const text = (name: string, label: string, most: number, hint?: string) => (
    <CharacterCount name={name} label={label} labelSize="s" hint={hint} rows={3} maxlength={most} countType="characters" threshold={75} value={valueOf(form, name)} error={error(name)} />
  );
  return (
    <>
      <Radios name="theme" legend={said.themeLabel} legendSize="s" small value={valueOf(form, 'theme')} error={error('theme')} items={themes.map((theme) => ({ value: theme, text: words.riskLog.themes[theme] }))} />
      {text('cause', said.causeLabel, limits.sentence, words.riskLog.never)}
      {text('event', said.eventLabel, limits.sentence)}
      {text('effect', said.effectLabel, limits.sentence)}
      {text('controls', said.controlsLabel, limits.controls)}
      <Input name="owner" label={said.ownerLabel} labelSize="s" hint={said.ownerHint} value={valueOf(form, 'owner')} error={error('owner')} width={30} />
      {benchmarks.length > 0 && <Checkboxes name="benchmarks" legend={said.benchmarksLabel} legendSize="s" small values={[...valuesOf(form, 'benchmarks')]} error={error('benchmarks')} items={benchmarks.map(({ code, title }) => ({ value: code, text: title }))} />}
      {text('public_summary', said.summaryLabel, limits.sentence, said.summaryHint)}
      <DayFields words={words} name="review" legend={said.reviewLabel} form={form} default={review} errors={refusals} />
      <Radios name="marking" legend={said.markingLabel} legendSize="s" inline small value={valueOf(form, 'marking') || 'OFFICIAL'} error={error('marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
    </>
  );
}

/** Three scores by the words of the area. */
export function ScoreFields({ words, form, refusals, matrix }: Pick<FieldsProps, 'words' | 'form' | 'refusals'> & { readonly matrix: Matrix }) {
  const said = words.riskLog.risk;
  const items = (list: readonly string[]) => [{ value: '', text: said.choose }, ...steps.map((step) => ({ value: step, text: said.step(step, list[step - 1] ?? '') }))];
  return (
    <>
      {scoreKinds.map((kind) => (
        <>
          <Select name={`${kind}-likelihood`} label={said.likelihood(words.riskLog.kinds[kind])} items={items(matrix.likelihoods)} value={valueOf(form, `${kind}-likelihood`)} error={errorAt(words, refusals, `${kind}-likelihood`)} />
          <Select name={`${kind}-impact`} label={said.impact(words.riskLog.kinds[kind])} items={items(matrix.impacts)} value={valueOf(form, `${kind}-impact`)} error={errorAt(words, refusals, `${kind}-impact`)} />
        </>
      ))}
    </>
  );
}
