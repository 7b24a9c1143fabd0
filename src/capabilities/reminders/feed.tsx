import type { Answer, OpenVisit, Route } from '../../platform/route.ts';
import { countWrongCalendar } from '../accounts/index.ts';
import { access } from './access.ts';
import { patterns } from './paths.ts';
import { icalendar } from './rules-calendar.ts';
import { calendarAt } from './store.ts';

/** A calendar at its secret address, which calendar programs read without signing in. */
export const feedRoute: Route = { method: 'GET', path: patterns.feed, data: { without: 'secretAddress' }, access: access.feed, secretPath: true, handle: readFeed };

async function readFeed(visit: OpenVisit): Promise<Answer> {
  const { tx, params, today, words } = visit;
  const said = words.reminders;
  const calendar = await calendarAt(tx, (params['token'] ?? '').replace(/\.ics$/, ''), today);
  if (!calendar) return noCalendar(visit);
  const days = calendar.items.map(({ organisation, shortName, invented, kind, about, dueOn, title, year, changedAt }) => ({
    name: `${kind}-${about}@${shortName}.dueregard`, day: dueOn, title: said.calendar.line(organisation, said.names[kind](title, year), invented), changedAt: new Date(changedAt),
  }));
  return { is: 'download', fileName: 'dueregard.ics', mediaType: 'text/calendar; charset=utf-8', inline: true, body: icalendar(said.calendar.name(calendar.organisation, calendar.own), days) };
}

/** Wrong addresses are counted, so that nobody tries them by the thousand; who has a right one is not held back. */
async function noCalendar({ tx, from, words }: OpenVisit): Promise<Answer> {
  const { unknown, tooMany } = words.reminders.calendar;
  const again = await countWrongCalendar(tx, from);
  const body = <><h1 class="govuk-heading-l">{unknown.title}</h1><p class="govuk-body">{again ? tooMany : unknown.sentence}</p></>;
  return { is: 'page', status: again ? 429 : 404, page: { title: unknown.title, body }, keep: true, ...(again ? { retryAfter: again } : {}) };
}
