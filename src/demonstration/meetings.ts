import { addMeeting, markSent } from '../capabilities/committees/index.ts';
import { queueDue } from '../capabilities/reminders/index.ts';
import { newId } from '../kernel/id.ts';
import type { Example } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** When committees meet, and the letters that reminded people of what was due then; the papers went afterwards. */
export async function loadMeetings(loading: Loading, { meetings, reminded_on: days }: Example): Promise<void> {
  const sent: (() => Promise<unknown>)[] = [];
  for (const { organisation, by, committee, year, papers_due: papersDueOn, meets: meetsOn, sent: sentOn } of meetings) {
    const at = { orgId: found(loading.organisations.get(organisation), organisation).id, id: newId() };
    await asOwn(loading, by, (tx) => addMeeting(tx, at, { committee, year, papersDueOn, meetsOn }));
    if (sentOn) sent.push(() => asOwn(loading, by, (tx) => markSent(tx, { ...at, version: 1 }, sentOn)));
  }
  for (const day of days) await queueDue(loading.database, day);
  for (const mark of sent) await mark();
}
