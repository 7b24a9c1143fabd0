import type { Id } from '../../kernel/id.ts';
import { markingOf, type Marking } from '../../kernel/marking.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import { claimsSecret } from '../evidence/index.ts';
import { reasonFrom, refusal } from './rules.ts';

/** As the database's checks have them (migrations/0020-risk-log.sql). */
export const eventLimits = { title: 200, edition: 120, roles: 500 };

export const reaches = ['national', 'local'] as const;

export type Reach = (typeof reaches)[number];

export type RiskEvent = { readonly title: string; readonly reach: Reach; readonly happenedOn: Day; readonly dueOn: Day };

export type EventForm = { readonly title: string; readonly reach: string; readonly happened: Day | undefined; readonly due: Day | undefined; readonly bodies: readonly string[] };

export type EventAnswer = { readonly changedRisks: readonly number[]; readonly said: string };

export type Profile = { readonly editionLabel: string; readonly datedOn: Day; readonly briefedOn: Day; readonly briefedRoles: string; readonly marking: Marking };

export type ProfileForm = { readonly edition: string; readonly dated: Day | undefined; readonly briefed: Day | undefined; readonly roles: string; readonly marking: string };

/** An event that has happened, and the bodies whose logs it touches: some of those below, or "all". */
export function eventFrom(form: EventForm, below: readonly Id[], today: Day): Outcome<RiskEvent & { readonly bodies: readonly Id[] }> {
  const [title, reach, { happened, due }] = [tidied(form.title), reaches.find((one) => one === form.reach), form];
  const bodies = form.bodies.includes('all') ? below : below.filter((id) => form.bodies.includes(id));
  const refusals: Refusal[] = [];
  if (title === '' || title.includes('\n')) refusals.push(refusal('title', 'noTitle'));
  else refusals.push(...refusedText('title', title, eventLimits.title));
  if (!reach) refusals.push(refusal('reach', 'noReach'));
  if (!happened || happened > today) refusals.push(refusal('happened-day', 'noHappened'));
  if (!due || due < today) refusals.push(refusal('due-day', 'noReviewDue'));
  if (bodies.length === 0) refusals.push(refusal('bodies', 'noBodies'));
  if (!reach || !happened || !due) return refuse(...refusals);
  return acceptUnless(refusals, { title, reach, happenedOn: happened, dueOn: due, bodies });
}

/** No change, or which of the log's risks did; either way what was looked at. */
export function answerFrom(form: { readonly answer: string; readonly risks: readonly string[]; readonly said: string }, numbers: readonly number[]): Outcome<EventAnswer> {
  const said = reasonFrom('said', form.said, 'noSaid');
  const changed = numbers.filter((number) => form.risks.includes(String(number)));
  const refusals: Refusal[] = said.accepted ? [] : [...said.refusals];
  if (form.answer !== 'changed' && form.answer !== 'no_change') refusals.push(refusal('answer', 'noAnswer'));
  if (form.answer === 'changed' && changed.length === 0) refusals.push(refusal('risks', 'noChanged'));
  return said.accepted ? acceptUnless(refusals, { changedRisks: form.answer === 'changed' ? changed : [], said: said.value }) : refuse(...refusals);
}

/** A review is closed when each body that it touches has answered. */
export function isClosed(asked: readonly Id[], answered: Iterable<Id>): boolean {
  const there = new Set(answered);
  return asked.every((id) => there.has(id));
}

/** Of a police local profile: its label, marking, dates and the roles that were briefed. There is no field for its text. */
export function profileFrom(form: ProfileForm, today: Day): Outcome<Profile> {
  const [edition, roles, marking, { dated, briefed }] = [tidied(form.edition), tidied(form.roles), markingOf(form.marking), form];
  const refusals: Refusal[] = [];
  if (edition === '' || edition.includes('\n')) refusals.push(refusal('edition', 'noEdition'));
  else if (claimsSecret(edition)) refusals.push(refusal('edition', 'secret'));
  else refusals.push(...refusedText('edition', edition, eventLimits.edition));
  if (!dated || dated > today) refusals.push(refusal('dated-day', 'noDated'));
  if (!briefed || briefed > today || (dated && briefed < dated)) refusals.push(refusal('briefed-day', 'noBriefed'));
  if (roles.includes('@')) refusals.push(refusal('roles', 'roleIsAddress'));
  else refusals.push(...refusedText('roles', roles, eventLimits.roles, (words) => words.riskLog.refusals.noRoles));
  if (!marking) refusals.push(refusal('marking', /secret/i.test(form.marking) && !form.marking.startsWith('OFFICIAL') ? 'secret' : 'noMarking'));
  if (!dated || !briefed || !marking) return refuse(...refusals);
  return acceptUnless(refusals, { editionLabel: edition, datedOn: dated, briefedOn: briefed, briefedRoles: roles, marking });
}

