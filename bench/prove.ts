import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { endAll } from '../test/ending.ts';
import { startServer } from '../test/running.ts';
import { walk } from '../src/capabilities/assessment/second-walk.fixture.ts';
import { mixesMarked, mixesMarkedInFiles, packsWithoutCanaries } from '../src/capabilities/reports/leaks.fixture.ts';
import { comparedDraws, evenEnough, evenness } from '../src/capabilities/dip-sampling/draws.fixture.ts';
import { fairnessOf, pairs } from '../src/capabilities/venue-hire/fairness.fixture.ts';
import { ordersHeld } from '../src/capabilities/venue-hire/two-keys.fixture.ts';
import { cast } from '../src/capabilities/venue-hire/venue.fixture.ts';
import { testSite } from '../test/site.ts';
import { buildWorld } from '../test/world.ts';
import { countyPages } from './county-page.ts';
import { crashRounds } from './crash.ts';
import { lettersThroughKills } from './letters.ts';
import { everyFormat, manyReports } from './reports.ts';
import { openBenchmark, saveAnswer } from './pages.ts';
import { bringWorkbook } from './spreadsheet.ts';

/** One figure that the product is held to: what was found, and whether that is enough; skipped where this machine lacks what it needs. */
type Finding = { readonly figure: string; readonly enough: boolean; readonly skipped?: boolean };
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
  { name: 'Canaries in public packs', goal: 'none in any part of any file of 200 random packs', measure: async () => ({ figure: `none in the ${await packsWithoutCanaries(200)} files of 200 packs`, enough: true }) },
  { name: 'Markings of random mixes', goal: '10,000 on the Document model and 200 in every format, none marked below its contents', measure: async () => {
    const [sensitive, places] = [mixesMarked(10_000), await mixesMarkedInFiles(200)];
    return { figure: `10,000 (${sensitive} of them sensitive) and 200 in every format (${places} pages, slides, sheets and lines), none below`, enough: sensitive > 1000 };
  } },
  { name: 'PostgreSQL 15', goal: 'the tests of src, schema and scopes pass on Debian’s', measure: onPostgres15 },
  { name: 'Reminders of 10,000 bodies due on one day', goal: 'queued in one pass under 10 s; each comes, also when the sender is killed five times, and only the letter in flight comes again', measure: async () => {
    const { letters, queuedIn, seconds, kills, missed, repeated, doubled } = await lettersThroughKills(10_000, 5);
    return {
      figure: `${letters} queued in ${(queuedIn / 1000).toFixed(1)} s, sent in ${seconds.toFixed(0)} s, ${kills} kills, ${missed} missed, ${repeated} came again under the same name, ${doubled} doubled`,
      enough: letters === 10_000 && queuedIn < 10_000 && kills === 5 && missed === 0 && repeated <= kills && doubled === 0,
    };
  } },
  { name: 'A18a draws of a dip sample', goal: '10,000 of 10,000 equal between two programs in two languages; chi-squared over 100,000 draws inside the 99% range', measure: () => {
    const [same, even] = [comparedDraws(10_000), evenness(100_000)];
    return Promise.resolve({ figure: `${same} of 10000 equal, chi-squared ${even.toFixed(1)} between ${evenEnough.least} and ${evenEnough.most}`, enough: same === 10_000 && even > evenEnough.least && even < evenEnough.most });
  } },
  { name: 'A18b bookings are treated alike', goal: '10,000 pairs that differ in words of name, faith, nationality or language: the same questions, fields and routing', measure: alike },
  { name: 'Two keys', goal: '1,000 random orders of people, departments, retries and presses at once: no decision of fewer than two departments', measure: async () => {
    const { decided, refusedByDatabase } = await ordersHeld(await cast(), 1000, 2);
    return { figure: `1,000 orders, ${decided} decided, each by two departments, ${refusedByDatabase} steps refused by the database itself`, enough: decided > 100 };
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

// `npm run prove -- WORD…` measures only the targets whose name holds one of the words.
const wanted = process.argv.slice(2);
const chosen = targets.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
let [short, skipped] = [0, 0];
for (const { name, goal, measure } of chosen) {
  const finding = await measure().catch((fault: unknown): Finding => ({ figure: fault instanceof Error ? fault.message : String(fault), enough: false }));
  if (finding.skipped) skipped += 1; else if (!finding.enough) short += 1;
  console.log(`${finding.skipped ? 'skipped' : finding.enough ? 'pass ' : 'short'}  ${name}: ${finding.figure} (goal: ${goal})`);
}
await endAll();
console.log(short === 0 ? `${chosen.length - skipped} targets were measured and are met${skipped > 0 ? `; ${skipped} were skipped` : ''}.` : `${short} of ${chosen.length} targets fall short.`);
process.exitCode = short === 0 && chosen.length > 0 ? 0 : 1;

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

async function onPostgres15(): Promise<Finding> {
  if (!existsSync('/usr/lib/postgresql/15/bin/postgres')) return { figure: 'not tried: there is no /usr/lib/postgresql/15/bin on this machine (Debian’s package postgresql-15)', enough: false, skipped: true };
  const run = spawn('node', ['start/test.mjs', 'src', 'test/schema.test.ts', 'test/scopes.test.ts'], {
    cwd: new URL('..', import.meta.url), env: { ...process.env, DUEREGARD_TEST_SYSTEM_POSTGRES: '15' }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  run.stdout.on('data', (part) => { said += part; });
  const [code] = await once(run, 'close');
  if (code !== 0) console.error(said.slice(said.indexOf('failing tests')));
  return { figure: `${/ℹ pass (\d+)/.exec(said)?.[1] ?? 'no'} tests passed, ${/ℹ fail (\d+)/.exec(said)?.[1] ?? 'it is not known how many'} failed`, enough: code === 0 };
}

function alike(): Promise<Finding> {
  const { numRuns, failed } = fc.check(fc.property(pairs, fairnessOf), { numRuns: 10_000 });
  return Promise.resolve({ figure: `${numRuns} pairs, ${failed ? 'one differs' : 'none differs'}`, enough: !failed && numRuns === 10_000 });
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
