import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import { grounds, limits, refusal, refusedPersonal, sentence, yesOrNo, type Ground, type Sentence } from './rules.ts';

/** Property and community safety each turn a key; the third decides where the two disagree. */
export const sides = ['property', 'safety', 'third'] as const;
export type Side = (typeof sides)[number];

/** What is decided: a hire, or later whether what was approved is cancelled. */
export const questions = ['hire', 'cancellation'] as const;
export type Question = (typeof questions)[number];

export const verdicts = ['approve', 'conditions', 'refuse', 'cancel', 'keep'] as const;
export type Verdict = (typeof verdicts)[number];

export const outcomes = ['approved', 'conditions', 'refused', 'withdrawn', 'cancelled'] as const;
export type BookingOutcome = (typeof outcomes)[number];

export const withdrawals = ['before_checks', 'during_checks', 'after_conditions', 'after_approval'] as const;
export type Withdrawal = (typeof withdrawals)[number];

/** Whether a candidate has a right to the room (Representation of the People Act 1983, sections 95 and 96). */
export const elections = ['outside', 'no_right', 'right'] as const;
export type Election = (typeof elections)[number];

/** What a refusal, a cancellation and a condition that restricts must say. */
export type Safeguards = {
  readonly ground: Ground; readonly groundSaid: string; readonly lessRestrictive: string; readonly equality: string; readonly expression: string; readonly election: Election; readonly reviewRoute: string;
};

export type KeySaid = { readonly verdict: Verdict; readonly said: string; readonly conditions: string | null; readonly restrictive: boolean; readonly safeguards: Safeguards | null };

export type Key = KeySaid & { readonly side: Side; readonly departmentId: Id; readonly personId: Id; readonly round: number };

export type KeyForm = {
  readonly verdict: string; readonly said: string; readonly conditions: string; readonly restrictive: string;
  readonly ground: string; readonly groundSaid: string; readonly lessRestrictive: string; readonly equality: string; readonly expression: string; readonly election: string; readonly reviewRoute: string;
};

/** A key that somebody holds, for a department of theirs. */
export type Held = { readonly side: Side; readonly departmentId: Id };

export function verdictsFor(question: Question): readonly Verdict[] {
  return question === 'hire' ? ['approve', 'conditions', 'refuse'] : ['keep', 'cancel'];
}

/** What the keys of one round come to: nothing until both sides have turned theirs, and the third's word only where they disagree. */
export function verdictOf(keys: readonly Pick<Key, 'side' | 'departmentId' | 'personId' | 'verdict'>[]): Verdict | undefined {
  const [property, safety, third] = sides.map((side) => keys.find((key) => key.side === side));
  if (!property || !safety || property.personId === safety.personId || property.departmentId === safety.departmentId) return undefined;
  return property.verdict === safety.verdict ? property.verdict : third?.verdict;
}

/** Whether the two sides have both decided, and not alike. */
export function disagree(keys: readonly Pick<Key, 'side' | 'verdict'>[]): boolean {
  const [property, safety] = (['property', 'safety'] as const).map((side) => keys.find((key) => key.side === side));
  return property !== undefined && safety !== undefined && property.verdict !== safety.verdict;
}

/** Which of a person's keys may be turned now, or why none may. */
export function turnable(keys: readonly Pick<Key, 'side' | 'departmentId' | 'personId' | 'verdict'>[], held: readonly Held[], personId: Id): Outcome<readonly Held[]> {
  if (held.length === 0) return refuse(refusal('verdict', 'holdsNoKey'));
  if (keys.some((key) => key.personId === personId)) return refuse(refusal('verdict', 'samePerson'));
  const free = held.filter(({ side }) => !keys.some((key) => key.side === side) && (side !== 'third' || disagree(keys)));
  if (free.length === 0) return refuse(refusal('verdict', 'sideTurned'));
  const apart = free.filter(({ departmentId }) => !keys.some((key) => key.departmentId === departmentId));
  return apart.length === 0 ? refuse(refusal('verdict', 'sameDepartment')) : acceptUnless([], apart);
}

export type Situation = {
  readonly question: Question; readonly today: Day; readonly eventOn: Day;
  /** The policy that applies, by its days. */
  readonly policy: { readonly fromDay: Day; readonly toDay: Day | null };
  readonly checked: boolean; readonly adviceAnswered: boolean;
};

/** Why nothing can be decided just now. */
export function refusedNow({ question, today, eventOn, policy, checked }: Situation): Refusal[] {
  if (today > eventOn) return [refusal('verdict', 'eventIsPast')];
  if (today < policy.fromDay || (policy.toDay !== null && today > policy.toDay)) return [refusal('verdict', 'policyNotInForce')];
  return question === 'hire' && !checked ? [refusal('verdict', 'notChecked')] : [];
}

/** A key as the form states it, or each thing to mend. */
export function keyFrom(form: KeyForm, situation: Situation): Outcome<KeySaid> {
  const verdict = verdictsFor(situation.question).find((one) => one === form.verdict);
  const now = refusedNow(situation);
  if (now.length > 0) return refuse(...now);
  if (!verdict) return refuse(refusal('verdict', 'noVerdict'));
  const [said, conditions] = [tidied(form.said), tidied(form.conditions)];
  const restrictive = verdict === 'conditions' ? yesOrNo(form.restrictive) : false;
  const refusals = asked('said', said, limits.said, 'noKeyReason');
  if (verdict === 'conditions') refusals.push(...asked('conditions', conditions, limits.text, 'noConditions'));
  if (restrictive === undefined) refusals.push(refusal('restrictive', 'noRestrictive'));
  const needs = restrictive === true || verdict === 'refuse' || verdict === 'cancel';
  const safeguards = needs ? safeguardsFrom(form, situation) : undefined;
  if (safeguards && !safeguards.accepted) refusals.push(...safeguards.refusals);
  return acceptUnless(refusals, { verdict, said, conditions: verdict === 'conditions' ? conditions : null, restrictive: restrictive === true, safeguards: safeguards?.accepted ? safeguards.value : null });
}

/** The lawful ground, the less restrictive options, equality and free expression, the rule of election periods, and the way to a review. */
function safeguardsFrom(form: KeyForm, { adviceAnswered }: Situation): Outcome<Safeguards> {
  const [ground, election] = [grounds.find((one) => one === form.ground), elections.find((one) => one === form.election)];
  const [groundSaid, lessRestrictive, equality, expression, reviewRoute] = [tidied(form.groundSaid), tidied(form.lessRestrictive), tidied(form.equality), tidied(form.expression), tidied(form.reviewRoute)];
  const refusals = [
    ...(ground ? [] : [refusal('ground', 'noGround')]), ...asked('ground_said', groundSaid, limits.text, 'noGroundSaid'),
    ...asked('less_restrictive', lessRestrictive, limits.text, 'noLessRestrictive'), ...asked('equality', equality, limits.text, 'noEquality'), ...asked('expression', expression, limits.text, 'noExpression'),
    ...(election ? [] : [refusal('election', 'noElection')]), ...(election === 'right' && !adviceAnswered ? [refusal('election', 'rightNeedsAdvice')] : []),
    ...asked('review_route', reviewRoute, limits.route, 'noReviewRoute'),
  ];
  return ground && election ? acceptUnless(refusals, { ground, groundSaid, lessRestrictive, equality, expression, election, reviewRoute }) : refuse(...refusals);
}

function asked(field: string, text: string, limit: number, name: Sentence): Refusal[] {
  return [...refusedText(field, text, limit, sentence(name)), ...refusedPersonal(field, text)];
}

/** What a booking is once its keys have spoken: the outcome, and nothing where the keys keep it as it was. */
export function outcomeAfter(verdict: Verdict, before: BookingOutcome | null): BookingOutcome | null {
  switch (verdict) {
    case 'approve': return 'approved';
    case 'conditions': return 'conditions';
    case 'refuse': return 'refused';
    case 'cancel': return 'cancelled';
    case 'keep': return before;
  }
}
