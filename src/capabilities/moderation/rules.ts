import type { Id } from '../../kernel/id.ts';
import { markingOf } from '../../kernel/marking.ts';
import { acceptUnless, refuse, accept, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import { benchmarkOf, levelOf, notApplicable, type Edition } from '../frameworks/index.ts';
import type { Findings, Hand, Origin, Result, StatementText } from './findings.ts';

/** As the database's checks have them (migrations/0006-moderation.sql). */
export const limits = { reason: 1000, leadBody: 200, text: 5000 };

/** What the form sends for "N/A, and the letter does not say why". */
export const notStated = 'not_stated';

export type OutcomeForm = { readonly rating: string; readonly reason: string; readonly leadBody: string };

export type StatementForm = { readonly text: string; readonly benchmark: string; readonly marking: string };

/** Why findings may not be changed by this hand, or undefined when they may. */
export function heldBack({ origin, publishedAt }: Pick<Findings, 'origin' | 'publishedAt'>, hand: Hand): 'published' | 'other hand' | undefined {
  if (publishedAt) return 'published';
  return hand === handOf(origin) ? undefined : 'other hand';
}

export function handOf(origin: Origin): Hand {
  return origin === 'recorded' ? 'grant' : 'own';
}

/** The outcome that a form states: a level of the edition's own scale, or N/A with what belongs to it. */
export function resultFrom(edition: Edition, origin: Origin, form: OutcomeForm): Outcome<Result> {
  if (form.rating === '') return refuse({ field: 'rating', say: (words) => words.moderation.refusals.noRating });
  if (form.rating === notStated && origin === 'transcribed' && edition.scale.not_applicable) return accept({ is: 'not applicable, reason not stated' });
  if (form.rating === notApplicable && edition.scale.not_applicable) return notApplicableFrom(form);
  if (!levelOf(edition, form.rating)) return refuse({ field: 'rating', say: (words) => words.moderation.refusals.outsideScale });
  return accept({ is: 'level', levelCode: form.rating });
}

function notApplicableFrom(form: OutcomeForm): Outcome<Result> {
  const [reason, leadBody] = [tidied(form.reason), tidied(form.leadBody)];
  const refusals = [
    ...refusedText('reason', reason, limits.reason, (words) => words.moderation.refusals.noReason),
    ...refusedText('lead_body', leadBody, limits.leadBody, (words) => words.moderation.refusals.noLeadBody),
  ];
  return acceptUnless<Result>(refusals, { is: 'not applicable', reason, leadBody });
}

/** A strength or recommendation as a form states it. It may concern a benchmark of the edition, whatever its outcome. */
export function statementFrom(edition: Edition, form: StatementForm): Outcome<StatementText> {
  const [text, marking] = [tidied(form.text), markingOf(form.marking)];
  const refusals: Refusal[] = [...refusedText('text', text, limits.text, (words) => words.moderation.refusals.noText)];
  if (form.benchmark !== '' && !benchmarkOf(edition, form.benchmark)) refusals.push({ field: 'benchmark', say: (words) => words.moderation.refusals.noSuchBenchmark });
  if (!marking) return refuse(...refusals, { field: 'marking', say: (words) => words.moderation.refusals.noMarking });
  return acceptUnless(refusals, { text, marking, benchmarkCode: form.benchmark === '' ? null : form.benchmark });
}

/** What a second person needs before the check: the letter, every outcome, and to have written none of it. */
export function mayCheck(edition: Edition, findings: Findings, personId: Id): Outcome<Findings> {
  const refusals = [...withoutLetter(findings), ...withoutOutcome(edition, findings)];
  if (findings.checkedAt) refusals.push({ field: '', say: (words) => words.moderation.refusals.alreadyChecked });
  if (findings.writers.includes(personId)) refusals.push({ field: '', say: (words) => words.moderation.refusals.ownWork });
  return acceptUnless(refusals, findings);
}

/** What a draft needs before the body sees it: the same as for publication, since the body replies to the whole. */
export const mayShare = mayPublish;

/** Everything that still stands between findings and their publication. */
export function mayPublish(edition: Edition, findings: Findings): Outcome<Findings> {
  const refusals = [...withoutLetter(findings), ...withoutOutcome(edition, findings)];
  if (findings.origin === 'transcribed' && !findings.checkedAt) refusals.push({ field: '', say: (words) => words.moderation.refusals.notChecked });
  return acceptUnless(refusals, findings);
}

function withoutLetter({ origin, letter }: Findings): Refusal[] {
  return origin === 'transcribed' && !letter ? [{ field: '', say: (words) => words.moderation.refusals.noLetter }] : [];
}

function withoutOutcome(edition: Edition, { outcomes }: Findings): Refusal[] {
  return edition.benchmarks.filter(({ code }) => !outcomes.has(code))
    .map(({ code, number, title }) => ({ field: code, say: (words) => words.moderation.refusals.noOutcome(number, title.en) }));
}
