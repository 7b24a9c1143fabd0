import type { Marking } from '../../kernel/marking.ts';
import { quarterBefore, type Quarter } from '../../kernel/year.ts';
import { directionOf, type Direction, type Level, type Score, type Theme } from '../risk-log/index.ts';

/** A risk that the last return of a body says something new of. */
export type MovedRisk = {
  readonly name: string; readonly shortName: string; readonly quarter: Quarter; /** The return before; null where this is the body's first. */ readonly previous: Quarter | null;
  readonly number: number; readonly theme: Theme; readonly event: string; readonly marking: Marking; readonly isClosed: boolean; readonly reason: string | null;
  readonly residual: Score & { readonly level: Level }; readonly before: Score | null;
};

export const moves = ['up', 'new', 'down', 'closed'] as const;

export type Move = (typeof moves)[number];

/** What one body sent of a quarter, and of how many risks it said anything but "unchanged". */
export type ReturnLook = { readonly quarter: Quarter; readonly kind: 'log' | 'nil'; readonly risks: number; readonly changed: number };

export type BodyLooks = { readonly name: string; readonly shortName: string; /** The newest first. */ readonly returns: readonly ReturnLook[] };

export type Unchanged = { readonly name: string; readonly shortName: string; readonly quarters: number; readonly since: Quarter; readonly last: Quarter; readonly risks: number; readonly isNil: boolean };

/** Where a risk went; undefined where only its words changed, or it came back as it was. */
export function moveOf({ isClosed, before, residual }: Pick<MovedRisk, 'isClosed' | 'before' | 'residual'>): Move | undefined {
  if (isClosed) return 'closed';
  const direction: Direction = directionOf(before, residual);
  return direction === 'same' ? undefined : direction;
}

/** The bodies whose last two returns or more, of quarters that follow each other, change nothing: the longest first. */
export function unchangedFor(bodies: readonly BodyLooks[]): Unchanged[] {
  return bodies.flatMap(({ name, shortName, returns }) => {
    const [last] = returns;
    if (!last) return [];
    const quiet = returns.slice(0, runOf(returns));
    const since = quiet.at(-1);
    return since && quiet.length >= 2 ? [{ name, shortName, quarters: quiet.length, since: since.quarter, last: last.quarter, risks: last.risks, isNil: quiet.every(({ kind }) => kind === 'nil') }] : [];
  }).sort((one, other) => other.quarters - one.quarters);
}

/** How many returns from the newest on change nothing, without a quarter left out between them. */
function runOf(returns: readonly ReturnLook[]): number {
  const end = returns.findIndex(({ quarter, changed }, at) => {
    const newer = returns[at - 1];
    return changed > 0 || (newer !== undefined && quarterBefore(newer.quarter) !== quarter);
  });
  return end === -1 ? returns.length : end;
}
