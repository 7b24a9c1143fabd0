import * as z from 'zod';
import type { Day } from '../../kernel/year.ts';
import { day, formOf, said, text, version } from '../../platform/shape.ts';
import { limits, standingOf } from './rules.ts';
import type { MeetingSeen } from './store.ts';

/** What the forms of meetings hold. */
export const forms = {
  add: formOf({ committee: text('committee', limits.committee), year: text('meetingYear', 20), due: day('papersDue'), meets: day('meets') }),
  sent: formOf({ version: version() }),
  remove: formOf({ version: version() }),
};

export const shapes = {
  list: z.strictObject({
    meetings: z.array(z.strictObject({
      id: said.id, committee: said.text, year: said.year, meets_on: said.day, papers_due_on: said.day, sent_on: said.day.nullable(), paper: z.enum(['sent', 'due', 'overdue']), version: said.version,
    })),
  }),
};

export function saidMeeting(meeting: MeetingSeen, today: Day): z.input<typeof shapes.list>['meetings'][number] {
  const { id, committee, year, meetsOn, papersDueOn, sentOn, version: saves } = meeting;
  return { id, committee, year, meets_on: meetsOn, papers_due_on: papersDueOn, sent_on: sentOn, paper: standingOf(meeting, today).is, version: saves };
}
