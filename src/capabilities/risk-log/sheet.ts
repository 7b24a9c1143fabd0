import { accept, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { dayOf, quarterOf, type Day, type Quarter } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { dayParts, detailsOf, fieldSaid, plainHeading, reasonsAgainst, textIn, type FieldRow, type ImportVisit, type Line, type Planned, type SheetKind } from '../imports/index.ts';
import { benchmarksOf } from './log.tsx';
import { askedOf, beginReturn, confirmedRisks, returnOf, sentLines, setConfirmed } from './returns-store.ts';
import { productOf, reasonFrom, riskFrom, scoreKinds, scoresFrom, themes, type RiskText, type Scores } from './rules.ts';
import { mayBegin } from './rules-returns.ts';
import { addRisks, changeRisks, rescoreRisks } from './sheet-store.ts';
import { matricesFor, risksOf, type MatrixVersion, type Risk } from './store.ts';

/** The fields of a row, each with the headings under which people have it; the first is our template's. */
const headings = {
  id: ['identifier', 'id'], version: ['version'], theme: ['theme', 'category', 'area', 'type of risk'], cause: ['cause', 'causes', 'because of', 'vulnerability', 'hazard'],
  event: ['event', 'risk', 'risk description', 'description', 'description of risk', 'risk event', 'what could happen', 'risk title'], effect: ['effect', 'effects', 'consequence', 'consequences', 'result', 'potential impact'],
  controls: ['controls', 'control', 'existing controls', 'current controls', 'mitigation', 'mitigations', 'mitigating actions', 'risk management', 'controls in place'], owner: ['owner', 'risk owner', 'owner role', 'lead', 'lead officer', 'responsible officer'],
  benchmarks: ['benchmarks', 'benchmark', 'linked benchmarks'], public_summary: ['summary that is safe to publish', 'public summary'], review: ['next review', 'review date', 'date of next review', 'next review date', 'review'], marking: ['marking', 'protective marking', 'classification'],
  inherent_likelihood: ['likelihood before controls', 'inherent likelihood', 'gross likelihood', 'initial likelihood', 'likelihood inherent'], inherent_impact: ['impact before controls', 'inherent impact', 'gross impact', 'initial impact', 'impact inherent'],
  residual_likelihood: ['likelihood with controls', 'residual likelihood', 'net likelihood', 'current likelihood', 'likelihood'], residual_impact: ['impact with controls', 'residual impact', 'net impact', 'current impact', 'impact', 'severity'],
  target_likelihood: ['target likelihood', 'likelihood target'], target_impact: ['target impact', 'impact target'], standing: ['this quarter', 'status', 'state'], reason: ['reason for the change', 'reason', 'reason for change', 'reason for closing', 'comments'],
} as const satisfies Record<string, readonly string[]>;

export type RiskField = keyof typeof headings;

export const riskFields = Object.keys(headings) as RiskField[];

/** A body's log in a spreadsheet: our template for a quarter, or a log of its own. */
export const riskSheet: SheetKind = {
  name: 'risk-log', quarterly: true, plan,
  fields: riskFields.map((name) => ({ name, needed: name === 'event', headings: headings[name].map(plainHeading) })),
};

/** A row as the log would have it: a new risk, or one that stands, with what of it changes. */
type Read = { readonly text: RiskText; readonly scores: Scores; readonly isRescored: boolean; readonly isClosing: boolean; readonly reason: string | null };
type Placed = { readonly line: Line; readonly read?: Read; readonly there?: Risk };
type Around = { readonly existing: readonly Risk[]; readonly benchmarks: readonly string[]; readonly seen: Map<string, number> };

async function plan(visit: ImportVisit, rows: readonly FieldRow[], quarterName: string | null): Promise<Outcome<Planned>> {
  const { tx, organisation: { id: orgId }, today } = visit;
  const quarter = await quarterFor(visit, quarterName ?? '');
  const [matrix] = await matricesFor(tx, orgId, today);
  if (!quarter.accepted) return quarter;
  if (!matrix) return refuse({ field: '', say: ({ riskLog }) => riskLog.refusals.noMatrix });
  const around: Around = { existing: await risksOf(tx, orgId), benchmarks: (await benchmarksOf(visit)).map(({ code }) => code), seen: new Map() };
  const placed = rows.map((row) => placeRow(visit, row, around));
  return accept({ lines: placed.map(({ line }) => line), apply: (taken) => applyRows(visit, placed, { taken, quarter: quarter.value, matrix }) });
}

/** A quarter whose return was begun and not sent, or can be begun. */
async function quarterFor({ tx, organisation: { id: orgId }, today }: ImportVisit, name: string): Promise<Outcome<Quarter>> {
  const quarter = quarterOf(name);
  const begun = quarter && await returnOf(tx, orgId, quarter);
  if (begun) return begun.sent ? refuse({ field: 'quarter', say: ({ imports }) => imports.quarterSent }) : accept(quarter);
  const set = mayBegin(name, await askedOf(tx, orgId, today), (await sentLines(tx, orgId)).map((line) => line.quarter), today);
  return set.accepted ? accept(set.value.quarter) : set;
}

/** A row is the risk of its identifier, else an open one of the same words, else a new one. */
function placeRow({ words, today }: ImportVisit, row: FieldRow, { existing, benchmarks, seen }: Around): Placed {
  const label = textIn(row, 'event');
  const refused = (...reasons: string[]): Placed => ({ line: { row: row.number, is: 'refused', label, details: [], reasons } });
  const id = textIn(row, 'id');
  const there = existing.find((risk) => risk.id === id) ?? existing.find((risk) => id === '' && risk.closedOn === null && risk.event === label && ['', risk.cause].includes(textIn(row, 'cause')));
  if (!there && id !== '') return refused(words.imports.noSuchRecord);
  const twin = there && seen.get(there.id);
  if (twin !== undefined) return refused(words.imports.twice(twin));
  if (there) seen.set(there.id, row.number);
  const before = there && saidOf(there);
  const now = Object.fromEntries(riskFields.map((field) => [field, row.cells.has(field) ? textIn(row, field) : before?.[field] ?? '']));
  const read = readRow(words, now, there, benchmarks, today);
  const reasons = reasonsAgainst(words, 'risk-log', row, read.accepted ? [] : read.refusals);
  if (!read.accepted || reasons.length > 0) return refused(...reasons);
  const said = saidOf({ ...read.value.text, scores: read.value.scores });
  const details = (before ? detailsOf(before, said) : []).map((detail) => ({ ...detail, field: fieldSaid(words, 'risk-log', detail.field) }));
  const { isClosing } = read.value;
  if (there && there.closedOn !== null) return details.length > 0 ? refused(words.imports.alreadyClosed) : { line: { row: row.number, is: 'same', label, details, reasons: [] } };
  const wasMoved = there !== undefined && /^\d+$/.test(textIn(row, 'version')) && Number(textIn(row, 'version')) < there.version;
  const is = !there ? 'added' : (details.length > 0 || isClosing) && wasMoved ? 'moved' : isClosing ? 'closed' : details.length > 0 ? 'changed' : isStanding(words, now['standing'] ?? '', 'unchanged') ? 'confirmed' : 'same';
  const closing = isClosing ? [{ field: fieldSaid(words, 'risk-log', 'reason'), now: read.value.reason ?? '' }] : [];
  return { line: { row: row.number, is, label, details: [...details, ...closing], reasons: [] }, read: read.value, ...(there ? { there } : {}) };
}

function readRow(words: Words, now: Readonly<Record<string, string>>, there: Risk | undefined, benchmarks: readonly string[], today: Day): Outcome<Read> {
  const of = (field: RiskField) => now[field] ?? '';
  const review = dayIn(of('review'));
  const theme = themes.find((one) => [one, plainHeading(words.riskLog.themes[one])].includes(plainHeading(of('theme')))) ?? '';
  const text = riskFrom({
    theme, cause: of('cause'), event: of('event'), effect: of('effect'), controls: of('controls'), owner: of('owner'), publicSummary: of('public_summary'), marking: of('marking') === '' ? 'OFFICIAL' : of('marking').toUpperCase(),
    benchmarks: of('benchmarks').split(/[\s,;]+/).filter((code) => code !== ''), review,
  }, [...benchmarks, ...there?.benchmarkCodes ?? []]);
  const step = (field: RiskField) => /^\d/.exec(of(field))?.[0] ?? '';
  const scores = scoresFrom({
    inherent: { likelihood: step('inherent_likelihood'), impact: step('inherent_impact') }, residual: { likelihood: step('residual_likelihood'), impact: step('residual_impact') }, target: { likelihood: step('target_likelihood'), impact: step('target_impact') },
  });
  const isRescored = there !== undefined && scores.accepted && !isSame(scores.value, there.scores);
  const isClosing = isStanding(words, of('standing'), 'closed') && there !== undefined;
  const reason = isRescored || isClosing ? reasonFrom('reason', of('reason'), isClosing ? 'noCloseReason' : 'noRescoreReason') : undefined;
  const refusals: Refusal[] = [text, scores, ...(reason ? [reason] : [])].flatMap((outcome) => (outcome.accepted ? [] : outcome.refusals)).map((one) => ({ ...one, field: one.field.replace(/^review-day$/, 'review').replaceAll('-', '_') }));
  if (review && review <= today && review !== there?.nextReviewOn) refusals.push({ field: 'review', say: ({ riskLog }) => riskLog.refusals.reviewPassed });
  if (isStanding(words, of('standing'), 'closed') && !there) refusals.push({ field: 'standing', say: ({ imports }) => imports.newAndClosed });
  if (!text.accepted || !scores.accepted || refusals.length > 0) return refuse(...refusals);
  return accept({ text: text.value, scores: scores.value, isRescored, isClosing, reason: reason?.accepted ? reason.value : null });
}

function dayIn(written: string): Day | undefined {
  const parts = dayParts(written);
  return parts && dayOf(`${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`);
}

function isSame(one: Scores, other: Scores): boolean {
  return scoreKinds.every((kind) => one[kind].likelihood === other[kind].likelihood && productOf(one[kind]) === productOf(other[kind]));
}

function isStanding(words: Words, written: string, standing: 'closed' | 'unchanged'): boolean {
  return [standing, standing === 'closed' ? 'close' : 'confirmed', plainHeading(words.imports.standings[standing])].includes(plainHeading(written));
}

/** A risk as a row says it. */
export function saidOf({ theme, cause, event, effect, controls, ownerRole, benchmarkCodes, publicSummary, nextReviewOn, marking, scores }: RiskText & { readonly scores: Scores }): Readonly<Partial<Record<RiskField, string>>> {
  return {
    theme, cause, event, effect, controls, owner: ownerRole ?? '', benchmarks: benchmarkCodes.join(', '), public_summary: publicSummary, review: nextReviewOn, marking,
    ...Object.fromEntries(scoreKinds.flatMap((kind) => [[`${kind}_likelihood`, String(scores[kind].likelihood)], [`${kind}_impact`, String(scores[kind].impact)]])),
  };
}

async function applyRows({ tx, organisation: { id: orgId }, today: on, newId }: ImportVisit, placed: readonly Placed[], { taken, quarter, matrix }: { readonly taken: ReadonlySet<number>; readonly quarter: Quarter; readonly matrix: MatrixVersion }): Promise<boolean> {
  const rows = placed.flatMap(({ line, read, there }) => (read && !['same', 'refused'].includes(line.is) && (line.is !== 'moved' || taken.has(line.row)) ? [{ is: line.is, ...read, there }] : []));
  await addRisks(tx, { orgId, matrix, on }, rows.flatMap(({ there, text, scores }) => (there ? [] : [{ id: newId(), scoringId: newId(), text, scores }])));
  const known = rows.flatMap(({ there, is, ...row }) => (there && is !== 'confirmed' ? [{ ...row, there }] : []));
  await rescoreRisks(tx, { orgId, matrix, on }, known.flatMap(({ there, scores, reason, isRescored }) => (isRescored && reason !== null ? [{ id: there.id, scoringId: newId(), scores, reason, number: there.scoringNumber + 1 }] : [])));
  const isDone = await changeRisks(tx, { orgId, on }, known.map(({ there, text, reason, isClosing }) => ({ id: there.id, version: there.version, text, closedReason: isClosing ? reason : null })));
  if (!isDone) return false;
  await beginReturn(tx, { orgId, id: newId() }, quarter, on);
  const begun = await returnOf(tx, orgId, quarter);
  const looked = rows.flatMap(({ there, is }) => (there && is === 'confirmed' ? [there.id] : []));
  if (begun && looked.length > 0) await setConfirmed(tx, orgId, begun.id, [...await confirmedRisks(tx, orgId, begun.id), ...looked], newId);
  return true;
}
