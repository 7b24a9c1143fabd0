import { Button, Fieldset, Input, InsetText, Table } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import { levels, steps, type Level } from '../rules.ts';
import type { MatrixVersion } from '../store.ts';
import { LevelTag } from './parts.tsx';

type MatrixProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly notice: string | undefined;
  /** The newest first, all of one body. */
  readonly versions: readonly MatrixVersion[]; readonly isOurs: boolean; readonly mayAgree: boolean;
};

export function MatrixPage(props: MatrixProps) {
  const { words, versions: [inForce, ...older], notice, isOurs, mayAgree } = props;
  const said = words.riskLog.matrix;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {notice !== undefined && <InsetText>{notice}</InsetText>}
      <p class="govuk-body">{said.intro}</p>
      {inForce ? <InForce words={words} matrix={inForce} /> : <p class="govuk-body">{said.none}</p>}
      {inForce && !isOurs && <p class="govuk-body">{said.above(inForce.setBy)}</p>}
      {older.length > 0 && <><h2 class="govuk-heading-m">{said.older}</h2><ul class="govuk-list govuk-list--bullet">{older.map(({ number, agreedOn }) => <li>{said.olderLine(number, agreedOn)}</li>)}</ul></>}
      {mayAgree && <Agree {...props} />}
    </>
  );
}

function InForce({ words, matrix }: { readonly words: Words; readonly matrix: MatrixVersion }) {
  const said = words.riskLog.matrix;
  const begins: Readonly<Record<Level, number>> = { low: 1, medium: matrix.mediumFrom, high: matrix.highFrom, very_high: matrix.veryHighFrom };
  return (
    <>
      <p class="govuk-body">{said.inForce(matrix.number, matrix.setBy, matrix.agreedOn)}</p>
      <Table caption={said.caption} captionSize="m" narrow="stack" rows={steps} columns={[
        { title: said.step, rowHeader: true, cell: (step: number) => String(step) },
        { title: said.likelihoods, cell: (step) => matrix.likelihoods[step - 1] ?? '' },
        { title: said.impacts, cell: (step) => matrix.impacts[step - 1] ?? '' },
      ]} />
      <Table caption={said.levelCaption} captionSize="m" rows={levels} columns={[
        { title: said.level, rowHeader: true, cell: (level: Level) => <LevelTag words={words} level={level} /> },
        { title: said.from, numeric: true, cell: (level) => String(begins[level]) },
      ]} />
    </>
  );
}

function Agree({ words, org, seal, form, refusals, versions: [inForce] }: MatrixProps) {
  const said = words.riskLog.matrix;
  const { defaults } = said;
  const isSent = 'medium' in form;
  const value = (name: string, standard: string) => (isSent ? valueOf(form, name) : standard);
  const field = (name: string, label: string, standard: string, width: 3 | 20) => <Input name={name} label={label} value={value(name, standard)} width={width} error={errorAt(words, refusals, name)} />;
  return (
    <Form action={paths.matrix(org)} seal={seal} version={inForce?.number ?? 0}>
      <h2 class="govuk-heading-m">{said.agree}</h2>
      {steps.map((step) => field(`likelihood-${step}`, said.likelihoodLabel(step), (inForce?.likelihoods ?? defaults.likelihoods)[step - 1] ?? '', 20))}
      {steps.map((step) => field(`impact-${step}`, said.impactLabel(step), (inForce?.impacts ?? defaults.impacts)[step - 1] ?? '', 20))}
      <Fieldset legend={said.thresholds} legendSize="s">
        {field('medium', said.medium, inForce ? String(inForce.mediumFrom) : defaults.medium, 3)}
        {field('high', said.high, inForce ? String(inForce.highFrom) : defaults.high, 3)}
        {field('very_high', said.veryHigh, inForce ? String(inForce.veryHighFrom) : defaults.veryHigh, 3)}
      </Fieldset>
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
