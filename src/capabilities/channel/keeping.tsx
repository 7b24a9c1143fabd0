import { isId } from '../../kernel/id.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { redirect, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { addChannelGrant, channelGrantsOf, dayGiven, dayIn, endGrant } from '../organisations/index.ts';
import { bodiesNear, missing, movedOn, panelPage } from './panel.tsx';
import { paths } from './paths.ts';
import { agreementFrom, officeFrom, refusal, reviewsFrom, seatFrom } from './rules.ts';
import { addAgreement, addMeeting, addOffice, addSeat, endSeat, panelOf, removeMeeting, saveReviews } from './store.ts';

type Key = { readonly orgId: string; readonly id: string };

export function addOfficeEntry(visit: MemberVisit): Promise<Answer> {
  const { form, today } = visit;
  const entry = officeFrom({ office: valueOf(form, 'office'), role: valueOf(form, 'office_role'), appointed: dayIn(form, 'appointed'), trained: dayIn(form, 'trained'), trainingDue: dayIn(form, 'training_due') }, today);
  return keep(visit, entry, (key, value) => addOffice(visit.tx, key, value));
}

export async function addPanelSeat(visit: MemberVisit): Promise<Answer> {
  const { form } = visit;
  return keep(visit, seatFrom({ agency: valueOf(form, 'agency'), role: valueOf(form, 'seat_role') }), async (key, value) => (await addSeat(visit.tx, key, value) ? undefined : refusal('agency', 'seatThere')));
}

export async function planMeeting(visit: MemberVisit): Promise<Answer> {
  const meets = dayGiven(visit.form, 'meets');
  if (!meets) return panelPage(visit, [refusal('meets-day', 'noMeets')]);
  return keep(visit, { accepted: true, value: meets }, async (key, value) => (await addMeeting(visit.tx, key, value) ? undefined : refusal('meets-day', 'meetingThere')));
}

export function recordAgreement(visit: MemberVisit): Promise<Answer> {
  const { form, today } = visit;
  return keep(visit, agreementFrom({ agreed: dayGiven(form, 'agreed'), expires: dayGiven(form, 'expires') }, today), (key, value) => addAgreement(visit.tx, key, value));
}

export function recordReviews(visit: MemberVisit): Promise<Answer> {
  const { form, today } = visit;
  return keep(visit, reviewsFrom({ quarter: valueOf(form, 'quarter'), due: valueOf(form, 'reviews_due'), onTime: valueOf(form, 'reviews_on_time') }, today), (key, value) => saveReviews(visit.tx, key, value));
}

export function share(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, form, today } = visit;
  return keep(visit, { accepted: true, value: valueOf(form, 'body') }, async (key, granteeId) => {
    if (!(await bodiesNear(visit)).some(({ id }) => id === granteeId)) return refusal('body', 'noBody');
    if ((await channelGrantsOf(tx, organisation.id)).some((grant) => grant.granteeId === granteeId && grant.toDay > today)) return refusal('body', 'sharedAlready');
    await addChannelGrant(tx, { ...key, granteeId, reason: words.channel.shares.grantReason, fromDay: today });
    return undefined;
  });
}

export async function endShare(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation: { id: orgId }, today } = visit;
  const ours = (await channelGrantsOf(tx, orgId)).map(({ id }) => id);
  return change(visit, 'share', async ({ id, version }) => ours.includes(id) && endGrant(tx, orgId, id, version, today));
}

export const endPanelSeat = (visit: MemberVisit): Promise<Answer> => change(visit, 'seat', (seen) => endSeat(visit.tx, seen, visit.today));

export const takeMeetingOut = (visit: MemberVisit): Promise<Answer> => change(visit, 'meeting', (seen) => removeMeeting(visit.tx, seen));

/** Adds to the record of a panel that is run here. `work` answers what is against it; then it goes on to the panel, or where `to` says. */
export async function keep<T>(visit: MemberVisit, outcome: Outcome<T>, work: (key: Key, value: T) => Promise<ReturnType<typeof refusal> | undefined | void>, to?: (key: Key) => string): Promise<Answer> {
  const { tx, organisation: { id: orgId, shortName }, newId, words } = visit;
  if (!(await panelOf(tx, orgId))?.runHere) return missing(words.channel.notHere);
  if (!outcome.accepted) return panelPage(visit, outcome.refusals);
  const key = { orgId, id: newId() };
  const against = await work(key, outcome.value);
  return against ? panelPage(visit, [against]) : redirect(to ? to(key) : paths.panel(shortName), 'saved');
}

async function change(visit: MemberVisit, name: string, work: (seen: Key & { readonly version: number }) => Promise<boolean>): Promise<Answer> {
  const { params, form, organisation: { id: orgId, shortName } } = visit;
  const id = params[name] ?? '';
  return isId(id) && await work({ orgId, id, version: versionOf(form) }) ? redirect(paths.panel(shortName), 'saved') : movedOn(visit);
}
