import { after } from 'node:test';

const list: (() => Promise<void> | void)[] = [];

/** What to put away in the end: after the file's tests, or, in a program such as a benchmark, when it calls endAll. */
export function atTheEnd(work: () => Promise<void> | void): void {
  if (process.env['NODE_TEST_CONTEXT'] === undefined) list.unshift(work);
  else after(async () => { await work(); });
}

export async function endAll(): Promise<void> {
  for (const work of list.splice(0)) await work();
}
