import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { evidenceById } from '../evidence/index.ts';
import { groundsFrom, mayConfirm, stepRefused, type Step } from '../recommendations/index.ts';
import { itemBody, noNote } from './item.tsx';
import { dateIn, movedOn, trailOf, versionIn, withAction, type PlanOptions } from './opened.tsx';
import type { Filled } from './pages/item.tsx';
import { paths } from './paths.ts';
import { progressFrom } from './rules.ts';
import { addActionEvidence, addActionNote, takeActionStep, type Action } from './store.ts';

const empty: Filled = { note: noNote, outcome: '', reason: '', evidence: '' };

type Opened = { readonly visit: MemberVisit; readonly options: PlanOptions; readonly action: Action };

export function addNote(visit: MemberVisit, options: PlanOptions): Promise<Answer> {
  return inAction(visit, options, async (opened) => {
    const { form, tx, today, newId, organisation } = visit;
    const fields = { dated: dateIn(form, 'dated'), text: valueOf(form, 'text'), rag: valueOf(form, 'rag'), marking: valueOf(form, 'marking') };
    const note = progressFrom(fields, today);
    if (!note.accepted) return again(opened, { ...empty, note: fields }, note.refusals);
    if (opened.action.state === 'closed') return again(opened, { ...empty, note: fields }, [closed]);
    await addActionNote(tx, { orgId: organisation.id, id: opened.action.id, noteId: newId() }, note.value);
    return redirect(at(opened), 'saved');
  });
}

export function addPiece(visit: MemberVisit, options: PlanOptions): Promise<Answer> {
  return inAction(visit, options, async (opened) => {
    const { form, tx, organisation: { id: orgId }, newId } = visit;
    const wanted = valueOf(form, 'evidence');
    const piece = isId(wanted) ? await evidenceById(tx, orgId, wanted) : undefined;
    if (!piece) return again(opened, { ...empty, evidence: wanted }, [{ field: 'evidence', say: (words) => words.recommendations.refusals.noEvidence }]);
    if (opened.action.state === 'closed') return again(opened, empty, [closed]);
    await addActionEvidence(tx, { orgId, id: newId(), actionId: opened.action.id, evidenceId: piece.id });
    return redirect(at(opened), 'saved');
  });
}

export const propose = (visit: MemberVisit, options: PlanOptions) => onGrounds(visit, options, 'outcome', (outcome) => ({ to: 'proposed', outcome }));

export const reopen = (visit: MemberVisit, options: PlanOptions) => onGrounds(visit, options, 'reason', (reopenedReason) => ({ to: 'open', reopenedReason }));

export function confirm(visit: MemberVisit, options: PlanOptions): Promise<Answer> {
  return inAction(visit, options, async (opened) => {
    const isOwn = opened.action.state === 'proposed' && !mayConfirm(opened.action, visit.permit.personId);
    return isOwn ? again(opened, empty, [{ field: '', say: (words) => words.recommendations.refusals.ownProposal }]) : step(opened, { to: 'closed' });
  });
}

export function giveBack(visit: MemberVisit, options: PlanOptions): Promise<Answer> {
  return inAction(visit, options, (opened) => (opened.action.state === 'proposed' ? step(opened, { to: 'open' }) : movedOn(visit, at(opened))));
}

const closed: Refusal = { field: '', say: (words) => words.actionPlan.refusals.closed };

function onGrounds(visit: MemberVisit, options: PlanOptions, field: 'outcome' | 'reason', stepOn: (text: string) => Step): Promise<Answer> {
  return inAction(visit, options, async (opened) => {
    const written = valueOf(visit.form, field);
    const grounds = groundsFrom(field, written);
    return grounds.accepted ? step(opened, stepOn(grounds.value)) : again(opened, { ...empty, [field]: written }, grounds.refusals);
  });
}

async function step(opened: Opened, next: Step): Promise<Answer> {
  const { visit: { tx, form, organisation }, action: { id } } = opened;
  const version = versionIn(form);
  try {
    const done = version !== undefined && await takeActionStep(tx, { orgId: organisation.id, id, version }, next);
    return done ? redirect(at(opened), 'saved') : movedOn(opened.visit, at(opened));
  } catch (error) {
    if (sqlStateOf(error) === stepRefused) return movedOn(opened.visit, at(opened));
    throw error;
  }
}

function inAction(visit: MemberVisit, options: PlanOptions, work: (opened: Opened) => Promise<Answer> | Answer): Promise<Answer> {
  return withAction(visit, (action) => work({ visit, options, action }));
}

async function again({ visit, options, action }: Opened, filled: Filled, refusals: readonly Refusal[]): Promise<Answer> {
  return refusedPage(visit.words.actionPlan.item.title(visit.organisation.name), await itemBody(visit, options, action, filled, refusals), refusals, trailOf(visit, true));
}

const at = ({ visit: { organisation }, action: { id } }: Opened) => paths.item(organisation.shortName, id);
