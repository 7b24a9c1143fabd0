import type { Id } from '../../kernel/id.ts';
import { markingOf, type Marking } from '../../kernel/marking.ts';
import { accept, acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Words } from '../../words/index.ts';
import { benchmarkOf, levelOf, notApplicable, type Edition } from '../frameworks/index.ts';
import type { Written } from './rules.ts';

/** The longest texts, in characters, as the database checks them. */
export const secondLimits = { challenge: 5000, reopening: 2000, amendment: 5000 } as const;

/** A level of null is "not applicable". */
export type NewChallenge = { readonly levelCode: string | null; readonly reason: string };

/** What the lead answered; the self-rating itself stands in its own record. */
export type Reply = { readonly kept: boolean; readonly reason: string };

/** A benchmark as its second reader saw it, beside the self-rating of that moment. */
export type Challenge = NewChallenge & {
  readonly id: Id;
  readonly benchmarkCode: string;
  readonly selfLevelCode: string | null;
  readonly personId: Id | null;
  readonly by: string | null;
  readonly at: Date;
  readonly reply: (Reply & { readonly by: string | null; readonly at: Date }) | undefined;
};

/** Who wrote of which benchmark. */
export type Writer = { readonly benchmarkCode: string; readonly personId: Id };

/** A second reader who sees the same as the lead leaves nothing to answer. */
export function isOpen({ levelCode, selfLevelCode, reply }: Pick<Challenge, 'levelCode' | 'selfLevelCode' | 'reply'>): boolean {
  return levelCode !== selfLevelCode && !reply;
}

/** Nobody who wrote of a benchmark challenges it; a rated one is challenged, and one challenge is answered before the next. */
export function mayChallenge({ rated, challenges, writers, personId }: {
  readonly rated: boolean; readonly challenges: readonly Challenge[]; readonly writers: readonly Id[]; readonly personId: Id;
}): Outcome<true> {
  if (!rated) return refuse(said((second) => second.refused.notRated));
  if (writers.includes(personId)) return refuse(said((second) => second.refused.wroteIt));
  if (challenges.some(isOpen)) return refuse(said((second) => second.refused.openAlready));
  return accept(true);
}

export function readChallenge(edition: Edition, written: Written<'rating' | 'reason'>): Outcome<NewChallenge> {
  const reason = tidied(written.reason);
  const refusals = refusedText('reason', reason, secondLimits.challenge, ({ secondReader }) => secondReader.refused.noChallengeReason);
  if (written.rating === notApplicable && edition.scale.not_applicable) return acceptUnless(refusals, { levelCode: null, reason });
  const level = levelOf(edition, written.rating);
  if (!level) return refuse({ field: 'rating', say: ({ secondReader }) => secondReader.refused.noChallengedRating }, ...refusals);
  return acceptUnless(refusals, { levelCode: level.code, reason });
}

export function readReply(written: Written<'kept' | 'reply'>): Outcome<Reply> {
  const reason = tidied(written.reply);
  const refusals = refusedText('reply', reason, secondLimits.challenge, ({ secondReader }) => secondReader.refused.noReplyReason);
  if (written.kept !== 'yes' && written.kept !== 'no') return refuse({ field: 'kept', say: ({ secondReader }) => secondReader.refused.notChosen }, ...refusals);
  return acceptUnless(refusals, { kept: written.kept === 'yes', reason });
}

/** Why somebody may not sign the assessment as it stands: everything at once. */
export function maySign({ lacks, challenges, writers, personId }: {
  readonly lacks: number; readonly challenges: readonly Challenge[]; readonly writers: readonly Writer[]; readonly personId: Id;
}): Outcome<true> {
  const open = challenges.filter(isOpen).length;
  return acceptUnless([
    ...(writers.some((writer) => writer.personId === personId) ? [said((second) => second.refused.wroteSome)] : []),
    ...(lacks > 0 ? [said((second) => second.refused.lacking)] : []),
    ...(open > 0 ? [said((second) => second.refused.unanswered(open))] : []),
  ], true);
}

export function readReopening(written: Written<'reason'>): Outcome<string> {
  const reason = tidied(written.reason);
  return acceptUnless(refusedText('reason', reason, secondLimits.reopening, ({ secondReader }) => secondReader.refused.noReopeningReason), reason);
}

export type NewAmendment = { readonly benchmarkCode: string | null; readonly text: string; readonly marking: Marking };

export function readAmendment(edition: Edition, written: Written<'benchmark' | 'text' | 'marking'>): Outcome<NewAmendment> {
  const text = tidied(written.text);
  const marking = markingOf(written.marking);
  const benchmark = benchmarkOf(edition, written.benchmark);
  const refusals = [
    ...(written.benchmark === '' || benchmark ? [] : [{ field: 'benchmark', say: (words: Words) => words.secondReader.refused.noBenchmark }]),
    ...refusedText('text', text, secondLimits.amendment, ({ secondReader }) => secondReader.refused.noAmendment),
  ];
  if (!marking) return refuse(...refusals, { field: 'marking', say: ({ secondReader }) => secondReader.refused.noMarking });
  return acceptUnless(refusals, { benchmarkCode: benchmark?.code ?? null, text, marking });
}

function said(sentence: (second: Words['secondReader']) => string): Refusal {
  return { field: '', say: ({ secondReader }) => sentence(secondReader) };
}
