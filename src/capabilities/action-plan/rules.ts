import type { Id } from '../../kernel/id.ts';
import { markingOf, type Marking } from '../../kernel/marking.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { dayOfDraft, isBlank, type DraftDate } from '../evidence/index.ts';
import { refusedText, tidy } from '../moderation/index.ts';
import { isOverdue, noteFrom, type Note, type NoteForm, type Status } from '../recommendations/index.ts';

export type { State } from '../recommendations/index.ts';

/** As the database's checks have them (migrations/0021-action-plan.sql). */
export const limits = { text: 5000, objective: 500, body: 200, role: 120, partners: 1000, measure: 2000, originNote: 500 };

export const origins = ['risk', 'recommendation', 'dip_sample', 'incident', 'guidance', 'other'] as const;
export type Origin = (typeof origins)[number];

export const rags = ['green', 'amber', 'red'] as const;
export type Rag = (typeof rags)[number];

/** Which actions a page shows. */
export const shows = ['open', 'overdue', 'unmeasured', 'waiting', 'closed', 'all'] as const;
export type Show = (typeof shows)[number];

/** What a form sends for an owner that is no body of this installation. */
export const otherBody = 'other';

/** The benchmark of the local authorities' editions that is about the plan itself. */
export const planBenchmark = 'LA3';

export type Details = {
  readonly benchmarkCode: string | null; readonly objectiveId: Id | null; readonly text: string; readonly marking: Marking;
  readonly ownerId: Id | null; readonly ownerBody: string | null; readonly ownerRole: string | null; readonly partners: string;
  readonly startOn: Day | null; readonly dueOn: Day | null; readonly successMeasure: string | null;
  readonly origin: Origin; readonly originNote: string | null;
};

export type DetailsForm = {
  /** The code of a benchmark, the identifier of an objective, or nothing: the plan as a whole. */
  readonly place: string; readonly text: string; readonly marking: string;
  /** The identifier of a body, or `otherBody` with its name. */
  readonly owner: string; readonly ownerBody: string; readonly ownerRole: string; readonly partners: string;
  readonly start: DraftDate; readonly due: DraftDate; readonly measure: string; readonly origin: string; readonly originNote: string;
};

/** What a form may name: the benchmarks, the objectives with theirs, and the bodies that may own an action. */
export type Known = { readonly benchmarks: readonly string[]; readonly objectives: readonly { readonly id: Id; readonly benchmarkCode: string }[]; readonly bodies: readonly Id[] };

/** An action as a form states it, or each thing to mend. */
export function detailsFrom(form: DetailsForm, known: Known): Outcome<Details> {
  const [text, ownerRole, partners, measure, originNote] = [tidy(form.text), tidy(form.ownerRole), tidy(form.partners), tidy(form.measure), tidy(form.originNote)];
  const [place, owner, marking] = [placeFrom(form.place, known), ownerFrom(form, known), markingOf(form.marking)];
  const [startOn, dueOn] = [dayFrom(form.start), dayFrom(form.due)];
  const origin = origins.find((one) => one === form.origin);
  const refusals = [
    ...(place ? [] : [refusal('place', 'noPlace')]), ...refusedText('text', text, limits.text, sentence('noText')),
    ...owner.refusals, ...refusedLine('role', ownerRole, limits.role), ...(ownerRole.includes('@') ? [refusal('role', 'ownerIsAddress')] : []),
    ...refusedText('partners', partners, limits.partners), ...(startOn === undefined ? [refusal('start-day', 'startUnreal')] : []),
    ...(dueOn === undefined ? [refusal('due-day', 'dueUnreal')] : []), ...(startOn && dueOn && dueOn < startOn ? [refusal('due-day', 'dueBeforeStart')] : []),
    ...refusedText('measure', measure, limits.measure), ...(origin ? [] : [refusal('origin', 'noOrigin')]),
    ...refusedLine('origin_note', originNote, limits.originNote), ...(marking ? [] : [refusal('marking', 'noMarking')]),
  ];
  if (!place || !origin || !marking || startOn === undefined || dueOn === undefined) return refuse(...refusals);
  return acceptUnless(refusals, {
    ...place, text, marking, ownerId: owner.ownerId, ownerBody: owner.ownerBody, ownerRole: orNone(ownerRole), partners, startOn, dueOn,
    successMeasure: orNone(measure), origin, originNote: orNone(originNote),
  });
}

export type ObjectiveForm = { readonly benchmark: string; readonly text: string };

/** An objective stands under one benchmark. */
export function objectiveFrom(form: ObjectiveForm, benchmarks: readonly string[]): Outcome<{ readonly benchmarkCode: string; readonly text: string }> {
  const text = tidy(form.text);
  const refusals = refusedText('text', text, limits.objective, sentence('noObjective'));
  if (!benchmarks.includes(form.benchmark)) refusals.unshift(refusal('benchmark', 'noBenchmark'));
  return acceptUnless(refusals, { benchmarkCode: form.benchmark, text });
}

export type Progress = Note & { readonly rag: Rag | null };

/** What was done and how it stands: a colour has the note's words as its reason. */
export function progressFrom(form: NoteForm & { readonly rag: string }, today: Day): Outcome<Progress> {
  const [note, rag] = [noteFrom(form, today), rags.find((one) => one === form.rag) ?? null];
  const refusals = [...(note.accepted ? [] : note.refusals), ...(form.rag !== '' && rag === null ? [refusal('rag', 'noRag')] : [])];
  return note.accepted ? acceptUnless(refusals, { ...note.value, rag }) : refuse(...refusals);
}

export type Standing = Status & { readonly successMeasure: string | null };

/** Whether a list that shows this has the action in it. */
export function isShown(show: Show, action: Standing, today: Day): boolean {
  switch (show) {
    case 'all': return true;
    case 'open': return action.state !== 'closed';
    case 'overdue': return isOverdue(action, today);
    case 'unmeasured': return action.state !== 'closed' && action.successMeasure === null;
    case 'waiting': return action.state === 'proposed';
    case 'closed': return action.state === 'closed';
  }
}

export type Counts = { readonly all: number; readonly open: number; readonly overdue: number; readonly unmeasured: number; readonly waiting: number; readonly closed: number };

export function countsOf(actions: readonly Standing[], today: Day): Counts {
  const count = (show: Show) => actions.filter((action) => isShown(show, action, today)).length;
  return { all: count('all'), open: count('open'), overdue: count('overdue'), unmeasured: count('unmeasured'), waiting: count('waiting'), closed: count('closed') };
}

export type Group<Line, Objective> = { readonly benchmarkCode: string | null; readonly parts: readonly { readonly objective: Objective | undefined; readonly lines: readonly Line[] }[] };

/** The lines by benchmark, in the edition's order, then those of other editions and of the plan as a whole; within each, first those without an objective that is known. */
export function groupsOf<Line extends Pick<Details, 'benchmarkCode' | 'objectiveId'>, Objective extends { readonly id: Id }>(lines: readonly Line[], objectives: readonly Objective[], benchmarks: readonly string[]): Group<Line, Objective>[] {
  const byBenchmark = Map.groupBy(lines, ({ benchmarkCode }) => benchmarkCode);
  const known = new Set(objectives.map(({ id }) => id));
  const others = [...byBenchmark.keys()].filter((code) => code !== null && !benchmarks.includes(code)).toSorted();
  return [...benchmarks, ...others, null].flatMap((benchmarkCode) => {
    const here = byBenchmark.get(benchmarkCode);
    if (!here) return [];
    const parts = [undefined, ...objectives].map((objective) => ({ objective, lines: here.filter(({ objectiveId }) => (objective ? objectiveId === objective.id : objectiveId === null || !known.has(objectiveId))) }));
    return [{ benchmarkCode, parts: parts.filter((part) => part.lines.length > 0) }];
  });
}

function placeFrom(place: string, { benchmarks, objectives }: Known): Pick<Details, 'benchmarkCode' | 'objectiveId'> | undefined {
  if (place === '') return { benchmarkCode: null, objectiveId: null };
  if (benchmarks.includes(place)) return { benchmarkCode: place, objectiveId: null };
  const objective = objectives.find(({ id }) => id === place);
  return objective && { benchmarkCode: objective.benchmarkCode, objectiveId: objective.id };
}

function ownerFrom(form: Pick<DetailsForm, 'owner' | 'ownerBody'>, { bodies }: Known): Pick<Details, 'ownerId' | 'ownerBody'> & { readonly refusals: readonly Refusal[] } {
  if (form.owner !== otherBody) return { ownerId: form.owner, ownerBody: null, refusals: bodies.includes(form.owner) ? [] : [refusal('owner', 'noOwner')] };
  const ownerBody = tidy(form.ownerBody);
  return { ownerId: null, ownerBody, refusals: ownerBody === '' ? [refusal('owner_body', 'noOwnerBody')] : refusedLine('owner_body', ownerBody, limits.body) };
}

/** Null where none is written, undefined where what is written is no day. */
function dayFrom(written: DraftDate): Day | null | undefined {
  return isBlank(written) ? null : dayOfDraft(written);
}

function refusedLine(field: string, text: string, limit: number): Refusal[] {
  return text.includes('\n') ? [refusal(field, 'notOneLine')] : refusedText(field, text, limit);
}

function orNone(text: string): string | null {
  return text === '' ? null : text;
}

type Sentence = keyof Words['actionPlan']['refusals'];

function sentence(name: Sentence): Refusal['say'] {
  return (words) => words.actionPlan.refusals[name];
}

function refusal(field: string, name: Sentence): Refusal {
  return { field, say: sentence(name) };
}
