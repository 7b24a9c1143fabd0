import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll } from '../test/ending.ts';
import { startServer } from '../test/running.ts';
import { walk } from '../src/capabilities/assessment/second-walk.fixture.ts';
import { testSite } from '../test/site.ts';
import { buildWorld } from '../test/world.ts';
import { countyPages } from './county-page.ts';
import { crashRounds } from './crash.ts';
import { lettersThroughKills } from './letters.ts';
import { everyFormat, manyReports } from './reports.ts';
import { openBenchmark, saveAnswer } from './pages.ts';
import { bringWorkbook } from './spreadsheet.ts';

/** One figure that the product is held to: what was found, what was to be, and whether that is enough. */
type Finding = { readonly figure: string; readonly enough: boolean };
type Target = { readonly name: string; readonly goal: string; readonly measure: () => Promise<Finding> };

const targets: readonly Target[] = [
  { name: 'A01 kill -9 under writes: the fault is noticed', goal: 'with synchronous_commit=off something is lost', measure: async () => {
    const { lost } = await crashRounds(40, { PGOPTIONS: '-c synchronous_commit=off' });
    return { figure: `${lost} lost`, enough: lost > 0 };
  } },
  { name: 'A01 kill -9 under writes', goal: '25 rounds, 0 lost, 0 doubled, serving again in 5 s', measure: async () => {
    const { rounds, acknowledged, lost, doubled, slowestRecovery } = await crashRounds(25);
    return { figure: `${rounds} rounds, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, slowest recovery ${(slowestRecovery / 1000).toFixed(1)} s`, enough: lost === 0 && doubled === 0 && slowestRecovery <= 5000 };
  } },
  { name: 'A16 a submitted year', goal: '3 walks of 600 steps: no edit of a submitted year, no re-opening by one person, no submission without another’s signature', measure: walks },
  { name: 'Reminders of 10,000 bodies due on one day', goal: 'queued in one pass under 10 s; each comes, also when the sender is killed five times, and only the letter in flight comes again', measure: async () => {
    const { letters, queuedIn, seconds, kills, missed, repeated, doubled } = await lettersThroughKills(10_000, 5);
    return {
      figure: `${letters} queued in ${(queuedIn / 1000).toFixed(1)} s, sent in ${seconds.toFixed(0)} s, ${kills} kills, ${missed} missed, ${repeated} came again under the same name, ${doubled} doubled`,
      enough: letters === 10_000 && queuedIn < 10_000 && kills === 5 && missed === 0 && repeated <= kills && doubled === 0,
    };
  } },
  { name: 'A risk log of 5,000 rows in a workbook', goal: 'the page that shows each row under 5 s; taken in one transaction', measure: async () => {
    const { preview, apply, added, transactions, statements } = await bringWorkbook(5_000);
    return { figure: `shown in ${preview.toFixed(1)} s, ${added} rows taken in ${apply.toFixed(1)} s, ${transactions} transaction, ${statements} statements`, enough: preview < 5 && added === 5_000 && transactions === 1 };
  } },
  { name: 'The county’s pages over 100 times the data', goal: 'as many statements, and less than twice the cost', measure: async () => {
    const pages = await countyPages(100);
    return {
      figure: pages.map(({ page, statements: [alone, among], ours, whole }) => `${page}: ${alone} and ${among} statements, ${ours.toFixed(2)} times our CPU, ${whole.toFixed(2)} times as long`).join('; '),
      enough: pages.every(({ statements: [alone, among], ours, whole }) => alone === among && ours < 2 && whole < 2),
    };
  } },
  { name: 'Start', goal: 'a first start makes its database in 60 s, a later one serves in 5 s', measure: starts },
  { name: 'Opening a benchmark', goal: 'at most 5 statements, under 3 ms of CPU', measure: async () => {
    const { statements, ours } = await openBenchmark();
    return { figure: `${statements} statements, ${ours.toFixed(2)} ms`, enough: statements <= 5 && ours < 3 };
  } },
  { name: 'Every format of one body', goal: 'cold under 10 s together, the event loop never held for 100 ms', measure: async () => {
    const { seconds, held } = await everyFormat();
    return { figure: `${seconds.toFixed(1)} s, held for ${held.toFixed(0)} ms at most`, enough: seconds < 10 && held < 100 };
  } },
  { name: '200 reports in one process', goal: 'the last fifty leave no more memory than the fifty before (2% of it is noise)', measure: async () => {
    const { before, after } = await manyReports();
    return { figure: `${before.toFixed(0)} MB, then ${after.toFixed(0)} MB`, enough: after <= before * 1.02 };
  } },
  { name: 'Saving an answer', goal: 'at most 6 statements', measure: async () => {
    const { statements, ours } = await saveAnswer();
    return { figure: `${statements} statements, ${ours.toFixed(2)} ms of CPU`, enough: statements <= 6 };
  } },
];

let short = 0;
for (const { name, goal, measure } of targets) {
  const { figure, enough } = await measure();
  if (!enough) short += 1;
  console.log(`${enough ? 'pass ' : 'short'}  ${name}: ${figure} (goal: ${goal})`);
}
await endAll();
console.log(short === 0 ? 'Every target that is measured is met.' : `${short} of ${targets.length} targets fall short.`);
process.exitCode = short === 0 ? 0 : 1;

/** @throws at the first step that breaks a rule, with its seed. */
async function walks(): Promise<Finding> {
  const total = { submissions: 0, reopenings: 0, refusedEdits: 0 };
  for (const seed of [11, 12, 13]) {
    const site = await testSite();
    const walked = await walk(site, await buildWorld(site.store), seed, 600);
    total.submissions += walked.submissions;
    total.reopenings += walked.reopenings;
    total.refusedEdits += walked.refusedEdits;
  }
  return { figure: `${total.submissions} submissions, ${total.reopenings} re-openings, ${total.refusedEdits} edits refused, no rule broken`, enough: total.submissions > 3 && total.refusedEdits > 50 };
}

async function starts(): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'dueregard-start-'));
  try {
    const first = await startServer(folder);
    await first.stop();
    const later: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      const again = await startServer(folder);
      later.push(again.startedIn);
      await again.stop();
    }
    const slowest = Math.max(...later);
    return { figure: `first ${(first.startedIn / 1000).toFixed(1)} s, later at most ${(slowest / 1000).toFixed(1)} s`, enough: first.startedIn < 60_000 && slowest < 5_000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
