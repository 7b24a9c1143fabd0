import type { Id } from '../../kernel/id.ts';
import { accept } from '../../kernel/outcome.ts';
import { addActionGrants, bodiesBelow, endActionGrants } from '../organisations/index.ts';
import type { PublishedEdition } from '../frameworks/index.ts';
import { detailsOf, fieldSaid, plainHeading, reasonsAgainst, textIn, type FieldRow, type ImportVisit, type Line, type Planned, type SheetKind } from '../imports/index.ts';
import { editionOf } from './opened.tsx';
import type { Details } from './rules.ts';
import { actionFromRow, planColumns, type KnownPlan, type PlanColumn, type RowAction } from './rules-row.ts';
import { addActionNotes, addActions, addObjectives, changeActions, proposeClosures, wholeActionsOf, type WholeAction } from './sheet-store.ts';
import { objectivesOf, type Objective } from './store.ts';

const columns = Object.keys(planColumns) as PlanColumn[];

/** A plan in a spreadsheet: our own list, or another's. */
export const planSheet: SheetKind = {
  name: 'plan', quarterly: false, plan,
  fields: columns.map((name) => ({ name, needed: name === 'action', headings: planColumns[name].map(plainHeading) })),
};

/** The objectives with all that a new action needs of them. */
type Known = Omit<KnownPlan, 'objectives'> & { readonly objectives: readonly Objective[] };

/** What a row comes to: the line that people see, and the action that it would be. */
type Placed = { readonly line: Line; readonly action?: RowAction; readonly there?: WholeAction };

async function plan(visit: ImportVisit, rows: readonly FieldRow[]): ReturnType<SheetKind['plan']> {
  const { tx, organisation } = visit;
  const [existing, edition] = [await wholeActionsOf(tx, organisation.id), await editionOf(visit)];
  const known = await knownIn(visit, edition?.benchmarks ?? []);
  const seen = new Map<string, number>();
  const placed = rows.map((row) => placeRow(visit, row, existing, known, seen));
  return accept({ lines: placed.map(({ line }) => line), apply: () => applyRows(visit, placed, known, edition?.id ?? null) } satisfies Planned);
}

async function knownIn({ tx, organisation, today }: ImportVisit, benchmarks: PublishedEdition['benchmarks']): Promise<Known> {
  const bodies = [organisation, ...await bodiesBelow(tx, organisation.id, today)];
  return {
    ownId: organisation.id, objectives: await objectivesOf(tx, organisation.id), bodies: bodies.map(({ id, name, shortName }) => ({ id, names: [name, shortName] })),
    benchmarks: benchmarks.map(({ code, number, title }) => ({ code, number, titles: [title.en] })),
  };
}

/** A row is the action of its reference, else the one of the same words under the same benchmark, else a new one. */
function placeRow(visit: ImportVisit, row: FieldRow, existing: readonly WholeAction[], known: Known, seen: Map<string, number>): Placed {
  const { words, today } = visit;
  const label = textIn(row, 'action');
  const refused = (...reasons: string[]): Placed => ({ line: { row: row.number, is: 'refused', label, details: [], reasons } });
  const reference = textIn(row, 'reference');
  const there = existing.find(({ id }) => id === reference) ?? existing.find(({ text }) => reference === '' && text === label);
  const read = actionFromRow({ ...(there ? saidOf(there, known) : {}), ...written(row) }, known, today);
  const reasons = reasonsAgainst(words, 'plan', row, read.accepted ? [] : read.refusals);
  if (!read.accepted || reasons.length > 0) return refused(...reasons);
  if (!there && read.value.reference !== null) return refused(words.imports.noSuchRecord);
  const key = there?.id ?? `${read.value.details.benchmarkCode} ${label}`;
  const twin = seen.get(key);
  if (twin !== undefined) return refused(words.imports.twice(twin));
  seen.set(key, row.number);
  const action = there && isSaidAlready(read.value, there) ? { ...read.value, progress: null } : read.value;
  const now = { ...saidOf({ ...action.details, progress: action.progress?.text ?? there?.progress ?? '' }, known), ...(action.newObjective === null ? {} : { objective: action.newObjective }) };
  const details = (there ? detailsOf(saidOf(there, known), now) : []).map((detail) => ({ ...detail, field: fieldSaid(words, 'plan', detail.field) }));
  const is = !there ? 'added' : there.state !== 'open' ? 'same' : action.closure !== null ? 'closed' : details.length > 0 || action.progress !== null ? 'changed' : 'same';
  if (there && there.state !== 'open' && details.length > 0) return refused(words.imports.alreadyClosed);
  return { line: { row: row.number, is, label, details, reasons: [] }, action, ...(there ? { there } : {}) };
}

/** The cells of a row by the plan's columns; a column that the file does not have is left out. */
function written(row: FieldRow): Partial<Record<PlanColumn, string>> {
  return Object.fromEntries(columns.filter((column) => row.cells.has(column)).map((column) => [column, textIn(row, column)]));
}

function saidOf(action: Details & { readonly progress: string }, { objectives, bodies }: Known): Partial<Record<PlanColumn, string>> {
  const { benchmarkCode, objectiveId, text, marking, ownerId, ownerBody, ownerRole, partners, startOn, dueOn, successMeasure, origin, originNote, progress } = action;
  return {
    benchmark: benchmarkCode ?? '', objective: objectives.find(({ id }) => id === objectiveId)?.text ?? '', action: text, owner: ownerBody ?? bodies.find(({ id }) => id === ownerId)?.names[0] ?? '', role: ownerRole ?? '',
    partners, start: startOn ?? '', due: dueOn ?? '', measure: successMeasure ?? '', progress, origin, originNote: originNote ?? '', marking,
  };
}

function isSaidAlready({ progress }: RowAction, there: WholeAction): boolean {
  return progress?.text === there.progress && (progress.rag === null || progress.rag === there.rag);
}

async function applyRows(visit: ImportVisit, placed: readonly Placed[], known: Known, editionId: Id | null): Promise<boolean> {
  const { tx, organisation: { id: orgId }, newId } = visit;
  const rows = placed.flatMap(({ line, action, there }) => (action && line.is !== 'same' && line.is !== 'refused' ? [{ ...action, there, id: there?.id ?? newId(), isChanged: line.details.length > 0 }] : []));
  const added = new Map(rows.flatMap(({ newObjective, details: { benchmarkCode } }) => (newObjective === null || benchmarkCode === null || editionId === null ? [] : [[`${benchmarkCode} ${newObjective}`, { orgId, id: newId(), editionId, benchmarkCode, text: newObjective }] as const])));
  const whole = rows.map(({ details, newObjective, ...row }) => {
    const objective = added.get(`${details.benchmarkCode} ${newObjective}`) ?? known.objectives.find(({ id }) => id === details.objectiveId);
    const kept = row.there?.benchmarkCode === details.benchmarkCode ? row.there.editionId : editionId;
    return { ...row, details: { ...details, objectiveId: objective?.id ?? null, editionId: details.benchmarkCode === null ? null : objective?.editionId ?? kept } };
  });
  await addObjectives(tx, [...added.values()]);
  await addActions(tx, whole.filter(({ there }) => !there).map(({ id, details }) => ({ orgId, id, ...details, originId: null })));
  const isDone = await changeActions(tx, orgId, whole.flatMap(({ id, there, details, isChanged }) => (there && isChanged ? [{ id, version: there.version, ...details }] : [])));
  if (!isDone) return false;
  await openToOwners(visit, whole.flatMap(({ id, there, details: { ownerId } }) => (there?.ownerId === ownerId ? [] : [{ id, ownerId, isMoved: there !== undefined }])));
  await addActionNotes(tx, whole.flatMap(({ id, progress }) => (progress === null ? [] : [{ orgId, id: newId(), actionId: id, ...progress }])));
  await proposeClosures(tx, orgId, whole.flatMap(({ id, closure }) => (closure === null ? [] : [{ id, outcome: closure }])));
  return true;
}

/** An owner that is another body of this installation sees the action from today on, and the one before it no longer. */
async function openToOwners({ tx, words, organisation, today, newId }: ImportVisit, actions: readonly { readonly id: Id; readonly ownerId: Id | null; readonly isMoved: boolean }[]): Promise<void> {
  for (const { id, isMoved } of actions) if (isMoved) await endActionGrants(tx, organisation.id, id, today);
  await addActionGrants(tx, actions.flatMap(({ id, ownerId }) => (ownerId === null || ownerId === organisation.id ? [] : [{ orgId: organisation.id, id: newId(), granteeId: ownerId, recordId: id, reason: words.actionPlan.grantReason, fromDay: today }])));
}
