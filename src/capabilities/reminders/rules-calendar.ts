import { daysAfter, type Day } from '../../kernel/year.ts';

/** One whole day in a calendar. The name stays the same for the same thing, so that a calendar moves it rather than doubles it. */
export type CalendarDay = { readonly name: string; readonly day: Day; readonly title: string; readonly changedAt: Date };

const lineOctets = 75;
const utf8 = new TextEncoder();

/** An iCalendar object (RFC 5545) of whole days. */
export function icalendar(title: string, days: readonly CalendarDay[]): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//DueRegard//What is due//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    // RFC 7986, and what calendars knew before it.
    `NAME:${escaped(title)}`, `X-WR-CALNAME:${escaped(title)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H',
    ...(days.length === 0 ? nothing : days.flatMap(eventOf)), 'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A calendar holds at least one component (section 3.6); a time zone shows as nothing. */
const nothing = ['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'];

function eventOf({ name, day, title, changedAt }: CalendarDay): string[] {
  return [
    'BEGIN:VEVENT', `UID:${escaped(name)}`, `DTSTAMP:${stamp(changedAt)}`, `DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(daysAfter(day, 1))}`,
    `SUMMARY:${escaped(title)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ];
}

/** "20260302T100000Z" */
function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function plain(day: Day): string {
  return day.replaceAll('-', '');
}

/** A value of the type TEXT (section 3.3.11); other control characters may not stand in one. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** Lines of at most 75 octets (section 3.1); a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const length = utf8.encode(character).length;
    if (octets + length > lineOctets) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join('\r\n ');
}
