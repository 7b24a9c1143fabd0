import type { Id } from '../../kernel/id.ts';
import { identifiersIn, type IdentifierKind } from '../../kernel/identifiers.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { codes, type Code } from './rules-agreement.ts';

/** As the database's checks have them (migrations/0028-dip-sampling.sql). */
export const limits = { line: 300, role: 120, exclusions: 1000, reason: 1000, long: 5000, purpose: 2000, population: 100_000, sample: 500, steps: 12, edition: 200 };

/** For so many days after the draw, at most, answers about positions are held. */
export const heldDays = 30;
export const throwsEach = 20;

/** What a form elsewhere takes once its writer has confirmed that it tells of nobody, and a form of a dip sample never does. */
const neverTaken: readonly IdentifierKind[] = ['case_reference', 'nhs_number', 'national_insurance', 'date_of_birth'];

/** The benchmark of the local authorities' editions that is about the referral pathway. */
export const pathwayBenchmark = 'LA4';

export const seats = ['chair', 'police'] as const;
export type Seat = (typeof seats)[number];

export const states = ['planned', 'frozen', 'drawn', 'closed', 'lapsed'] as const;
export type State = (typeof states)[number];

export const workedCodes = ['yes', 'partly', 'no', 'too_early'] as const;
export type Worked = (typeof workedCodes)[number];

export type Step = { readonly step: string; readonly who: string; readonly target_days: number | null };
export type Pathway = { readonly inForceOn: Day; readonly formEdition: string; readonly steps: readonly Step[]; readonly safeguarding: string; readonly complaints: string; readonly changeNote: string };

export type Programme = { readonly everyMonths: number; readonly purpose: string };

export type Reviewer = { readonly seat: Seat; readonly bodyId: Id; readonly role: string };
export type Plan = {
  readonly panelId: Id; readonly fromDay: Day; readonly toDay: Day; readonly population: number; readonly sampleSize: number;
  readonly listUsed: string; readonly listOrder: string; readonly custodianRole: string; readonly exclusions: string; readonly policeCount: number;
  readonly questionCodes: readonly string[]; readonly repeatsId: Id | null; readonly repeatReason: string | null; readonly reviewers: readonly Reviewer[];
};

/** What a form holds, by the names of its fields. */
export type Written = Readonly<Record<'panel' | 'population' | 'sample' | 'list' | 'order' | 'custodian' | 'exclusions' | 'police_count' | 'chair_body' | 'chair_role' | 'police_body' | 'police_role' | 'repeats' | 'repeat_reason', string>>
  & { readonly from: Day | undefined; readonly to: Day | undefined; readonly questions: readonly string[] };

/** What it may name. An earlier exercise that the new one overlaps has to be named as the one that it repeats. */
export type Known = { readonly bodies: readonly Id[]; readonly questions: readonly string[]; readonly earlier: readonly { readonly id: Id; readonly panelId: Id; readonly fromDay: string; readonly toDay: string }[] };

/** An exercise as a form plans it, or each thing to mend. */
export function planFrom(form: Written, { bodies, questions, earlier }: Known, today: Day): Outcome<Plan> {
  const { from, to } = form;
  const [population, sampleSize, policeCount] = [countIn(form.population, limits.population), countIn(form.sample, limits.sample), countIn(form.police_count, limits.population, 0)];
  const chosen = questions.filter((code) => form.questions.includes(code));
  const overlapping = from && to ? earlier.filter((one) => one.panelId === form.panel && one.fromDay <= to && from <= one.toDay) : [];
  const repeats = overlapping.find(({ id }) => id === form.repeats);
  const repeatReason = tidied(form.repeat_reason);
  const refusals = [
    ...(bodies.includes(form.panel) ? [] : [refusal('panel', 'noPanel')]),
    ...(from && to ? [] : [refusal(from ? 'to-day' : 'from-day', 'noPeriod')]), ...(from && to && to < from ? [refusal('to-day', 'periodTurned')] : []), ...(to && to > today ? [refusal('to-day', 'periodToCome')] : []),
    ...(population === undefined ? [refusal('population', 'noPopulation')] : []), ...refusedSample(sampleSize, population),
    ...refusedLine('list', tidied(form.list), limits.line, 'noList'), ...refusedLine('order', tidied(form.order), limits.line, 'noOrder'), ...refusedRole('custodian', form.custodian),
    ...refusedWords('exclusions', tidied(form.exclusions), limits.exclusions), ...(policeCount === undefined ? [refusal('police_count', 'noPoliceCount')] : []),
    ...(chosen.length === 0 ? [refusal('questions', 'noQuestions')] : []),
    ...seats.flatMap((seat) => refusedReviewer(form, seat, bodies)), ...(form.chair_body !== '' && form.chair_body === form.police_body ? [refusal('police_body', 'sameBody')] : []),
    ...(overlapping.length > 0 && !repeats ? [refusal('repeats', 'isRepeat')] : []), ...(repeats ? refusedWords('repeat_reason', repeatReason, limits.reason, 'noRepeatReason') : []),
  ];
  if (!from || !to || population === undefined || sampleSize === undefined || policeCount === undefined) return refuse(...refusals);
  return acceptUnless(refusals, {
    panelId: form.panel, fromDay: from, toDay: to, population, sampleSize, listUsed: tidied(form.list), listOrder: tidied(form.order), custodianRole: tidied(form.custodian), exclusions: tidied(form.exclusions), policeCount,
    questionCodes: chosen, repeatsId: repeats?.id ?? null, repeatReason: repeats ? repeatReason : null,
    reviewers: seats.map((seat) => ({ seat, bodyId: form[`${seat}_body`], role: tidied(form[`${seat}_role`]) })),
  });
}

/** Twenty throws of a die, as digits with or without spaces between them. */
export function throwsFrom(written: string): Outcome<string> {
  const digits = written.replace(/[\s,;.-]/g, '');
  if (!/^[1-6]*$/.test(digits)) return refuse(refusal('throws', 'notDice'));
  return digits.length === throwsEach ? acceptUnless([], digits) : refuse({ field: 'throws', say: ({ dipSampling }) => dipSampling.refusals.notTwenty(digits.length) });
}

export type Answered = { readonly question: string; readonly code: Code };

/** A reviewer's answers to every question about one position. */
export function answersFrom(given: (question: string) => string, questions: readonly string[]): Outcome<readonly Answered[]> {
  return each(questions.map((question) => ({ field: `q-${question}`, question })), given, (one, code) => ({ question: one.question, code }), 'noAnswer');
}

export type Difference = { readonly position: number; readonly question: string; readonly chair: Code; readonly police: Code };

/** What both settled on, for everything in which they differ. */
export function settledFrom(given: (field: string) => string, differences: readonly Difference[]): Outcome<readonly (Answered & { readonly position: number })[]> {
  const asked = differences.map((one) => ({ ...one, field: settleField(one) }));
  return each(asked, (_, { field }) => given(field), ({ position, question }, code) => ({ position, question, code }), 'notSettled');
}

export function settleField({ position, question }: Pick<Difference, 'position' | 'question'>): string {
  return `s-${position}-${question}`;
}

export type Closing = { readonly themes: string; readonly learning: string; readonly checks: readonly { readonly actionId: Id; readonly worked: Worked }[] };

/** What remains: themes, learning, and whether what earlier samples led to has worked. */
export function closingFrom(form: { readonly themes: string; readonly learning: string; readonly worked: (actionId: Id) => string }, earlier: readonly Id[]): Outcome<Closing> {
  const [themes, learning] = [tidied(form.themes), tidied(form.learning)];
  const refusals = [...refusedWords('themes', themes, limits.long, 'noThemes'), ...refusedWords('learning', learning, limits.long, 'noLearning')];
  const checks = earlier.flatMap((actionId) => {
    const worked = workedCodes.find((one) => one === form.worked(actionId));
    if (!worked) refusals.push(refusal(`worked-${actionId}`, 'noWorked'));
    return worked ? [{ actionId, worked }] : [];
  });
  return acceptUnless(refusals, { themes, learning, checks });
}

export function lapseFrom(written: string): Outcome<string> {
  const reason = tidied(written);
  return acceptUnless(refusedWords('reason', reason, limits.reason, 'noLapse'), reason);
}

export function programmeFrom(form: { readonly every: string; readonly purpose: string }): Outcome<Programme> {
  const [everyMonths, purpose] = [countIn(form.every, 24), tidied(form.purpose)];
  const refusals = [...(everyMonths === undefined ? [refusal('every', 'noEvery')] : []), ...refusedWords('purpose', purpose, limits.purpose, 'noPurpose')];
  return everyMonths === undefined ? refuse(...refusals) : acceptUnless(refusals, { everyMonths, purpose });
}

export type PathwayForm = { readonly inForce: Day | undefined; readonly formEdition: string; readonly steps: readonly { readonly step: string; readonly who: string; readonly days: string }[]; readonly safeguarding: string; readonly complaints: string; readonly change: string };

/** An edition of the referral pathway: steps that are left empty are none. */
export function pathwayFrom(form: PathwayForm): Outcome<Pathway> {
  const [formEdition, safeguarding, complaints, changeNote] = [tidied(form.formEdition), tidied(form.safeguarding), tidied(form.complaints), tidied(form.change)];
  const refusals = [
    ...(form.inForce ? [] : [refusal('in_force-day', 'noInForce')]), ...refusedLine('form_edition', formEdition, limits.edition, 'noFormEdition'),
    ...refusedWords('safeguarding', safeguarding, limits.purpose, 'noSafeguarding'), ...refusedWords('complaints', complaints, limits.purpose, 'noComplaints'), ...refusedWords('change', changeNote, limits.reason, 'noChange'),
  ];
  const steps = form.steps.flatMap((one, at): Step[] => {
    const [step, who, days] = [tidied(one.step), tidied(one.who), one.days.trim()];
    if (step === '' && who === '' && days === '') return [];
    refusals.push(...refusedLine(`step-${at + 1}`, step, limits.line, 'noStep'), ...refusedRole(`who-${at + 1}`, one.who));
    const target = days === '' ? null : countIn(days, 365, 0);
    if (target === undefined) refusals.push(refusal(`days-${at + 1}`, 'noDays'));
    return [{ step, who, target_days: target ?? null }];
  });
  if (steps.length === 0) refusals.push(refusal('step-1', 'noSteps'));
  return form.inForce ? acceptUnless(refusals, { inForceOn: form.inForce, formEdition, steps, safeguarding, complaints, changeNote }) : refuse(...refusals);
}

function each<Asked extends { readonly field: string; readonly question: string }, Said>(asked: readonly Asked[], given: (question: string, one: Asked) => string, said: (one: Asked, code: Code) => Said, missing: Sentence): Outcome<readonly Said[]> {
  const refusals: Refusal[] = [];
  const answered = asked.flatMap((one) => {
    const code = codes.find((known) => known === given(one.question, one));
    if (!code) refusals.push(refusal(one.field, missing));
    return code ? [said(one, code)] : [];
  });
  return acceptUnless(refusals, answered);
}

function refusedSample(sample: number | undefined, population: number | undefined): Refusal[] {
  if (sample === undefined) return [refusal('sample', 'noSample')];
  return population !== undefined && sample > population ? [{ field: 'sample', say: ({ dipSampling }) => dipSampling.refusals.sampleTooLarge(population) }] : [];
}

function refusedReviewer(form: Written, seat: Seat, bodies: readonly Id[]): Refusal[] {
  const body = form[`${seat}_body`];
  const wrong = !bodies.includes(body) ? [refusal(`${seat}_body`, 'noReviewer')] : body === form.panel ? [refusal(`${seat}_body`, 'ownPanel')] : [];
  return [...wrong, ...refusedRole(`${seat}_role`, form[`${seat}_role`])];
}

/** A role, never a person: an address, a form of address or two plain names are refused with a sentence that says so. */
function refusedRole(field: string, written: string): Refusal[] {
  const role = tidied(written);
  const isName = /^\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{Ll}'’-]+$/u.test(role) && !/chair|officer|lead|manager|head|director|police|polic|coordinator|team|analyst|supervisor|prevent|channel|safeguarding|service|panel|deputy|adviser|sergeant|inspector|desk/i.test(role);
  return isName || role.includes('@') ? [refusal(field, 'roleIsName')] : refusedLine(field, role, limits.role, 'noRole');
}

function refusedLine(field: string, text: string, limit: number, empty: Sentence): Refusal[] {
  return text.includes('\n') ? [refusal(field, 'notOneLine')] : refusedWords(field, text, limit, empty);
}

function refusedWords(field: string, text: string, limit: number, empty?: Sentence): Refusal[] {
  if (/(?<!\p{L})(?:mr|mrs|ms|miss|mx|dr|pc|dc|ds|dci)\.? \p{Lu}\p{Ll}/u.test(text.replace(/(?<!\p{L})(?:M[rsx]|Mrs|Miss|Dr|P[Cc]|D[CcSs]|DCI)(?!\p{L})/gu, (title) => title.toLowerCase()))) return [refusal(field, 'namesPerson')];
  if (identifiersIn(text).some(({ kind }) => neverTaken.includes(kind))) return [refusal(field, 'tellsOfCase')];
  return refusedText(field, text, limit, empty && sentence(empty));
}

/** A whole number up to a limit, as people type it. */
function countIn(written: string, most: number, least = 1): number | undefined {
  const digits = written.trim().replace(/(?<=\d)[, ](?=\d{3})/g, '');
  return /^\d{1,9}$/.test(digits) && Number(digits) >= least && Number(digits) <= most ? Number(digits) : undefined;
}

type Sentence = { [Name in keyof Words['dipSampling']['refusals']]: Words['dipSampling']['refusals'][Name] extends string ? Name : never }[keyof Words['dipSampling']['refusals']];

function sentence(name: Sentence): Refusal['say'] {
  return (words) => words.dipSampling.refusals[name];
}

export function refusal(field: string, name: Sentence): Refusal {
  return { field, say: sentence(name) };
}
