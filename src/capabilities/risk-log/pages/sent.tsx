import { Button, Details, Radios, SummaryList, Table, Tag, Textarea } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { daysBetween, type Quarter } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { FrozenReturn, ReturnedRisk } from '../frozen.ts';
import { paths } from '../paths.ts';
import type { Note } from '../returns-store.ts';
import { directionOf } from '../rules.ts';
import { directionSaid, ScoreSaid, TimelinessTag } from './parts.tsx';

type SentProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[];
  readonly quarter: Quarter; readonly sent: { readonly frozen: FrozenReturn; readonly sha256: string }; readonly notes: readonly Note[]; readonly writes: boolean;
};

/** A return as it was sent, with what was written beside it since. */
export function SentPage(props: SentProps) {
  const { words, quarter, sent: { frozen, sha256 }, writes } = props;
  const said = words.riskLog.return;
  const late = Math.max(0, daysBetween(frozen.due_on, frozen.sent_on));
  const nil = frozen.kind === 'nil';
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(quarter)}</h1>
      <p class="govuk-body"><TimelinessTag words={words} state={late > 0 ? { is: 'late', days: late, nil } : { is: 'on time', nil }} />{frozen.marking === 'OFFICIAL-SENSITIVE' && <>{' '}<Tag colour="orange" classes="dr-nowrap">{frozen.marking}</Tag></>}</p>
      <p class="govuk-body">{said.sent(frozen.sent_on, frozen.signed_role)} {said.due(frozen.due_on)}</p>
      <Notes {...props} />
      {frozen.nil_reason !== null && <p class="govuk-body govuk-!-text-break-word"><strong>{said.nilSaid}.</strong> {frozen.nil_reason}</p>}
      {frozen.risks.length > 0 && <Risks {...props} />}
      <p class="govuk-body-s govuk-!-text-break-word">{frozen.matrix && said.matrix(frozen.matrix.number)} {said.frozen(sha256)}</p>
      {writes && <NewNote {...props} />}
    </>
  );
}

function Notes({ words, notes }: SentProps) {
  if (notes.length === 0) return null;
  const said = words.riskLog.return;
  return (
    <>
      <h2 class="govuk-heading-m">{said.notes}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {notes.map(({ writtenOn, text, marking }) => <li><strong>{said.noteLine(writtenOn)}</strong>{marking === 'OFFICIAL-SENSITIVE' && <>{' '}<Tag colour="orange" classes="dr-nowrap">{marking}</Tag></>}<br />{text}</li>)}
      </ul>
    </>
  );
}

function Risks({ words, sent: { frozen: { risks } } }: SentProps) {
  const said = words.riskLog.return;
  return (
    <>
      <Table caption={said.riskCaption} captionSize="m" narrow="stack" rows={risks} columns={[
        { title: said.risk, rowHeader: true, cell: ({ number, event }: ReturnedRisk) => <span class="govuk-!-text-break-word">{words.riskLog.log.numbered(number, event)}</span> },
        { title: said.standing, cell: ({ standing }) => words.riskLog.standings[standing] },
        { title: said.score, cell: ({ residual }) => <ScoreSaid words={words} score={residual} /> },
        { title: said.direction, cell: ({ before, residual }) => directionSaid(words, directionOf(before, residual)) },
        { title: said.owner, cell: ({ owner_role }) => owner_role ?? words.riskLog.log.noOwner },
        { title: said.reason, cell: ({ reason }) => <span class="govuk-!-text-break-word">{reason}</span> },
      ]} />
      <Details summary={said.full}>{risks.map((risk) => <WholeRisk words={words} risk={risk} />)}</Details>
    </>
  );
}

function WholeRisk({ words, risk }: { readonly words: Words; readonly risk: ReturnedRisk }) {
  const said = words.riskLog.risk;
  return (
    <>
      <h3 class="govuk-heading-s">{said.heading(risk.number)}</h3>
      <SummaryList rows={[
        { key: said.cause, value: risk.cause }, { key: said.event, value: risk.event }, { key: said.effect, value: risk.effect }, { key: said.controls, value: risk.controls === '' ? said.none : risk.controls },
        { key: words.riskLog.kinds.inherent, value: <ScoreSaid words={words} score={risk.inherent} /> }, { key: words.riskLog.kinds.target, value: <ScoreSaid words={words} score={risk.target} /> },
        { key: said.review, value: words.riskLog.day(risk.next_review_on) }, { key: said.marking, value: risk.marking },
      ]} />
    </>
  );
}

function NewNote({ words, org, seal, form, refusals, quarter }: SentProps) {
  const said = words.riskLog.return;
  return (
    <Form action={paths.notes(org, quarter)} seal={seal}>
      <h2 class="govuk-heading-m">{said.noteHeading}</h2>
      <Textarea name="text" label={said.note} hint={said.noteHint} rows={3} value={valueOf(form, 'text')} error={errorAt(words, refusals, 'text')} />
      <Radios name="marking" legend={words.riskLog.risk.markingLabel} inline small value={valueOf(form, 'marking') || 'OFFICIAL'} error={errorAt(words, refusals, 'marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
      <Button variant="secondary" preventDoubleClick>{said.addNote}</Button>
    </Form>
  );
}
