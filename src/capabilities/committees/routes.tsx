import { permitFor } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { assessmentsOf } from '../assessment/index.ts';
import { dayGiven, organisationPaths, type NextStep } from '../organisations/index.ts';
import { access } from './access.ts';
import { forms, saidMeeting, shapes } from './api.ts';
import { MeetingsPage } from './pages/meetings.tsx';
import { standingSaid } from './pages/standing.ts';
import { patterns, paths } from './paths.ts';
import { meetingFrom, standingOf } from './rules.ts';
import { addMeeting, markSent, meetingsOf, removeMeeting } from './store.ts';

/** When a body's committees meet, and how their papers stand. */
export function committeeRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.list, data: { shape: shapes.list, read }, access: access.read, handle: (visit: MemberVisit) => show(visit) },
    { method: 'POST', path: patterns.list, form: forms.add, access: access.write, handle: (visit: MemberVisit) => add(visit) },
    { method: 'POST', path: patterns.sent, form: forms.sent, access: access.write, handle: (visit: MemberVisit) => change(visit, (seen) => markSent(visit.tx, seen, visit.today)) },
    { method: 'POST', path: patterns.remove, form: forms.remove, access: access.write, handle: (visit: MemberVisit) => change(visit, (seen) => removeMeeting(visit.tx, seen)) },
  );
}

/** What a lead has to send next: said on the home page when the paper is due within a month, or is overdue. */
export const paperDue: NextStep = async ({ tx, organisation, roles, today }) => {
  if (!roles.includes('prevent_lead')) return undefined;
  for (const meeting of await meetingsOf(tx, organisation.id)) {
    const standing = standingOf(meeting, today);
    if (standing.is === 'sent' || (standing.is === 'due' && standing.days > 31)) continue;
    return { text: (words) => words.meetings.next(meeting.committee, standingSaid(words, standing)), href: paths.list(organisation.shortName) };
  }
  return undefined;
};

/** The papers of a year that have not been sent, for the body's own people. */
export async function papersDue({ tx, organisation, words, today, permit }: MemberVisit, year: Year): Promise<{ text: string; href: string }[]> {
  if (permit.scope !== 'own') return [];
  const waiting = (await meetingsOf(tx, organisation.id)).filter((meeting) => meeting.year === year && meeting.sentOn === null);
  return waiting.map((meeting) => ({ text: words.meetings.paper(meeting.committee, standingSaid(words, standingOf(meeting, today)), meeting.papersDueOn), href: paths.list(organisation.shortName) }));
}

async function show(visit: MemberVisit): Promise<Answer> {
  return page(titleOf(visit), await bodyOf(visit), trailOf(visit));
}

async function read({ tx, organisation, today }: MemberVisit): Promise<Answer> {
  return json(shapes.list, { meetings: (await meetingsOf(tx, organisation.id)).map((meeting) => saidMeeting(meeting, today)) });
}

async function add(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, newId } = visit;
  const meeting = meetingFrom({ committee: valueOf(form, 'committee'), year: valueOf(form, 'year'), due: dayGiven(form, 'due'), meets: dayGiven(form, 'meets') });
  if (!meeting.accepted) return refused(visit, meeting.refusals);
  if (await addMeeting(tx, { orgId: organisation.id, id: newId() }, meeting.value)) return redirect(paths.list(organisation.shortName), 'saved');
  return refused(visit, [{ field: 'committee', say: ({ meetings }) => meetings.taken }]);
}

async function change(visit: MemberVisit, work: (seen: { orgId: string; id: string; version: number }) => Promise<boolean>): Promise<Answer> {
  const { params, form, organisation, words } = visit;
  const [id, version] = [params['meeting'] ?? '', valueOf(form, 'version')];
  const done = isId(id) && /^\d{1,9}$/.test(version) && await work({ orgId: organisation.id, id, version: Number(version) });
  return done ? redirect(paths.list(organisation.shortName), 'saved') : conflictPage(titleOf(visit), await bodyOf(visit, [], words.meetings.conflict), trailOf(visit));
}

async function refused(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  return refusedPage(titleOf(visit), await bodyOf(visit, refusals), refusals, trailOf(visit));
}

async function bodyOf(visit: MemberVisit, refusals: readonly Refusal[] = [], notice?: string) {
  const { tx, words, seal, organisation, today, form, visitor, permit } = visit;
  const years = [...new Set((await assessmentsOf(tx, organisation.id)).map(({ year }) => year))].flatMap((name) => yearOf(name) ?? []);
  const meetings = await meetingsOf(tx, organisation.id);
  return <MeetingsPage words={words} seal={seal} org={organisation.shortName} today={today} meetings={meetings} years={years} form={form} refusals={refusals} notice={notice} mayWrite={permitFor(access.write, visitor, [permit]) !== undefined} />;
}

function titleOf({ words, organisation }: MemberVisit): string {
  return words.meetings.title(organisation.name);
}

function trailOf({ organisation }: MemberVisit) {
  return { breadcrumbs: [{ text: organisation.name, href: organisationPaths.organisation(organisation.shortName) }] };
}
