import { dayIn, type Day } from '../kernel/year.ts';

/** The time as the server knows it; tests pass their own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

export function today(clock: Clock): Day {
  return dayIn(clock());
}
