import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import { MeetingPage } from './pages/meeting.tsx';
import { missing, movedOn, trailOf } from './panel.tsx';
import { paths } from './paths.ts';
import { attendanceFrom } from './rules.ts';
import { meetingOf, saveAttendance } from './store.ts';

type Found = NonNullable<Awaited<ReturnType<typeof meetingOf>>>;

export const showMeeting = (visit: MemberVisit): Promise<Answer> => withMeeting(visit, (found) => meetingPage(visit, found, []));

export const readMeeting = (visit: MemberVisit): Promise<Answer> => withMeeting(visit, ({ meeting: { id, meetsOn, held, version }, seats }) => (
  json(shapes.meeting, { id, meets_on: meetsOn, held, version, seats: seats.map((seat) => ({ id: seat.id, agency: seat.agency, role: seat.role, presence: seat.presence })) })
));

export const recordAttendance = (visit: MemberVisit): Promise<Answer> => withMeeting(visit, async (found) => {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const { id, meetsOn } = found.meeting;
  const attended = attendanceFrom({ held: valueOf(form, 'held'), presenceOf: (seatId) => valueOf(form, `seat-${seatId}`) }, meetsOn, found.seats.map((seat) => seat.id), today);
  if (!attended.accepted) return meetingPage(visit, found, attended.refusals);
  return await saveAttendance(tx, { orgId, id, version: versionOf(form) }, attended.value, newId) ? redirect(paths.panel(shortName), 'saved') : movedOn(visit);
});

async function withMeeting(visit: MemberVisit, work: (found: Found) => Promise<Answer> | Answer): Promise<Answer> {
  const { tx, params, organisation: { id: orgId }, words } = visit;
  const id = params['meeting'] ?? '';
  const found = isId(id) ? await meetingOf(tx, { orgId, id }) : undefined;
  return found ? work(found) : missing(words.channel.meeting.missing);
}

function meetingPage(visit: MemberVisit, { meeting, seats }: Found, refusals: readonly Refusal[]): Answer {
  const { words, seal, form, organisation: { shortName, name }, permit, today } = visit;
  const title = words.channel.meeting.title(name, meeting.meetsOn);
  const body = <MeetingPage words={words} org={shortName} seal={seal} today={today} form={form} refusals={refusals} meeting={meeting} seats={seats} mayWrite={permit.scope === 'own' && holds(permit, ...access.write.own)} />;
  return refusals.length === 0 ? page(title, body, trailOf(visit, true)) : refusedPage(title, body, refusals, trailOf(visit, true));
}
