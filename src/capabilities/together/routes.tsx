import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { breadcrumbsOf, inYear, lastWriterOf, whileOpen, type Opened } from '../assessment/index.ts';
import { dayGiven } from '../organisations/index.ts';
import { access } from './access.ts';
import { forms, saidPart, saidWork, shapes, workQuery } from './api.ts';
import { coverRoutes } from './cover-routes.tsx';
import { PartPage } from './pages/part.tsx';
import { WorkPage } from './pages/work.tsx';
import { inPart, partOf, writers, type OpenedPart } from './part.tsx';
import { paths, patterns } from './paths.ts';
import { partnerRoutes } from './partner-routes.tsx';
import { filtered, filterOf, readAssignment, readComment, readReason, worksFor } from './rules.ts';
import { sharedRoutes } from './shared.tsx';
import { addComment, addRework, assign, assignmentsIn, coversOf, handIn, openReworksIn, stateOfPart, takeAway, withdrawComment } from './store.ts';

export function togetherRoutes(): readonly Route[] {
  return [
    ...routes(
      { method: 'GET', path: patterns.work, data: { shape: shapes.work, query: workQuery, read: inYear(readWork) }, access: access.read, handle: inYear(showWork) },
      { method: 'GET', path: patterns.part, data: { shape: shapes.part, read: inPart(readPart) }, access: access.read, handle: inPart((visit, opened) => showPart(visit, opened)) },
      { method: 'POST', path: patterns.assignment, form: forms.assign, access: access.assign, handle: inPart(whileOpen(assignPart)) },
      { method: 'POST', path: patterns.returns, form: forms.return, access: access.assign, handle: inPart(whileOpen(returnPart)) },
      { method: 'POST', path: patterns.handIn, form: forms.handIn, access: access.handIn, handle: inPart(whileOpen(handInPart)) },
      { method: 'POST', path: patterns.comments, form: forms.comment, access: access.comment, handle: inPart(comment) },
      { method: 'POST', path: patterns.withdrawal, form: forms.withdraw, access: access.comment, handle: inPart(withdraw) },
    ),
    ...coverRoutes(),
    ...partnerRoutes(),
    ...sharedRoutes(),
  ];
}

async function showWork(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { words, permit, today } = visit;
  const { org, year, record } = opened;
  const { filter, assignments, reworks } = await workIn(visit, opened);
  return page(words.together.work.title(year), (
    <WorkPage words={words} org={org} year={year} today={today} filter={filter} assignments={assignments} reworks={reworks}
      titleOf={(code) => partOf(opened, code)?.title ?? code} mayArrangeCover={holds(permit, ...access.assign.own)} />
  ), { breadcrumbs: breadcrumbsOf(visit, { year, record }) });
}

async function readWork(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { assignments, reworks } = await workIn(visit, opened);
  return json(shapes.work, saidWork(assignments, reworks, visit.today));
}

/** What is assigned and returned, as the address filters it. */
async function workIn({ tx, organisation, permit, today, query }: MemberVisit, { record }: Opened) {
  const filter = filterOf(valueOf(query, 'show'));
  const mine = worksFor(permit.personId, await coversOf(tx, organisation.id, today), today);
  const assignments = filtered(await assignmentsIn(tx, organisation.id, record.id), filter, mine, today);
  const reworks = (await openReworksIn(tx, organisation.id, record.id)).filter(({ personId }) => filter === 'all' || (filter === 'mine' && personId !== null && mine.has(personId)));
  return { filter, assignments, reworks };
}

type Again = { readonly errors?: readonly Refusal[]; readonly changed?: boolean };

async function showPart(visit: MemberVisit, opened: OpenedPart, { errors = [], changed = false }: Again = {}): Promise<Answer> {
  const { tx, words, organisation, permit, today, seal, form } = visit;
  const { year, record, part, code } = opened;
  const state = await stateOfPart(tx, organisation.id, part);
  const may = { assign: mayAssign(visit, opened), handIn: !record.submitted && holds(permit, ...access.handIn.own), comment: holds(permit, ...access.comment.own) };
  const colleagues = may.assign ? await writers(visit) : [];
  const title = words.together.part.title(code, year);
  const body = <PartPage words={words} opened={opened} state={state} colleagues={colleagues} me={permit.personId} today={today} may={may} seal={seal} sent={form} errors={errors} changed={changed} />;
  const rest = { breadcrumbs: breadcrumbsOf(visit, { year, record }) };
  if (changed) return conflictPage(title, body, rest);
  return errors.length > 0 ? refusedPage(title, body, errors, rest) : page(title, body, rest);
}

async function readPart(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const state = await stateOfPart(visit.tx, visit.organisation.id, opened.part);
  return json(shapes.part, saidPart(opened, state, mayAssign(visit, opened) ? await writers(visit) : [], visit.today));
}

function mayAssign({ permit }: MemberVisit, { record }: Opened): boolean {
  return !record.submitted && holds(permit, ...access.assign.own);
}

const saved = ({ org, year, code }: OpenedPart) => redirect(paths.part(org, year, code), 'saved');

async function assignPart(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, form, organisation: { id: orgId }, today, newId } = visit;
  const wished = readAssignment({ person: valueOf(form, 'person'), due: dayGiven(form, 'due') }, await writers(visit), today);
  if (!wished.accepted) return showPart(visit, opened, { errors: wished.refusals });
  const { assignment } = await stateOfPart(tx, orgId, opened.part);
  const version = Number(valueOf(form, 'version'));
  if (version !== (assignment?.version ?? 0)) return showPart(visit, opened, { changed: true });
  if (wished.value === 'nobody') {
    const gone = !assignment || (await takeAway(tx, orgId, assignment.id, assignment.version));
    return gone ? saved(opened) : showPart(visit, opened, { changed: true });
  }
  const done = await assign(tx, { ...opened.part, orgId, id: newId(), version, ...wished.value });
  return done ? saved(opened) : showPart(visit, opened, { changed: true });
}

async function returnPart(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, form, organisation: { id: orgId }, newId } = visit;
  const reason = readReason(valueOf(form, 'reason'));
  if (!reason.accepted) return showPart(visit, opened, { errors: reason.refusals });
  const { part, record } = opened;
  const personId = await lastWriterOf(tx, orgId, record.id, part);
  if (personId === null) return showPart(visit, opened, { errors: [{ field: 'reason', say: (words) => words.together.refused.nothingToReturn }] });
  const done = await addRework(tx, { ...part, orgId, id: newId(), personId, reason: reason.value });
  return done ? saved(opened) : showPart(visit, opened, { errors: [{ field: 'reason', say: (words) => words.together.refused.returnedAlready }] });
}

async function handInPart(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, organisation, params } = visit;
  const id = params['id'];
  const { reworks } = await stateOfPart(tx, organisation.id, opened.part);
  const known = reworks.find((rework) => rework.id === id);
  const done = known !== undefined && (await handIn(tx, organisation.id, known.id));
  return done ? saved(opened) : showPart(visit, opened, { changed: true });
}

async function comment(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, form, organisation: { id: orgId }, newId } = visit;
  const read = readComment({ said: valueOf(form, 'said'), marking: valueOf(form, 'marking') });
  if (!read.accepted) return showPart(visit, opened, { errors: read.refusals });
  await addComment(tx, { ...opened.part, orgId, id: newId(), ...read.value });
  return saved(opened);
}

async function withdraw(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, organisation, permit, params } = visit;
  const id = params['id'] ?? '';
  const done = isId(id) && (await withdrawComment(tx, organisation.id, id, permit.personId));
  return done ? saved(opened) : showPart(visit, opened, { changed: true });
}
