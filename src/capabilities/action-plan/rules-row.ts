import { isId, type Id } from '../../kernel/id.ts';
import { markingOf } from '../../kernel/marking.ts';
import { acceptUnless, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { refusedText, tidy } from '../moderation/index.ts';
import { limits, origins, rags, type Details, type Origin, type Progress, type Rag } from './rules.ts';

/** What a plan in a spreadsheet may have as columns, and how people usually head them; our own list's headings among them. */
export const planColumns = {
  reference: ['reference', 'ref', 'id', 'action id'],
  benchmark: ['benchmark', 'theme', 'priority', 'guidance requirement'],
  objective: ['objective', 'aim', 'goal'],
  action: ['action', 'actions', 'action required', 'activity', 'what', 'further action'],
  owner: ['owner', 'lead', 'lead organisation', 'lead agency', 'owner organisation', 'responsible organisation', 'who'],
  role: ['role', 'owner role', 'lead officer', 'lead role', 'responsible officer', 'responsibility'],
  partners: ['partners', 'partner organisations', 'supporting partners', 'supported by'],
  start: ['start', 'start date', 'from'],
  due: ['due', 'due date', 'deadline', 'target date', 'by when', 'timescale', 'completion date'],
  measure: ['success measure', 'measure of success', 'measure', 'kpi', 'performance measure', 'what success looks like'],
  state: ['state', 'status'],
  rag: ['rag', 'rag rating', 'rag status'],
  progress: ['progress', 'progress notes', 'update', 'progress update', 'comments', 'work to date', 'current position'],
  origin: ['origin', 'source', 'where it came from'],
  originNote: ['origin note', 'source note', 'which one'],
  marking: ['marking', 'protective marking', 'classification'],
} as const satisfies Record<string, readonly string[]>;

export type PlanColumn = keyof typeof planColumns;

/** The cells of one row by what they are. A column that the spreadsheet does not have is absent. */
export type PlanRow = Readonly<Partial<Record<PlanColumn, string>>>;

/** What a row may name: benchmarks by code, number, title or alias; objectives by their words; bodies by name. */
export type KnownPlan = {
  readonly ownId: Id;
  readonly benchmarks: readonly { readonly code: string; readonly number: number; readonly titles: readonly string[] }[];
  readonly objectives: readonly { readonly id: Id; readonly benchmarkCode: string; readonly text: string }[];
  readonly bodies: readonly { readonly id: Id; readonly names: readonly string[] }[];
};

export type RowAction = {
  /** The action that the row is, where it came out of our own list. */
  readonly reference: Id | null;
  readonly details: Details;
  /** An objective of these words is to be added first, under the action's benchmark. */
  readonly newObjective: string | null;
  /** What the row says was done, and how it stands. */
  readonly progress: Progress | null;
  /** The row says that it is done: a closure with this outcome is to be proposed, for a second person to confirm. */
  readonly closure: string | null;
};

/** One row of a plan, or everything that keeps it from being taken; a refusal names its column. */
export function actionFromRow(row: PlanRow, known: KnownPlan, today: Day): Outcome<RowAction> {
  const faults: Refusal[] = [];
  const cell = (column: PlanColumn) => tidy(row[column] ?? '');
  const refused = (column: PlanColumn, say: (words: Words['actionPlan']['row']) => string) => { faults.push({ field: column, say: (words) => say(words.actionPlan.row) }); };
  const text = (column: PlanColumn, most: number, oneLine = false) => checkedText(column, cell(column), most, oneLine, faults);
  const day = (column: 'start' | 'due') => {
    const found = cell(column) === '' ? null : dayWritten(cell(column));
    if (found === undefined) refused(column, (words) => words.unreal(cell(column)));
    return found ?? null;
  };
  const action = text('action', limits.text);
  if (action === '') refused('action', (words) => words.noText);
  const benchmarkCode = cell('benchmark') === '' ? null : benchmarkNamed(cell('benchmark'), known);
  if (benchmarkCode === undefined) refused('benchmark', (words) => words.noSuchBenchmark(cell('benchmark')));
  const objective = text('objective', limits.objective);
  if (objective !== '' && benchmarkCode === null) refused('objective', (words) => words.objectiveNeedsBenchmark);
  const place = known.objectives.find((one) => one.benchmarkCode === benchmarkCode && same(one.text, objective));
  const [startOn, dueOn] = [day('start'), day('due')];
  if (startOn !== null && dueOn !== null && dueOn < startOn) refused('due', (words) => words.dueBeforeStart);
  const role = text('role', limits.role, true);
  if (role.includes('@')) refused('role', (words) => words.ownerIsAddress);
  const origin = originNamed(cell('origin'));
  if (!origin) refused('origin', (words) => words.noSuchOrigin(cell('origin')));
  const marking = cell('marking') === '' ? 'OFFICIAL' : markingOf(cell('marking').toUpperCase());
  if (!marking) refused('marking', (words) => words.noSuchMarking(cell('marking')));
  const rag = ragNamed(cell('rag'));
  if (rag === undefined) refused('rag', (words) => words.noSuchRag(cell('rag')));
  const progress = text('progress', limits.text);
  const isDone = done.has(cell('state').toLowerCase());
  if (progress === '' && isDone) refused('state', (words) => words.outcomeMissing);
  else if (progress === '' && rag) refused('rag', (words) => words.reasonMissing);
  const details: Details = {
    text: action, benchmarkCode: benchmarkCode ?? null, objectiveId: place?.id ?? null, marking: marking ?? 'OFFICIAL', ...ownerNamed(text('owner', limits.body, true), known), ownerRole: orNone(role),
    partners: text('partners', limits.partners), startOn, dueOn, successMeasure: orNone(text('measure', limits.measure)), origin: origin ?? 'other', originNote: orNone(text('originNote', limits.originNote, true)),
  };
  return acceptUnless(faults, {
    reference: isId(cell('reference')) ? cell('reference') : null, details, newObjective: place || objective === '' ? null : objective,
    progress: progress === '' || isDone ? null : { datedOn: today, text: progress, rag: rag ?? null, marking: details.marking }, closure: isDone ? progress : null,
  });
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** A day as people write it in a cell: 2026-09-30, 30/09/2026, 30.9.26, 30 September 2026. The day stands before the month. */
export function dayWritten(text: string): Day | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)?.[1];
  if (iso !== undefined) return dayOf(iso);
  const [, day = '', month = '', year = ''] = /^(\d{1,2})(?:st|nd|rd|th)?[ ./-]+(\d{1,2}|[a-z]{3,9})\.?[ ./-]+(\d{4}|\d{2})$/i.exec(text) ?? [];
  const number = /^\d+$/.test(month) ? Number(month) : months.findIndex((name) => [name, name.slice(0, 3), name.slice(0, 4)].includes(month.toLowerCase())) + 1;
  return dayOf(`${year.length === 2 ? `20${year}` : year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** What a list of actions calls one that is done. */
const done = new Set(['closed', 'complete', 'completed', 'done', 'finished']);

const originWords: Readonly<Record<string, Origin>> = { '': 'other', 'dip sample': 'dip_sample', 'dip sampling': 'dip_sample', 'change of guidance': 'guidance', 'guidance change': 'guidance' };

function originNamed(text: string): Origin | undefined {
  const word = text.toLowerCase().replace(/^an? /, '');
  return originWords[word] ?? origins.find((one) => one === word.replaceAll(' ', '_'));
}

/** "Amber", "A", "Amber: at risk"; null where nothing is said, undefined where it is no colour of the three. */
function ragNamed(text: string): Rag | null | undefined {
  const word = /^[a-z]+/.exec(text.toLowerCase())?.[0] ?? '';
  if (text === '') return null;
  return rags.find((rag) => rag === word || rag.charAt(0) === word);
}

/** By its code, its number ("3", "Benchmark 3", "3. Partnership plan") or its title. */
function benchmarkNamed(text: string, { benchmarks }: KnownPlan): string | undefined {
  const number = /^(?:benchmark )?(\d{1,2})(?:\D|$)/i.exec(text)?.[1];
  return benchmarks.find(({ code, titles }) => same(code, text) || titles.some((title) => same(title, text)))?.code ?? benchmarks.find((one) => number !== undefined && one.number === Number(number))?.code;
}

/** The body's own where nobody is named, a body of this installation where the name is one's, another one else. */
function ownerNamed(text: string, { ownId, bodies }: KnownPlan): Pick<Details, 'ownerId' | 'ownerBody'> {
  const ownerId = text === '' ? ownId : bodies.find(({ names }) => names.some((name) => same(name, text)))?.id;
  return ownerId === undefined ? { ownerId: null, ownerBody: text } : { ownerId, ownerBody: null };
}

function checkedText(field: PlanColumn, text: string, most: number, oneLine: boolean, faults: Refusal[]): string {
  const plain = oneLine ? text.replace(/\s*\n\s*/g, ', ') : text;
  faults.push(...refusedText(field, plain, most));
  return plain;
}

function same(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s\-–]+/g, ' ').trim();
  return plain(one) === plain(other);
}

function orNone(text: string): string | null {
  return text === '' ? null : text;
}
