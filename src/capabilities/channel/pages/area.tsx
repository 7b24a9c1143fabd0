import { Button, Checkboxes, InsetText, Radios, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, valuesOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { SourceLink, type ControlArea, type StatementEdition } from '../../frameworks/index.ts';
import { paths } from '../paths.ts';
import type { ControlSeen, StatementSeen } from '../statement-store.ts';

type AreaProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[];
  readonly statement: StatementSeen; readonly edition: StatementEdition; readonly area: ControlArea; readonly control: ControlSeen | undefined;
};

export function AreaPage({ words, org, seal, form, refusals, statement, edition, area, control }: AreaProps) {
  const said = words.channel.statement.area;
  const sent = refusals.length > 0;
  return (
    <>
      <span class="govuk-caption-l">{words.channel.statement.heading(statement.year)}</span>
      <h1 class="govuk-heading-l">{said.heading(area.number, area.title.en)}</h1>
      <InsetText>{area.standard.en}</InsetText>
      <p class="govuk-body-s govuk-!-text-break-word">{!area.official && area.source.kind !== 'none' && `${words.frameworks.wording.ours} · `}<SourceLink words={words} source={area.source} /></p>
      <Form action={paths.area(org, statement.id, area.code)} seal={seal} version={control?.version ?? 0}>
        <Radios name="extent" legend={said.extentLabel} legendSize="s" small value={sent ? valueOf(form, 'extent') : control?.extentCode ?? ''} error={errorAt(words, refusals, 'extent')}
          items={edition.scale.levels.map(({ code, label }) => ({ value: code, text: label.en }))} />
        <Textarea name="reason" label={said.reasonLabel} labelSize="s" hint={words.channel.never} rows={4} value={sent ? valueOf(form, 'reason') : control?.reason ?? ''} error={errorAt(words, refusals, 'reason')} />
        <Checkboxes name="options" legend={said.optionsLabel} legendSize="s" small values={sent ? valuesOf(form, 'options') : control?.options ?? []} error={errorAt(words, refusals, 'options')}
          items={area.options.map(({ code, text }) => ({ value: code, text: text.en }))} />
        <Button preventDoubleClick>{said.save}</Button>
      </Form>
    </>
  );
}
