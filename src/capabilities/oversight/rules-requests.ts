import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import type { Level, RiskText, Scores, Theme } from '../risk-log/index.ts';

/** As the database's check has it (migrations/0025-roll-up.sql). */
export const limits = { reason: 2000 };

/** To the body above, or to one below. */
export type RequestWay = 'up' | 'down';

export const answers = ['accepted', 'declined'] as const;

export type Reply = { readonly answer: (typeof answers)[number]; readonly reason: string; readonly repliedOn: Day };

/** Who asked took it back, before anybody answered. */
export type Withdrawal = { readonly reason: string; readonly withdrawnOn: Day };

/** A body that a risk can be passed to. */
export type Neighbour = { readonly id: Id; readonly name: string; readonly way: RequestWay };

/** A risk that one body passes to another, with its words and scores on the day. `ours`: the scope's body asked. */
export type RiskRequest = {
  readonly id: Id; readonly orgId: Id; readonly asker: string; readonly toId: Id; readonly receiver: string; readonly way: RequestWay; readonly askedOn: Day; readonly reason: string; readonly ours: boolean;
  readonly riskId: Id; readonly number: number; readonly theme: Theme; readonly cause: string; readonly event: string; readonly effect: string; readonly controls: string; readonly nextReviewOn: Day; readonly marking: Marking;
  readonly scores: Scores; readonly residualLevel: Level; readonly reply: Reply | null; readonly withdrawal: Withdrawal | null;
  /** The number of the receiver's own risk that it became or was put under: for the receiver alone. */
  readonly takenAs: number | null;
};

export type Asking = { readonly to: Neighbour; readonly reason: string };

/** What a lead answers: into which risk of the body's own log it goes, a new one where none is named. */
export type Answering = Omit<Reply, 'repliedOn'> & { readonly into: Id | null };

export function askingFrom(form: { readonly to: string; readonly reason: string }, neighbours: readonly Neighbour[], waiting: readonly Pick<RiskRequest, 'toId'>[]): Outcome<Asking> {
  const [to, reason] = [neighbours.find(({ id }) => id === form.to), tidied(form.reason)];
  const refusals: Refusal[] = refusedText('reason', reason, limits.reason, says('noReason'));
  if (!to) return refuse({ field: 'to', say: says('noBody') }, ...refusals);
  if (waiting.some(({ toId }) => toId === to.id)) refusals.push({ field: 'to', say: says('waitsAlready') });
  return acceptUnless(refusals, { to, reason });
}

export function answeringFrom(form: { readonly answer: string; readonly into: string; readonly reason: string }, open: readonly { readonly id: Id; readonly number: number }[]): Outcome<Answering> {
  const [answer, reason, into] = [answers.find((one) => one === form.answer), tidied(form.reason), open.find(({ number }) => String(number) === form.into)];
  const refusals: Refusal[] = refusedText('reason', reason, limits.reason, says('noAnswerReason'));
  if (answer === 'accepted' && form.into !== '' && !into) refusals.push({ field: 'into', say: says('noSuchRisk') });
  if (!answer) return refuse({ field: 'answer', say: says('noAnswer') }, ...refusals);
  return acceptUnless(refusals, { answer, reason, into: answer === 'accepted' ? into?.id ?? null : null });
}

/** Why a request is taken back. */
export function withdrawalFrom(form: { readonly reason: string }): Outcome<string> {
  const reason = tidied(form.reason);
  return acceptUnless(refusedText('reason', reason, limits.reason, says('noWithdrawReason')), reason);
}

/** The risk as it begins in the log of the body that takes it: the words that were passed, which are its own from then on, and no owner yet. */
export function textOf({ theme, cause, event, effect, controls, nextReviewOn, marking }: RiskRequest): RiskText {
  return { theme, cause, event, effect, controls, nextReviewOn, marking, ownerRole: null, benchmarkCodes: [], publicSummary: '' };
}

export function stateOf({ reply, withdrawal }: Pick<RiskRequest, 'reply' | 'withdrawal'>): 'waits' | 'withdrawn' | Reply['answer'] {
  return reply?.answer ?? (withdrawal ? 'withdrawn' : 'waits');
}

function says(sentence: keyof Words['oversight']['requests']['refusals']): Refusal['say'] {
  return ({ oversight }) => oversight.requests.refusals[sentence];
}
