import type { ComponentChildren } from 'preact';
import { Button, InsetText, SummaryList, Table, Tag, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { paths } from '../paths.ts';
import { directionOf, isReviewOverdue, scoreKinds } from '../rules.ts';
import type { MatrixVersion, Risk, Scoring } from '../store.ts';
import { RiskFields, ScoreFields, type BenchmarkChoice, type FieldsProps } from './fields.tsx';
import { directionSaid, ScoreSaid } from './parts.tsx';

type Common = { readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[] };

export type RiskProps = Common & {
  readonly today: Day; readonly risk: Risk; readonly scorings: readonly Scoring[]; readonly matrix: MatrixVersion | undefined; readonly benchmarks: readonly BenchmarkChoice[];
  /** May change it while it is open. */
  readonly writes: boolean;
  readonly history: string | undefined;
  readonly beside: ComponentChildren;
};

/** One risk with its scores, and the forms that score it again and close it. */
export function RiskPage(props: RiskProps) {
  const { words, org, risk, writes, history, beside } = props;
  const said = words.riskLog.risk;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(risk.number)}</h1>
      <InsetText>
        <p class="govuk-body"><strong>{said.because}</strong> {risk.cause}</p>
        <p class="govuk-body"><strong>{said.may}:</strong> {risk.event}</p>
        <p class="govuk-body"><strong>{said.so}</strong> {risk.effect}</p>
      </InsetText>
      <Details {...props} />
      {writes && <p class="govuk-body"><a class="govuk-link" href={paths.words(org, risk.number)}>{said.changeWords}</a></p>}
      {beside}
      <Scorings {...props} />
      {writes && <Rescore {...props} />}
      {writes && <Close {...props} />}
      <HistoryLink words={words} href={history} />
    </>
  );
}

function Details({ words, today, risk, benchmarks }: RiskProps) {
  const said = words.riskLog.risk;
  const named = risk.benchmarkCodes.map((code) => benchmarks.find((one) => one.code === code)?.title ?? code);
  return (
    <SummaryList rows={[
      { key: said.theme, value: words.riskLog.themes[risk.theme] },
      ...scoreKinds.map((kind) => ({ key: words.riskLog.kinds[kind], value: <ScoreSaid words={words} score={risk.scores[kind]} /> })),
      { key: words.riskLog.log.direction, value: directionSaid(words, directionOf(risk.before?.residual ?? null, risk.scores.residual)) },
      { key: said.controls, value: risk.controls === '' ? said.none : risk.controls },
      { key: said.owner, value: risk.ownerRole ?? said.noOwner },
      { key: said.benchmarks, value: named.length === 0 ? said.none : named.join('; ') },
      { key: said.summary, value: risk.publicSummary === '' ? said.noSummary : risk.publicSummary },
      { key: said.review, value: <>{words.riskLog.day(risk.nextReviewOn)}{risk.closedOn === null && isReviewOverdue(risk, today) && <>{' '}<Tag colour="red">{words.riskLog.log.overdue}</Tag></>}</> },
      { key: said.reviewed, value: words.riskLog.day(risk.reviewedOn) },
      { key: said.marking, value: risk.marking },
      risk.closedOn !== null && { key: said.closed, value: words.riskLog.day(risk.closedOn) },
      risk.closedReason !== null && { key: said.reason, value: risk.closedReason },
    ]} />
  );
}

function Scorings({ words, scorings }: RiskProps) {
  const said = words.riskLog.risk;
  return (
    <Table caption={said.scoringCaption} captionSize="m" narrow="stack" rows={scorings} columns={[
      { title: said.on, rowHeader: true, cell: ({ scoredOn }: Scoring) => words.riskLog.day(scoredOn) },
      ...scoreKinds.map((kind) => ({ title: words.riskLog.kinds[kind], cell: ({ scores }: Scoring) => <ScoreSaid words={words} score={scores[kind]} /> })),
      { title: said.reason, cell: ({ reason }) => <span class="govuk-!-text-break-word">{reason ?? said.first}</span> },
      { title: said.matrix, cell: ({ matrixNumber }) => String(matrixNumber) },
    ]} />
  );
}

function Rescore({ words, org, seal, form, refusals, risk, matrix }: RiskProps) {
  if (!matrix) return null;
  const said = words.riskLog.risk;
  const shown = 'residual-impact' in form ? form : Object.fromEntries(scoreKinds.flatMap((kind) => [[`${kind}-likelihood`, String(risk.scores[kind].likelihood)], [`${kind}-impact`, String(risk.scores[kind].impact)]]));
  return (
    <Form action={paths.scores(org, risk.number)} seal={seal} version={risk.version}>
      <h2 class="govuk-heading-m">{said.rescoreHeading}</h2>
      <ScoreFields words={words} form={shown} refusals={refusals} matrix={matrix} />
      <Textarea name="rescore_reason" label={said.rescoreReason} rows={3} value={valueOf(form, 'rescore_reason')} error={errorAt(words, refusals, 'rescore_reason')} />
      <Button preventDoubleClick>{said.rescore}</Button>
    </Form>
  );
}

function Close({ words, org, seal, form, refusals, risk }: RiskProps) {
  const said = words.riskLog.risk;
  return (
    <Form action={paths.closure(org, risk.number)} seal={seal} version={risk.version}>
      <h2 class="govuk-heading-m">{said.closeHeading}</h2>
      <Textarea name="close_reason" label={said.closeReason} hint={said.closeHint} rows={3} value={valueOf(form, 'close_reason')} error={errorAt(words, refusals, 'close_reason')} />
      <Button variant="secondary" preventDoubleClick>{said.close}</Button>
    </Form>
  );
}

type FormPageProps = Common & Pick<FieldsProps, 'benchmarks' | 'review'> & { readonly matrix: MatrixVersion; readonly risk?: { readonly number: number; readonly version: number }; readonly beside?: ComponentChildren };

/** A new risk with its first scores, or the words of one that is there. */
export function RiskFormPage({ words, org, seal, form, refusals, benchmarks, review, matrix, risk, beside }: FormPageProps) {
  const said = words.riskLog.risk;
  return (
    <Form action={risk ? paths.words(org, risk.number) : paths.log(org)} seal={seal} version={risk?.version}>
      <h1 class="govuk-heading-l">{risk ? said.wordsTitle(risk.number) : said.newTitle}</h1>
      {beside}
      <RiskFields words={words} form={form} refusals={refusals} benchmarks={benchmarks} review={review} />
      {!risk && <h2 class="govuk-heading-m">{said.scoresHeading}</h2>}
      {!risk && <ScoreFields words={words} form={form} refusals={refusals} matrix={matrix} />}
      <Button preventDoubleClick>{risk ? said.save : said.add}</Button>
    </Form>
  );
}
