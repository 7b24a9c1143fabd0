import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { addLink, useEvidence } from '../src/capabilities/evidence/index.ts';
import { newId } from '../src/kernel/id.ts';
import { firstDay } from '../src/kernel/year.ts';
import { testSite, type TestSite } from '../test/site.ts';
import { buildWorld } from '../test/world.ts';
import { attribute, elements, type Client } from '../test/client.ts';
import { leastCpu, type Row } from './row.ts';

type Statement = { readonly text: string; readonly parameters: readonly unknown[] };
type Stage = { readonly site: TestSite; readonly lead: Client; readonly heard: Statement[] };

const benchmarkPath = '/organisations/county/assessments/2025-26/benchmarks/LA1';
const indicatorPath = '/organisations/county/assessments/2025-26/indicators/LA1.m1';
/** What every request does before and after its own work. */
const around = /^(begin|commit|rollback|select (visit|enter_scope)\()/;

let stage: Promise<Stage> | undefined;

/** Opening a benchmark that has answers and evidence behind every indicator. */
export async function openBenchmark(): Promise<Row> {
  const { site, lead, heard } = await (stage ??= setStage());
  const run = async () => { assert.equal((await lead.get(benchmarkPath)).status, 200); };
  await run();
  heard.length = 0;
  const { body } = await lead.get(benchmarkPath);
  return measured({ site, statements: [...heard], body, run, statementsGoal: 5, oursGoal: 3 });
}

/** Saving an answer with its event of the audit trail. */
export async function saveAnswer(): Promise<Row> {
  const { site, lead, heard } = await (stage ??= setStage());
  const form = await lead.get(indicatorPath);
  const hidden = new Map(elements(form.body, ({ tagName }) => tagName === 'input').map((input) => [attribute(input, 'name'), attribute(input, 'value') ?? '']));
  let version = Number(hidden.get('version'));
  let body = '';
  const run = async () => {
    const reply = await lead.post(indicatorPath, { csrf: hidden.get('csrf') ?? '', request_key: randomUUID(), version: String(version), status: 'yes', note: `The group met on 3 March; note ${version}.` });
    assert.equal(reply.status, 303);
    version += 1;
    body = reply.body;
  };
  await run();
  heard.length = 0;
  await run();
  return measured({ site, statements: [...heard], body, run, statementsGoal: 6, oursGoal: undefined });
}

async function measured({ site, statements, body, run, ...goals }: { site: TestSite; statements: readonly Statement[]; body: string; run: () => Promise<void>; statementsGoal: number; oursGoal: number | undefined }): Promise<Row> {
  const own = statements.filter(({ text }) => !around.test(text));
  const client = new pg.Client(site.db.as('dueregard_app'));
  await client.connect();
  const plain = fastify();
  plain.get('/', async (_request, reply) => reply.type('text/html').send(body));
  const writes = own.some(({ text }) => text.startsWith('update') || text.startsWith('insert'));
  const bare = async () => {
    for (const { text, parameters } of statements) if (!/^(commit|rollback)/.test(text)) await client.query(text, [...parameters]);
    await client.query(writes ? 'rollback' : 'commit');
  };
  const [ours = 0, bareDriver = 0, plainFastify = 0] = await leastCpu([run, bare, async () => { await plain.inject('/'); }]);
  await client.end();
  await plain.close();
  return { statements: own.length, ours, bareDriver, plainFastify, ...goals };
}

async function setStage(): Promise<Stage> {
  const heard: Statement[] = [];
  const site = await testSite({ onStatement: (text, parameters) => heard.push({ text, parameters }) });
  const world = await buildWorld(site.store);
  const orgId = world.organisations.county.id;
  const codes = world.edition.benchmarks.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const lead = await site.as('lead@county.test');
  for (const code of codes.filter((one) => one.startsWith('LA1.'))) {
    await lead.fill(indicatorPath.replace('LA1.m1', code), { status: 'yes', note: 'The group met four times this year and its minutes are kept.' });
  }
  await world.as('lead@county.test', async (tx) => {
    for (const [at, indicatorCode] of codes.entries()) {
      const evidenceId = newId();
      await addLink(tx, { orgId, id: evidenceId, title: `Minutes ${at}`, url: 'https://county.example/minutes', ownerRole: 'Prevent lead', datedOn: firstDay(world.year), expiresOn: null, marking: 'OFFICIAL' });
      await useEvidence(tx, { orgId, id: newId(), evidenceId, assessmentId: world.assessmentId, editionId: world.edition.id, indicatorCode });
    }
  });
  return { site, lead, heard };
}
