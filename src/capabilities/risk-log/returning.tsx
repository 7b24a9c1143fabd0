import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import { markingOf } from '../../kernel/marking.ts';
import type { Outcome, Refusal } from '../../kernel/outcome.ts';
import { quarterOf, type Day } from '../../kernel/year.ts';
import { json, page, redirect, refusedPage, valueOf, valuesOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { organisationPaths, type NextStep } from '../organisations/index.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import type { FrozenReturn } from './frozen.ts';
import { logFrom, makingOf, matrixNow, nilFrom, type Making, type Signing } from './making.ts';
import { missingPage, movedOnPage } from './missing.tsx';
import { ReturnPage } from './pages/return.tsx';
import { ReturnsPage, type ReturnLine } from './pages/returns.tsx';
import { SentPage } from './pages/sent.tsx';
import { paths } from './paths.ts';
import { addNote, askedOf, begunQuarters, beginReturn, calendarFor, holdLog, notesOf, returnOf, sendReturn, sentLines, setConfirmed, type Return } from './returns-store.ts';
import { reasonFrom, refusal } from './rules.ts';
import { mayBegin, timelinessOf, type Timeliness } from './rules-returns.ts';

/** What a later capability knows of who asked a body for its return. */
export type ChaseReader = (visit: Pick<MemberVisit, 'tx' | 'organisation' | 'words'>) => Promise<readonly string[]>;

/** A lead sends the oldest return that is open and was not sent. */
export const returnDue: NextStep = async ({ tx, organisation, roles, today }) => {
  if (!roles.includes('prevent_lead')) return undefined;
  const waiting = (await linesOf({ tx, organisation, today })).filter(({ timeliness, opensOn }) => opensOn <= today && (timeliness.is === 'missing' || timeliness.is === 'not yet due'));
  const [first] = waiting.filter(({ mayBegin: may, isBegun }) => may || isBegun).reverse();
  if (!first) return undefined;
  const { quarter, dueOn, timeliness } = first;
  return { text: ({ riskLog: { returns } }) => (timeliness.is === 'missing' ? returns.nextLate(quarter, timeliness.days) : returns.next(quarter, dueOn)), href: paths.returns(organisation.shortName) };
};

export function showReturns(chases: ChaseReader): (visit: MemberVisit) => Promise<Answer> {
  return async (visit) => returnsPage(visit, await chases(visit), []);
}

export async function readReturns({ tx, organisation, today }: MemberVisit): Promise<Answer> {
  const lines = await linesOf({ tx, organisation, today });
  return json(shapes.returns, { returns: lines.map(({ quarter, dueOn, isBegun, timeliness }) => ({ quarter, due_on: dueOn, begun: isBegun, timeliness: saidTimeliness(timeliness) })) });
}

export function saidTimeliness(state: Timeliness) {
  return { is: state.is, days: state.is === 'late' || state.is === 'missing' ? state.days : null, nil: (state.is === 'on time' || state.is === 'late') && state.nil };
}

export function begin(chases: ChaseReader): (visit: MemberVisit) => Promise<Answer> {
  return async (visit) => {
    const { tx, form, organisation, today, newId } = visit;
    const sent = (await sentLines(tx, organisation.id)).map(({ quarter }) => quarter);
    const set = mayBegin(valueOf(form, 'quarter'), await askedOf(tx, organisation.id, today), sent, today);
    if (!set.accepted) return returnsPage(visit, await chases(visit), set.refusals);
    await beginReturn(tx, { orgId: organisation.id, id: newId() }, set.value.quarter, today);
    return redirect(paths.return(organisation.shortName, set.value.quarter));
  };
}

export async function showReturn(visit: MemberVisit): Promise<Answer> {
  return withReturn(visit, (found) => returnPage(visit, found, []));
}

export async function readReturnData(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation } = visit;
  return withReturn(visit, async (found) => {
    if (found.sent) {
      const notes = (await notesOf(tx, organisation.id, found.id)).map(({ writtenOn, text, marking }) => ({ written_on: writtenOn, text, marking }));
      return json(shapes.return, { state: 'sent', sha256: found.sent.sha256, notes, return: found.sent.frozen });
    }
    const { ready, quiet, waits, state } = await makingOf(tx, organisation.id, found);
    const waiting = quiet.filter(({ isConfirmed }) => !isConfirmed).map(({ risk: { id, number } }) => ({ id, number, standing: 'waits' as const }));
    return json(shapes.return, { state: 'begun', version: found.version, waits, sign_state: state, risks: [...ready.map(({ id, number, standing }) => ({ id, number, standing })), ...waiting] });
  });
}

/** Takes the marks as they stand on the page: a mark that was taken away is taken away. */
export async function confirm(visit: MemberVisit): Promise<Answer> {
  return withReturn(visit, async (found) => {
    const { tx, form, organisation, newId, words } = visit;
    const href = paths.return(organisation.shortName, found.quarter);
    if (found.sent) return movedOnPage(words.riskLog.return.conflict, href);
    await setConfirmed(tx, organisation.id, found.id, valuesOf(form, 'unchanged').filter(isId), newId);
    return redirect(`${href}#sign`, 'saved');
  });
}

export const send = (visit: MemberVisit) => sending(visit, logFrom);

export const sendNil = (visit: MemberVisit) => sending(visit, (making, signing) => nilFrom(making, signing, valueOf(visit.form, 'reason')));

export async function writeNote(visit: MemberVisit): Promise<Answer> {
  return withReturn(visit, async (found) => {
    const { tx, form, organisation, today, newId, words } = visit;
    const href = paths.return(organisation.shortName, found.quarter);
    if (!found.sent) return movedOnPage(words.riskLog.return.conflict, href);
    const [text, marking] = [reasonFrom('text', valueOf(form, 'text'), 'noNote'), markingOf(valueOf(form, 'marking'))];
    if (!text.accepted || !marking) return returnPage(visit, found, [...(text.accepted ? [] : text.refusals), ...(marking ? [] : [refusal('marking', 'noMarking')])]);
    await addNote(tx, { orgId: organisation.id, id: newId(), returnId: found.id }, { writtenOn: today, text: text.value, marking });
    return redirect(href, 'saved');
  });
}

async function sending(visit: MemberVisit, from: (making: Making, signing: Signing) => Outcome<FrozenReturn>): Promise<Answer> {
  return withReturn(visit, async (found) => {
    const { tx, form, organisation, today, newId, words } = visit;
    const orgId = organisation.id;
    const href = paths.return(organisation.shortName, found.quarter);
    await holdLog(tx, orgId, found.id);
    const [set] = await calendarFor(tx, orgId, today, found.quarter);
    const making = await makingOf(tx, orgId, found);
    if (found.sent || !set || valueOf(form, 'state') !== making.state) return movedOnPage(words.riskLog.return.conflict, href);
    const frozen = from(making, { organisation, quarter: found.quarter, dueOn: set.dueOn, today, role: valueOf(form, 'role'), matrix: await matrixNow(tx, orgId, today) });
    if (!frozen.accepted) return returnPage(visit, found, frozen.refusals);
    const version = valueOf(form, 'version');
    const sent = /^\d{1,9}$/.test(version) && await sendReturn(tx, { orgId, id: found.id, version: Number(version) }, frozen.value, newId);
    return sent ? redirect(href, 'returnSent') : movedOnPage(words.riskLog.return.conflict, href);
  });
}

/** Every quarter that is asked of a body or was sent by it, the newest first. */
async function linesOf({ tx, organisation, today }: Pick<MemberVisit, 'tx' | 'organisation'> & { readonly today: Day }): Promise<ReturnLine[]> {
  const calendar = await askedOf(tx, organisation.id, today);
  const sent = await sentLines(tx, organisation.id);
  const begun = await begunQuarters(tx, organisation.id);
  const quarters = [...new Set([...calendar, ...sent].map(({ quarter }) => quarter))].sort().reverse();
  return quarters.map((quarter) => {
    const [set, came] = [calendar.find((one) => one.quarter === quarter), sent.find((one) => one.quarter === quarter)];
    const dueOn = came?.dueOn ?? set?.dueOn ?? today;
    const may = !came && mayBegin(quarter, calendar, sent.map((one) => one.quarter), today).accepted;
    return { quarter, dueOn, opensOn: set?.opensOn ?? today, timeliness: timelinessOf(set, came, today), isBegun: begun.includes(quarter), isSent: came !== undefined, mayBegin: may };
  });
}

async function returnsPage(visit: MemberVisit, chases: readonly string[], refusals: readonly Refusal[]): Promise<Answer> {
  const { words, seal, organisation, today, permit } = visit;
  const body = (
    <ReturnsPage words={words} org={organisation.shortName} seal={seal} today={today} lines={await linesOf(visit)} chases={chases} refusals={refusals}
      mayRead={holds(permit, ...access.read.own)} mayWrite={holds(permit, ...access.write.own)} />
  );
  const title = words.riskLog.returns.title(organisation.name);
  const trail = { breadcrumbs: [{ text: organisation.name, href: organisationPaths.organisation(organisation.shortName) }] };
  return refusals.length === 0 ? page(title, body, trail) : refusedPage(title, body, refusals, trail);
}

async function returnPage(visit: MemberVisit, found: Return, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, today, form, permit } = visit;
  const org = organisation.shortName;
  const own = permit.scope === 'own';
  const title = words.riskLog.return.title(organisation.name, found.quarter);
  const trail = { breadcrumbs: [{ text: organisation.name, href: organisationPaths.organisation(org) }, ...(own ? [{ text: words.riskLog.returnsLink, href: paths.returns(org) }] : [])] };
  const common = { words, org, seal, form, refusals, quarter: found.quarter };
  const body = found.sent
    ? <SentPage {...common} sent={found.sent} notes={await notesOf(tx, organisation.id, found.id)} writes={own && holds(permit, ...access.write.own)} />
    : <ReturnPage {...common} dueOn={(await calendarFor(tx, organisation.id, today, found.quarter))[0]?.dueOn} version={found.version} making={await makingOf(tx, organisation.id, found)}
        writes={holds(permit, ...access.write.own)} signs={holds(permit, ...access.sign.own)} />;
  return refusals.length === 0 ? page(title, body, trail) : refusedPage(title, body, refusals, trail);
}

/** From above only what was sent is found. */
async function withReturn({ tx, organisation, params, words }: MemberVisit, work: (found: Return) => Promise<Answer>): Promise<Answer> {
  const quarter = quarterOf(params['quarter'] ?? '');
  const found = quarter && await returnOf(tx, organisation.id, quarter);
  return found ? work(found) : missingPage(words.riskLog.return.missing);
}
