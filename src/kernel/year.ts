/** A financial year by its usual name, "2025-26": 1 April 2025 to 31 March 2026. */
export type Year = string & { readonly year: unique symbol };

/** A quarter of the financial year, "2025-26-Q1" being April to June 2025. */
export type Quarter = string & { readonly quarter: unique symbol };

/** A calendar date without time, "2026-03-31". */
export type Day = string & { readonly day: unique symbol };

/** The financial year that a name stands for, or undefined when it is not one ("2025-27", "next year"). */
export function yearOf(name: string): Year | undefined {
  const parts = /^(\d{4})-(\d{2})$/.exec(name);
  if (!parts) return undefined;
  const start = Number(parts[1]);
  return (start + 1) % 100 === Number(parts[2]) ? (name as Year) : undefined;
}

export function quarterOf(name: string): Quarter | undefined {
  const parts = /^(\d{4}-\d{2})-Q[1-4]$/.exec(name);
  return parts?.[1] && yearOf(parts[1]) ? (name as Quarter) : undefined;
}

/** The date that "2026-03-31" stands for, or undefined when there is no such day; there was no year 0. */
export function dayOf(text: string): Day | undefined {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : undefined;
}

export function firstDay(year: Year): Day {
  return `${year.slice(0, 4)}-04-01` as Day;
}

export function lastDay(year: Year): Day {
  return `${Number(year.slice(0, 4)) + 1}-03-31` as Day;
}

/** The financial year that a day falls in. */
export function yearContaining(day: Day): Year {
  const calendarYear = Number(day.slice(0, 4));
  const start = day.slice(5) >= '04-01' ? calendarYear : calendarYear - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}` as Year;
}

/** "2025-26" as committees write it: "2025/26". */
export function writtenYear(year: Year): string {
  return year.replace('-', '/');
}

/** The four quarters of a year, in their order. Quarters sort as their names do. */
export function quartersOf(year: Year): readonly Quarter[] {
  return [1, 2, 3, 4].map((number) => `${year}-Q${number}` as Quarter);
}

/** The quarter that a day falls in. */
export function quarterContaining(day: Day): Quarter {
  return `${yearContaining(day)}-Q${Math.floor(((Number(day.slice(5, 7)) + 8) % 12) / 3) + 1}` as Quarter;
}

/** The quarter before, of the year before where it is the first. */
export function quarterBefore(quarter: Quarter): Quarter {
  const [number, from] = [Number(quarter.slice(9)), Number(quarter.slice(0, 4))];
  return (number > 1 ? `${quarter.slice(0, 9)}${number - 1}` : `${from - 1}-${String(from % 100).padStart(2, '0')}-Q4`) as Quarter;
}

export function yearOfQuarter(quarter: Quarter): Year {
  return quarter.slice(0, 7) as Year;
}

/** "2025-26-Q3" as committees write it: "Q3 2025/26". */
export function writtenQuarter(quarter: Quarter): string {
  return `${quarter.slice(8)} ${writtenYear(yearOfQuarter(quarter))}`;
}

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day in the United Kingdom at a moment: what decides deadlines and years, not the server's time zone. */
export function dayIn(moment: Date): Day {
  const hour = Math.floor(moment.getTime() / 3_600_000);
  if (hour !== asked.hour) asked = { hour, day: london.format(moment) as Day };
  return asked.day;
}

/** The day of the hour that was asked for last: London's offset from UTC is whole hours, and Intl takes long. */
let asked: { readonly hour: number; readonly day: Day } = { hour: Number.NaN, day: '' as Day };

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day so many days later; earlier when the number is negative. */
export function daysAfter(day: Day, count: number): Day {
  const later = dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10));
  if (!later) throw new Error(`there is no day ${count} days after ${day}`);
  return later;
}
