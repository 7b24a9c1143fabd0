import { holds } from '../../kernel/access.ts';
import { isId, type Id, type MakeId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/year.ts';
import { aside, type Transaction } from '../../platform/database.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import type { TaskReader } from '../organisations/index.ts';
import { addRisk, matricesFor, openRisks, type Risk } from '../risk-log/index.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import { PassedOn, PassingPage, RequestPage, RequestsPage } from './pages/requests.tsx';
import { paths } from './paths.ts';
import { withOpenRisk } from './own-risk.tsx';
import { cite, lastSentOf } from './register-store.ts';
import { ask, countUnanswered, holdRequest, neighboursOf, reply, requestsOf, withdraw } from './requests-store.ts';
import { answeringFrom, askingFrom, stateOf, textOf, withdrawalFrom, type Answering, type RiskRequest } from './rules-requests.ts';
import { trailOf } from './showing.tsx';

/** Handed to the first page after sign-in of a lead: what the body was asked and has not answered. */
export const requestsToAnswer: TaskReader = async ({ tx, organisation, roles }) => {
  if (!roles.some((role) => access.pass.own.some((may) => may === role))) return [];
  const count = await countUnanswered(tx, organisation.id);
  return count === 0 ? [] : [{ text: ({ oversight }) => oversight.requests.task(count), href: paths.requests(organisation.shortName) }];
};

export async function showRequests(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation } = visit;
  return page(words.oversight.requests.title(organisation.name), <RequestsPage words={words} org={organisation.shortName} requests={await requestsOf(tx, organisation.id)} />, trailOf(visit));
}

export async function readRequests({ tx, organisation }: MemberVisit): Promise<Answer> {
  return json(shapes.requests, { requests: (await requestsOf(tx, organisation.id)).map(saidRequest) });
}

export const showPassing = (visit: MemberVisit): Promise<Answer> => withOpenRisk(visit, (risk) => passingPage(visit, risk, []));

export async function pass(visit: MemberVisit): Promise<Answer> {
  return withOpenRisk(visit, async (risk) => {
    const { tx, form, organisation, today, newId } = visit;
    const asking = askingFrom({ to: valueOf(form, 'to'), reason: valueOf(form, 'reason') }, await neighboursOf(tx, organisation.id, today), await waitingFor(visit, risk));
    if (!asking.accepted) return passingPage(visit, risk, asking.refusals);
    const id = newId();
    await ask(tx, { orgId: organisation.id, id, riskId: risk.id }, asking.value, today);
    return redirect(paths.request(organisation.shortName, id), 'saved');
  });
}

export const showRequest = (visit: MemberVisit): Promise<Answer> => withRequest(visit, (request) => requestPage(visit, request, []));

export const readRequest = (visit: MemberVisit): Promise<Answer> => withRequest(visit, (request) => Promise.resolve(json(shapes.request, saidRequest(request))));

/** Answers once. What is accepted stands in the own log from then on: as a new risk, or under one that is there. */
export async function answer(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, permit: { personId }, params, today, newId } = visit;
  await holdRequest(tx, params['request'] ?? '');
  return withRequest(visit, async (request) => {
    const href = paths.request(organisation.shortName, request.id);
    if (request.ours || stateOf(request) !== 'waits') return overtaken(visit, href);
    const answering = answeringFrom({ answer: valueOf(form, 'answer'), into: valueOf(form, 'into'), reason: valueOf(form, 'reason') }, await openRisks(tx, organisation.id));
    if (!answering.accepted) return requestPage(visit, request, answering.refusals);
    const riskId = await takenInto(tx, { orgId: organisation.id, personId, today, newId }, request, answering.value);
    if (riskId === undefined) return requestPage(visit, request, [{ field: 'answer', say: ({ riskLog }) => riskLog.refusals.noMatrix }]);
    await reply(tx, { orgId: organisation.id, id: newId() }, request, answering.value, riskId, today);
    return redirect(href, 'saved');
  });
}

/** Takes a request of the body's own back, with a reason that both read. */
export async function takeBack(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, params, today, newId } = visit;
  await holdRequest(tx, params['request'] ?? '');
  return withRequest(visit, async (request) => {
    const href = paths.request(organisation.shortName, request.id);
    if (!request.ours || stateOf(request) !== 'waits') return overtaken(visit, href);
    const reason = withdrawalFrom({ reason: valueOf(form, 'reason') });
    if (!reason.accepted) return requestPage(visit, request, reason.refusals);
    await withdraw(tx, { orgId: organisation.id, id: newId(), requestId: request.id }, reason.value, today);
    return redirect(href, 'saved');
  });
}

/** Handed to the page of a risk: where it was passed or came from. */
export async function besideRequests(visit: MemberVisit, risk: Risk) {
  const { tx, words, organisation, permit, today } = visit;
  const requests = await requestsOf(tx, organisation.id, { riskId: risk.id });
  const mayPass = risk.closedOn === null && holds(permit, ...access.pass.own) && (await neighboursOf(tx, organisation.id, today)).length > 0;
  return (requests.length > 0 || mayPass) && <PassedOn words={words} org={organisation.shortName} risk={risk.number} requests={requests} mayPass={mayPass} />;
}

/** The own risk that an accepted one becomes or is put under; null when it is declined; undefined when no scoring has been agreed. */
export async function takenInto(tx: Transaction, { orgId, personId, today, newId }: { readonly orgId: Id; readonly personId: Id; readonly today: Day; readonly newId: MakeId }, request: RiskRequest, { answer: given, into }: Answering): Promise<Id | null | undefined> {
  if (given === 'declined') return null;
  const riskId = into ?? newId();
  if (into === null) {
    const [matrix] = await matricesFor(tx, orgId, today);
    if (!matrix) return undefined;
    await addRisk(tx, { orgId, id: riskId, scoringId: newId() }, textOf(request), { scores: request.scores, matrix, on: today });
  }
  if (request.way === 'up') {
    const sent = await aside(tx, { is: 'tree', orgId, personId, day: today }, (inTree) => lastSentOf(inTree, request.orgId, request.riskId));
    if (sent) await cite(tx, { orgId, riskId }, [sent], today, newId);
  }
  return riskId;
}

/** The requests about a risk that this body made and nobody has answered. */
async function waitingFor({ tx, organisation }: MemberVisit, risk: Risk): Promise<RiskRequest[]> {
  return (await requestsOf(tx, organisation.id, { riskId: risk.id })).filter((request) => request.ours && stateOf(request) === 'waits');
}

async function passingPage(visit: MemberVisit, risk: Risk, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, form, organisation, today } = visit;
  const body = (
    <PassingPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} risk={risk.number} event={risk.event}
      neighbours={await neighboursOf(tx, organisation.id, today)} waiting={await waitingFor(visit, risk)} />
  );
  return answered(visit, words.oversight.requests.formTitle(risk.number), body, refusals);
}

async function requestPage(visit: MemberVisit, request: RiskRequest, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, form, organisation, permit } = visit;
  const mayEnd = stateOf(request) === 'waits' && holds(permit, ...access.pass.own);
  const mayReply = mayEnd && !request.ours;
  const body = <RequestPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} request={request} mayReply={mayReply} mayWithdraw={mayEnd && request.ours} open={mayReply ? await openRisks(tx, organisation.id) : []} />;
  return answered(visit, words.oversight.requests.itemTitle(request.asker, request.number), body, refusals);
}

function overtaken({ words }: MemberVisit, href: string): Answer {
  const { title, sentence, link } = words.oversight.requests.conflict;
  return conflictPage(title, <><h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">{sentence}</p><p class="govuk-body"><a class="govuk-link" href={href}>{link}</a></p></>);
}

function answered(visit: MemberVisit, title: string, body: Parameters<typeof page>[1], refusals: readonly Refusal[]): Answer {
  const { organisation, words } = visit;
  const trail = { breadcrumbs: [...trailOf(visit).breadcrumbs, { text: words.oversight.requests.link, href: paths.requests(organisation.shortName) }] };
  return refusals.length === 0 ? page(title, body, trail) : refusedPage(title, body, refusals, trail);
}

async function withRequest({ tx, organisation, params, words }: MemberVisit, work: (request: RiskRequest) => Promise<Answer>): Promise<Answer> {
  const id = params['request'] ?? '';
  const [request] = isId(id) ? await requestsOf(tx, organisation.id, { id }) : [];
  const { title, sentence } = words.oversight.requests.missing;
  return request ? work(request) : notFoundPage(title, <><h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">{sentence}</p></>);
}

function saidRequest({ id, asker, receiver, way, askedOn, reason, number, theme, cause, event, effect, scores, residualLevel, marking, reply: given, withdrawal, takenAs }: RiskRequest) {
  return {
    id, asker, receiver, way, asked_on: askedOn, reason, number, theme, cause, event, effect, residual: { ...scores.residual, level: residualLevel }, marking,
    reply: given && { answer: given.answer, reason: given.reason, replied_on: given.repliedOn }, withdrawal: withdrawal && { reason: withdrawal.reason, withdrawn_on: withdrawal.withdrawnOn }, taken_as: takenAs,
  };
}
