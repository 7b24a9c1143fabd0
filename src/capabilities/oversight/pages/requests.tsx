import { Button, InsetText, Radios, Select, SummaryList, Table, Tag, Textarea } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { riskLogPaths, ScoreSaid } from '../../risk-log/index.ts';
import { paths } from '../paths.ts';
import { stateOf, type Neighbour, type RiskRequest } from '../rules-requests.ts';

type Common = { readonly words: Words; readonly org: string };

const colours = { waits: 'yellow', accepted: 'green', declined: 'grey', withdrawn: 'grey' } as const;

/** What the body asked and what it was asked. */
export function RequestsPage({ words, org, requests }: Common & { readonly requests: readonly RiskRequest[] }) {
  const said = words.oversight.requests;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {requests.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionSize="m" narrow="stack" rows={requests} columns={[
          { title: said.risk, rowHeader: true, cell: ({ id, event, marking }: RiskRequest) => (
            <><a class="govuk-link govuk-!-text-break-word" href={paths.request(org, id)}>{event}</a>{marking === 'OFFICIAL-SENSITIVE' && <><br /><Tag colour="orange">{marking}</Tag></>}</>
          ) },
          { title: said.what, cell: ({ way, asker, receiver }) => said.asks[way](asker, receiver) },
          { title: said.on, cell: ({ askedOn }) => words.riskLog.day(askedOn) },
          { title: said.answer, cell: (request) => <StateTag words={words} request={request} /> },
        ]} />
      )}
    </>
  );
}

/** On the page of a risk: where it was passed or came from, and the way to pass it on. */
export function PassedOn({ words, org, risk, requests, mayPass }: Common & { readonly risk: number; readonly requests: readonly RiskRequest[]; readonly mayPass: boolean }) {
  const said = words.oversight.requests;
  return (
    <>
      <h2 class="govuk-heading-m">{said.besideHeading}</h2>
      {requests.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {requests.map((request) => <li><a class="govuk-link" href={paths.request(org, request.id)}>{said.asks[request.way](request.asker, request.receiver)}</a>, {words.riskLog.day(request.askedOn)}{' '}<StateTag words={words} request={request} /></li>)}
        </ul>
      )}
      {mayPass && <p class="govuk-body"><a class="govuk-link" href={paths.passing(org, risk)}>{said.passOn}</a></p>}
    </>
  );
}

type PassingProps = Common & { readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly risk: number; readonly event: string; readonly neighbours: readonly Neighbour[]; readonly waiting: readonly RiskRequest[] };

/** The form that passes a risk to a body above or below. */
export function PassingPage({ words, org, seal, form, refusals, risk, event, neighbours, waiting }: PassingProps) {
  const said = words.oversight.requests;
  return (
    <>
      <h1 class="govuk-heading-l">{said.formTitle(risk)}</h1>
      <InsetText>{event}</InsetText>
      {waiting.map(({ receiver }) => <p class="govuk-body">{said.waiting(receiver)}</p>)}
      {neighbours.length === 0 ? <p class="govuk-body">{said.nobody}</p> : (
        <Form action={paths.passing(org, risk)} seal={seal}>
          <p class="govuk-body">{said.formIntro}</p>
          <Radios name="to" legend={said.to} legendSize="s" small value={valueOf(form, 'to')} error={errorAt(words, refusals, 'to')} items={neighbours.map(({ id, name, way }) => ({ value: id, text: way === 'up' ? said.toUp(name) : said.toDown(name) }))} />
          <Textarea name="reason" label={said.reason} labelSize="s" rows={3} value={valueOf(form, 'reason')} error={errorAt(words, refusals, 'reason')} />
          <Button preventDoubleClick>{said.send}</Button>
        </Form>
      )}
    </>
  );
}

type RequestProps = Common & {
  readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly request: RiskRequest; readonly mayReply: boolean; readonly mayWithdraw: boolean;
  /** The body's own open risks, among which an accepted one may go. */
  readonly open: readonly { readonly number: number; readonly event: string }[];
};

/** One request with the risk as it stood, its answer, and the form that answers it. */
export function RequestPage(props: RequestProps) {
  const { words, org, request, mayReply, mayWithdraw } = props;
  const { oversight: { requests: said }, riskLog: { risk } } = words;
  return (
    <>
      <h1 class="govuk-heading-l">{said.itemHeading(request.asker, request.number)}</h1>
      <p class="govuk-body">{said.asks[request.way](request.asker, request.receiver)}.{' '}<StateTag words={words} request={request} /></p>
      <InsetText>
        <p class="govuk-body"><strong>{risk.because}</strong> {request.cause}</p>
        <p class="govuk-body"><strong>{risk.may}:</strong> {request.event}</p>
        <p class="govuk-body"><strong>{risk.so}</strong> {request.effect}</p>
      </InsetText>
      <SummaryList rows={[
        { key: said.askedOn, value: words.riskLog.day(request.askedOn) },
        { key: said.why, value: request.reason },
        { key: risk.theme, value: words.riskLog.themes[request.theme] },
        { key: words.riskLog.kinds.residual, value: <ScoreSaid words={words} score={{ ...request.scores.residual, level: request.residualLevel }} /> },
        { key: said.controls, value: request.controls === '' ? risk.none : request.controls },
        { key: said.marking, value: request.marking },
        request.ours && { key: said.from, value: <a class="govuk-link" href={riskLogPaths.risk(org, request.number)}>{said.takenLink(request.number)}</a> },
        request.reply && { key: said.answer, value: said.states[request.reply.answer] },
        request.reply && { key: said.answeredOn, value: words.riskLog.day(request.reply.repliedOn) },
        request.reply && { key: said.answerReason, value: request.reply.reason },
        request.withdrawal && { key: said.withdrawnOn, value: words.riskLog.day(request.withdrawal.withdrawnOn) },
        request.withdrawal && { key: said.withdrawReason, value: request.withdrawal.reason },
        request.takenAs !== null && { key: said.takenAs, value: <a class="govuk-link" href={riskLogPaths.risk(org, request.takenAs)}>{said.takenLink(request.takenAs)}</a> },
      ]} />
      {mayReply && <ReplyForm {...props} />}
      {mayWithdraw && <WithdrawForm {...props} />}
    </>
  );
}

function ReplyForm({ words, org, seal, form, refusals, request, open }: RequestProps) {
  const said = words.oversight.requests;
  const error = (field: string) => errorAt(words, refusals, field);
  const into = [{ value: '', text: said.intoNew }, ...open.map(({ number, event }) => ({ value: String(number), text: words.riskLog.log.numbered(number, event) }))];
  return (
    <Form action={paths.request(org, request.id)} seal={seal}>
      <h2 class="govuk-heading-m">{said.replyHeading}</h2>
      <p class="govuk-body">{said.replyHint}</p>
      <Radios name="answer" legend={said.answerLegend} legendSize="s" small value={valueOf(form, 'answer')} error={error('answer')} items={[{ value: 'accepted', text: said.accept }, { value: 'declined', text: said.decline }]} />
      <Select name="into" label={said.into} labelSize="s" value={valueOf(form, 'into')} error={error('into')} items={into} />
      <Textarea name="reason" label={said.replyReason} labelSize="s" rows={3} value={valueOf(form, 'reason')} error={error('reason')} />
      <Button preventDoubleClick>{said.reply}</Button>
    </Form>
  );
}

function WithdrawForm({ words, org, seal, form, refusals, request }: RequestProps) {
  const said = words.oversight.requests;
  return (
    <Form action={paths.withdrawal(org, request.id)} seal={seal}>
      <h2 class="govuk-heading-m">{said.withdrawHeading}</h2>
      <p class="govuk-body">{said.withdrawHint(request.receiver)}</p>
      <Textarea name="reason" label={said.withdrawWhy} labelSize="s" rows={3} value={valueOf(form, 'reason')} error={errorAt(words, refusals, 'reason')} />
      <Button variant="secondary" preventDoubleClick>{said.withdraw}</Button>
    </Form>
  );
}

function StateTag({ words, request }: { readonly words: Words; readonly request: RiskRequest }) {
  const state = stateOf(request);
  return <Tag colour={colours[state]}>{words.oversight.requests.states[state]}</Tag>;
}
