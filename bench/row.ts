/** One row of the performance table: processor time of one request, beside the floors measured in the same run. */
export type Row = {
  /** SQL statements besides begin, session, scope and commit. */
  readonly statements: number;
  readonly statementsGoal: number;
  /** Milliseconds of this process's processor time. */
  readonly ours: number;
  readonly oursGoal: number | undefined;
  /** The same statements through the bare driver. */
  readonly bareDriver: number;
  /** The same bytes from a plain Fastify route. */
  readonly plainFastify: number;
};

export function printRow(name: string, row: Row): void {
  const goal = row.oursGoal === undefined ? '' : ` (goal under ${row.oursGoal})`;
  console.log(`${name}: ${row.statements} statements (goal at most ${row.statementsGoal}), ${row.ours.toFixed(2)} ms of CPU${goal}; `
    + `the same statements through the bare driver ${row.bareDriver.toFixed(2)} ms (ratio ${(row.ours / row.bareDriver).toFixed(1)}), `
    + `the same bytes from plain Fastify ${row.plainFastify.toFixed(2)} ms (ratio ${(row.ours / row.plainFastify).toFixed(1)})`);
}

/** The least processor time, in milliseconds, of one of `each` in several interleaved rounds: noise only ever adds. */
export function leastCpu(contestants: readonly (() => Promise<void>)[], rounds = 8, each = 150): Promise<number[]> {
  return least(contestants, rounds, each, () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; });
}

/** The same of the time that passes. */
export function leastTime(contestants: readonly (() => Promise<void>)[], rounds = 8, each = 150): Promise<number[]> {
  return least(contestants, rounds, each, () => performance.now());
}

async function least(contestants: readonly (() => Promise<void>)[], rounds: number, each: number, clock: () => number): Promise<number[]> {
  const found = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, run] of contestants.entries()) {
      const before = clock();
      for (let time = 0; time < each; time += 1) await run();
      found[at] = Math.min(found[at] ?? Number.POSITIVE_INFINITY, (clock() - before) / each);
    }
  }
  return found;
}
