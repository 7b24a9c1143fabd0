import type { Marking } from '../../kernel/marking.ts';
import { markingOf } from '../../kernel/marking.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import { limits } from './rules.ts';
import type { Reply, Stance } from './shared.ts';

/** To one recommendation, or to the whole of the draft, as the form holds it. */
export type ReplyPart = { readonly recommendationId: string | null; readonly stance: string; readonly text: string };

export type ReplyForm = { readonly parts: readonly ReplyPart[]; readonly marking: string };

export const stances: readonly Stance[] = ['accepted', 'comment'];

/** The name of a part's fields on the form. */
export function partName({ recommendationId }: Pick<ReplyPart, 'recommendationId'>): string {
  return recommendationId ?? 'whole';
}

/** Every part says that it is accepted or what there is to say; nothing is left open. */
export function replyFrom({ parts, marking: written }: ReplyForm): Outcome<readonly Reply[]> {
  const marking = markingOf(written);
  const refusals = parts.flatMap((part) => {
    const text = tidied(part.text);
    if (!stanceOf(part.stance)) return [{ field: `stance-${partName(part)}`, say: noStance }];
    return refusedText(`text-${partName(part)}`, text, limits.text, part.stance === 'comment' ? (words) => words.moderation.reply.refusals.noComment : undefined);
  });
  if (!marking) return refuse(...refusals, { field: 'marking', say: (words) => words.moderation.refusals.noMarking });
  return acceptUnless(refusals, parts.flatMap((part) => replyOf(part, marking)));
}

function replyOf({ recommendationId, stance: written, text }: ReplyPart, marking: Marking): Reply[] {
  const stance = stanceOf(written);
  return stance ? [{ recommendationId, stance, text: tidied(text), marking }] : [];
}

const noStance: Refusal['say'] = (words) => words.moderation.reply.refusals.noStance;

function stanceOf(written: string): Stance | undefined {
  return stances.find((stance) => stance === written);
}
