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
export async function leastCpu(contestants: readonly (() => Promise<void>)[], rounds = 8, each = 150): Promise<number[]> {
  const least = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, run] of contestants.entries()) {
      const before = process.cpuUsage();
      for (let time = 0; time < each; time += 1) await run();
      const { user, system } = process.cpuUsage(before);
      least[at] = Math.min(least[at] ?? Number.POSITIVE_INFINITY, (user + system) / 1000 / each);
    }
  }
  return least;
}
