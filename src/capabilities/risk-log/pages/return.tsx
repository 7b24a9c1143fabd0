import { Button, Checkboxes, Input, Table, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day, Quarter } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { ReturnedRisk } from '../frozen.ts';
import type { Making } from '../making.ts';
import { paths } from '../paths.ts';
import { directionOf } from '../rules.ts';
import { directionSaid, ScoreSaid } from './parts.tsx';

type ReturnProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[];
  readonly quarter: Quarter; readonly dueOn: Day | undefined; readonly version: number; readonly making: Making; readonly writes: boolean; readonly signs: boolean;
};

/** A return that is being made: what has changed speaks for itself, what has not is marked risk by risk, and the lead signs. */
export function ReturnPage(props: ReturnProps) {
  const { words, quarter, dueOn, making: { ready, quiet, waits } } = props;
  const said = words.riskLog.return;
  const changed = ready.filter(({ standing }) => standing !== 'unchanged');
  const isEmpty = ready.length === 0 && quiet.length === 0;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(quarter)}</h1>
      <p class="govuk-body">{dueOn !== undefined && said.due(dueOn)} {isEmpty ? said.noRisks : waits > 0 ? said.waits(waits) : said.allLooked}</p>
      {changed.length > 0 && <Changed {...props} changed={changed} />}
      {quiet.length > 0 && <Quiet {...props} />}
      <div id="sign">{isEmpty ? <Nil {...props} /> : <Sign {...props} />}</div>
    </>
  );
}

function Changed({ words, org, changed }: ReturnProps & { readonly changed: readonly ReturnedRisk[] }) {
  const said = words.riskLog.return;
  return (
    <Table caption={said.changedHeading} captionSize="m" narrow="stack" rows={changed} columns={[
      { title: said.risk, rowHeader: true, cell: ({ number, event }: ReturnedRisk) => <a class="govuk-link govuk-!-text-break-word" href={paths.risk(org, number)}>{words.riskLog.log.numbered(number, event)}</a> },
      { title: said.standing, cell: ({ standing }) => words.riskLog.standings[standing] },
      { title: said.score, cell: ({ residual }) => <ScoreSaid words={words} score={residual} /> },
      { title: said.direction, cell: ({ before, residual }) => directionSaid(words, directionOf(before, residual)) },
      { title: said.reason, cell: ({ reason }) => <span class="govuk-!-text-break-word">{reason}</span> },
    ]} />
  );
}

/** Nothing is marked before somebody marks it. */
function Quiet({ words, org, seal, refusals, quarter, making: { quiet }, writes }: ReturnProps) {
  const said = words.riskLog.return;
  const list = quiet.map(({ risk, isConfirmed }) => ({
    value: risk.id, checked: isConfirmed, disabled: !writes, text: said.unchanged(risk.number),
    hint: <>{risk.event} <ScoreSaid words={words} score={risk.scores.residual} /> <a class="govuk-link" href={paths.risk(org, risk.number)}>{said.openRisk}<span class="govuk-visually-hidden">{said.openRiskHidden(risk.number)}</span></a></>,
  }));
  return (
    <Form action={paths.confirmations(org, quarter)} seal={seal}>
      <Checkboxes name="unchanged" legend={said.confirmHeading} legendSize="m" hint={said.confirmIntro} items={list} error={errorAt(words, refusals, 'unchanged')} />
      {writes && <Button preventDoubleClick>{said.saveMarks}</Button>}
    </Form>
  );
}

function Sign(props: ReturnProps) {
  const { words, org, seal, quarter, version, making: { waits }, signs } = props;
  const said = words.riskLog.return;
  return (
    <>
      <h2 class="govuk-heading-m">{said.signHeading}</h2>
      {waits > 0 ? <p class="govuk-body">{said.lookFirst}</p> : !signs ? <p class="govuk-body">{said.leadSigns}</p> : (
        <Form action={paths.sending(org, quarter)} seal={seal} version={version}>
          <p class="govuk-body">{said.signHint}</p>
          <Signature {...props} />
          <Button preventDoubleClick>{said.send}</Button>
        </Form>
      )}
    </>
  );
}

function Nil(props: ReturnProps) {
  const { words, org, seal, form, refusals, quarter, version, signs } = props;
  const said = words.riskLog.return;
  if (!signs) return <p class="govuk-body">{said.leadSigns}</p>;
  return (
    <Form action={paths.nil(org, quarter)} seal={seal} version={version}>
      <h2 class="govuk-heading-m">{said.nilHeading}</h2>
      <Textarea name="reason" label={said.nilReason} hint={said.nilHint} rows={3} value={valueOf(form, 'reason')} error={errorAt(words, refusals, 'reason')} />
      <Signature {...props} />
      <Button preventDoubleClick>{said.sendNil}</Button>
    </Form>
  );
}

function Signature({ words, form, refusals, making: { state } }: ReturnProps) {
  return (
    <>
      <input type="hidden" name="state" value={state} />
      <Input name="role" label={words.riskLog.return.role} hint={words.riskLog.risk.ownerHint} width={30} value={'role' in form ? valueOf(form, 'role') : words.site.roles.prevent_lead} error={errorAt(words, refusals, 'role')} />
    </>
  );
}
