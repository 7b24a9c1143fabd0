import type { Id } from '../../kernel/id.ts';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { refusedText, tidied } from '../../kernel/text.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { roleFrom, shareOnTime, timelinessOf, type BodyReturns, type SetQuarter, type Timeliness } from '../risk-log/index.ts';

/** As the database's check has it (migrations/0020-risk-log.sql). */
export const limits = { note: 1000 };

/** So many quarters stand beside each other; earlier ones are on the pages after. */
export const quartersShown = 12;

export const ways = ['email', 'phone', 'meeting', 'letter'] as const;

export type Way = (typeof ways)[number];

export type Chase = { readonly quarter: Quarter; readonly chasedOn: Day; readonly toRole: string; readonly way: Way; readonly note: string };

export type ChaseForm = { readonly quarter: string; readonly on: Day | undefined; readonly role: string; readonly way: string; readonly note: string };

/** `chases`: how often a person asked; `reminded`: on how many days letters did by themselves. */
export type Cell = { readonly quarter: Quarter; readonly timeliness: Timeliness; readonly chases: number; readonly reminded: number };

export type Row = { readonly id: Id; readonly name: string; readonly shortName: string; readonly cells: readonly Cell[] };

export type TrendLine = { readonly quarter: Quarter; readonly onTime: number; readonly due: number; readonly direction: 'up' | 'down' | 'same' | 'first' };

/** Each body by each quarter, in the order of the calendar that is given. A body that came below later is not asked for what was due before. */
export function gridOf(bodies: readonly BodyReturns[], calendar: readonly Pick<SetQuarter, 'quarter' | 'dueOn'>[], chases: ReadonlyMap<string, number>, today: Day): Row[] {
  return bodies.map(({ id, name, shortName, since, sent, reminded }) => ({
    id, name, shortName,
    cells: calendar.map((set) => ({
      quarter: set.quarter, chases: chases.get(chaseKey(id, set.quarter)) ?? 0, reminded: reminded?.[set.quarter]?.length ?? 0,
      timeliness: timelinessOf(since > set.dueOn ? undefined : set, sent.find(({ quarter }) => quarter === set.quarter), today),
    })),
  }));
}

export function chaseKey(bodyId: Id, quarter: Quarter): string {
  return `${bodyId} ${quarter}`;
}

/** The share on time of each quarter, the oldest first, and where it went since the one before of which anything was due. */
export function trendOf(rows: readonly Row[], calendar: readonly Pick<SetQuarter, 'quarter'>[]): TrendLine[] {
  const lines: TrendLine[] = [];
  for (const quarter of calendar.map((set) => set.quarter).sort()) {
    const { onTime, due } = shareOnTime(rows.flatMap(({ cells }) => cells.filter((cell) => cell.quarter === quarter).map(({ timeliness }) => timeliness)));
    const before = lines.findLast((line) => line.due > 0);
    // Compared crosswise, so that no share is rounded: a/b against c/d.
    const moved = before ? onTime * before.due - before.onTime * due : 0;
    lines.push({ quarter, onTime, due, direction: !before || due === 0 ? 'first' : moved > 0 ? 'up' : moved < 0 ? 'down' : 'same' });
  }
  return lines;
}

/** When a body was asked, in which role, and how. */
export function chaseFrom(form: ChaseForm, quarters: readonly Quarter[], today: Day): Outcome<Chase> {
  const [quarter, way, note, role] = [quarters.find((one) => one === form.quarter), ways.find((one) => one === form.way), tidied(form.note), roleFrom('role', form.role)];
  const refusals: Refusal[] = [...(role.accepted ? [] : role.refusals), ...refusedText('note', note, limits.note)];
  if (!quarter) refusals.push(refusal('quarter', 'noQuarter'));
  if (!form.on || form.on > today) refusals.push(refusal('on-day', 'noDay'));
  if (!way) refusals.push(refusal('way', 'noWay'));
  if (!quarter || !form.on || !way || !role.accepted) return refuse(...refusals);
  return acceptUnless(refusals, { quarter, chasedOn: form.on, toRole: role.value, way, note });
}

function refusal(field: string, sentence: keyof Words['oversight']['chases']['refusals']): Refusal {
  return { field, say: ({ oversight }) => oversight.chases.refusals[sentence] };
}
