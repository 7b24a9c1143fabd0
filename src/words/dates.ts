import { dayIn, type Day } from '../kernel/year.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });

/** "2 March 2026", for a date or for the day in the United Kingdom at a moment. Put together here: Intl takes ten times as long. */
export function longDay(on: Day | string | Date): string {
  const day = typeof on === 'string' ? on : dayIn(on);
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}

/** "14:05" in the United Kingdom. */
export function shortTime(at: Date): string {
  return clock.format(at);
}

/** "2 March 2026 at 14:05" in the United Kingdom. */
export function longMoment(at: Date): string {
  return `${longDay(at)} at ${shortTime(at)}`;
}
