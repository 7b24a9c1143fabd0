import { markingOf } from '../../kernel/marking.ts';
import { accept, acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import { exemptParagraphs } from '../../words/exempt-paragraphs.ts';
import type { Area, Exemption, PaperText } from './paper-text.ts';

/** As the database's checks have them (migrations/0013-outputs.sql). */
export const limits = { text: 5000, reason: 2000 };

/** Who may still read an exempt part. */
export const openTo = ['members', 'restricted'] as const;

export type PaperTextForm = { readonly text: string; readonly marking: string };

/** A text of the paper as a form states it; an empty one says that there is none. */
export function paperTextFrom(area: Area, form: PaperTextForm): Outcome<PaperText> {
  const [text, marking] = [tidied(form.text), markingOf(form.marking)];
  const refusals = refusedText('text', text, limits.text);
  if (!marking) return refuse(...refusals, { field: 'marking', say: ({ paper }) => paper.texts.noMarking });
  return acceptUnless(refusals, { area, text, marking });
}

export type ExemptionForm = { readonly part: string; readonly paragraph: string; readonly reason: string; readonly open: string; readonly until: Day | 'empty' | undefined };

/** @param parts what can be exempt in this year: the parts of the paper, and its strengths and recommendations. */
export function exemptionFrom(form: ExemptionForm, parts: readonly string[], today: Day): Outcome<Exemption> {
  const paragraph = exemptParagraphs.find(({ number }) => String(number) === form.paragraph)?.number;
  const reason = tidied(form.reason);
  const { until } = form;
  const refusals: Refusal[] = [];
  if (!parts.includes(form.part)) refusals.push({ field: 'part', say: ({ paper }) => paper.exemptions.noPart });
  if (paragraph === undefined) refusals.push({ field: 'paragraph', say: ({ paper }) => paper.exemptions.noParagraph });
  refusals.push(...refusedText('reason', reason, limits.reason, ({ paper }) => paper.exemptions.noReason(limits.reason)));
  if (!openTo.some((readers) => readers === form.open)) refusals.push({ field: 'open', say: ({ paper }) => paper.exemptions.noOpen });
  if (until === undefined || (until !== 'empty' && until < today)) refusals.push({ field: 'until-day', say: ({ paper }) => paper.exemptions.badUntil });
  if (refusals.length > 0 || paragraph === undefined || until === undefined) return refuse(...refusals);
  return accept({ part: form.part, paragraph, reason, openToMembers: form.open === 'members', until: until === 'empty' ? null : until });
}
