import assert from 'node:assert/strict';
import type { Client } from '../../../test/client.ts';
import { query } from '../../../test/database.ts';
import type { TestSite } from '../../../test/site.ts';
import type { World, WorkerEmail } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { addLink, useEvidence } from '../evidence/index.ts';
import { firstDay } from '../../kernel/year.ts';
import { saveAnswer, saveRating, signOff } from './index.ts';

/** What a walk believes of the county's year, apart from the database. */
type Model = {
  submissions: number;
  stands: boolean;
  /** Who wrote anything, ever. */
  writers: Set<string>;
  /** Each signature that no submission rests on, with the state that it covers: it stands whenever the year is in that state. */
  signatures: { readonly by: string; readonly state: string }[];
  /** Who asked to re-open the submission that stands. */
  asker: string | undefined;
  open: { by: string } | undefined;
};

export type WalkReport = { readonly steps: number; readonly submissions: number; readonly reopenings: number; readonly refusedEdits: number };

type Walker = { readonly site: TestSite; readonly world: World; readonly clients: ReadonlyMap<WorkerEmail, Client>; readonly random: () => number; readonly model: Model; done: { reopenings: number; refusedEdits: number } };

const people = ['lead@county.test', 'officer@county.test', 'second@county.test', 'reader@county.test', 'viewer@county.test'] as const satisfies readonly (WorkerEmail)[];
type Person = typeof people[number];
const mayWrite: readonly Person[] = ['lead@county.test', 'officer@county.test'];
const maySign: readonly Person[] = ['lead@county.test', 'second@county.test', 'reader@county.test'];
const at = '/organisations/county/assessments/2025-26';

/**
 * People of a county do one thing after another at random, through the pages and past them at the store, while the clock
 * jumps: what the database took must agree with a model of a dozen lines. @throws where they part.
 */
export async function walk(site: TestSite, world: World, seed: number, steps: number): Promise<WalkReport> {
  const clients = new Map<WorkerEmail, Client>();
  for (const person of people) clients.set(person, await site.as(person));
  const model: Model = { submissions: 0, stands: false, writers: new Set(), signatures: [], asker: undefined, open: undefined };
  const walker: Walker = { site, world, clients, random: randomFrom(seed), model, done: { reopenings: 0, refusedEdits: 0 } };
  await rateAll(walker);
  for (let step = 0; step < steps; step += 1) {
    const act = pick(walker, acts);
    const person = walker.random() < 0.7 && likely.get(act) || pick(walker, people);
    const before = model.stands ? await statesOf(walker) : '';
    const when = `seed ${seed}, step ${step}: ${act.name} by ${person}`;
    await act(walker, person).catch((error: unknown) => { throw new Error(when, { cause: error }); });
    if (model.stands && before !== '') assert.equal(await statesOf(walker), before, `${when} changed a submitted year`);
    await agree(walker, when);
  }
  return { steps, submissions: model.submissions, ...walker.done };
}

async function rateAll({ world, model }: Walker): Promise<void> {
  await world.as('lead@county.test', async (tx) => {
    for (const { code } of world.edition.benchmarks) {
      await saveRating(tx, { ...keyOf(world), id: newId(), version: 0, benchmarkCode: code, verdict: { is: 'level', levelCode: 'not_met' }, narrative: '' });
    }
  });
  model.writers.add('lead@county.test');
}

const keyOf = (world: World) => ({ orgId: world.organisations.county.id, assessmentId: world.assessmentId, editionId: world.edition.id });

type Act = (walker: Walker, person: Person) => Promise<void>;

const acts: readonly Act[] = [answerByPage, rateByPage, answerByStore, evidenceByStore, removeByStore, challenge, reply, reply, signByPage, signByPage, signByPage, signByStore, submit, submit, submit, submit, ask, ask, confirm, confirm, withdraw, moveClock];

/** Who mostly tries what few may do, so that the walk comes on. */
const likely: ReadonlyMap<Act, Person> = new Map<Act, Person>([[submit, 'lead@county.test'], [reply, 'lead@county.test'], [signByPage, 'reader@county.test']]);

async function answerByPage({ clients, model, done, random }: Walker, person: Person): Promise<void> {
  const reply = await send(clients, person, `${at}/indicators/LA2.m5`, { status: 'no', note: String(random()), version: await versionShown(clients, person, `${at}/indicators/LA2.m5`) });
  if (reply.status === 303) wrote(model, person, true); else done.refusedEdits += 1;
}

async function rateByPage({ clients, model, done, random }: Walker, person: Person): Promise<void> {
  const path = `${at}/benchmarks/LA3/rating`;
  const reply = await send(clients, person, path, { rating: 'not_met', narrative: String(random()), version: await versionShown(clients, person, path) });
  if (reply.status === 303) wrote(model, person, true); else done.refusedEdits += 1;
}

async function answerByStore(walker: Walker, given: Person): Promise<void> {
  const { world } = walker;
  const person = storeWriter(walker, given);
  await byStore(walker, person, () => world.as(person, (tx) => saveAnswer(tx, { ...keyOf(world), id: newId(), version: 0, indicatorCode: pick(walker, ['LA1.m1', 'LA2.m7', 'LA4.m1']), status: 'no', note: '' })).then(({ is }) => is === 'saved'));
}

async function evidenceByStore(walker: Walker, given: Person): Promise<void> {
  const { world } = walker;
  const person = storeWriter(walker, given);
  await byStore(walker, person, () => world.as(person, async (tx) => {
    const { orgId, ...to } = keyOf(world);
    const id = newId();
    await addLink(tx, { orgId, id, url: 'https://example.test/', title: 'Minutes', ownerRole: 'Prevent lead', datedOn: firstDay(world.year), expiresOn: null, marking: 'OFFICIAL' });
    await useEvidence(tx, { orgId, id: newId(), evidenceId: id, ...to, indicatorCode: 'LA6.m1' });
    return true;
  }));
}

/** Past every rule of the product: the bare statement, in the own scope. */
async function removeByStore(walker: Walker, given: Person): Promise<void> {
  const { world } = walker;
  const person = storeWriter(walker, given);
  await byStore(walker, person, () => world.as(person, async (tx) => {
    const gone = await tx.withTables<{ answer: { orgId: string; assessmentId: string } }>().deleteFrom('answer').where('orgId', '=', keyOf(world).orgId).where('assessmentId', '=', world.assessmentId).executeTakeFirst();
    return gone.numDeletedRows > 0n;
  }));
}

/** One person stays who never writes, or nobody could sign after a while; the second reader writes now and then. */
function storeWriter({ random }: Walker, given: Person): Person {
  return given === 'reader@county.test' || (given === 'second@county.test' && random() < 0.9) ? 'officer@county.test' : given;
}

async function byStore({ model, done }: Walker, person: Person, work: () => Promise<boolean>): Promise<void> {
  try {
    if (await work()) wrote(model, person, false);
  } catch (error) {
    assert.equal(sqlStateOf(error), 'DR001');
    assert.ok(model.stands, 'an open year takes what is written');
    done.refusedEdits += 1;
  }
}

function wrote(model: Model, person: Person, byPage: boolean): void {
  assert.ok(!model.stands, `${person} changed a submitted year`);
  if (byPage) assert.ok(mayWrite.includes(person), `${person} may not write`);
  model.writers.add(person);
}

async function challenge({ clients, model }: Walker, person: Person): Promise<void> {
  const { status } = await send(clients, person, `${at}/benchmarks/LA8/challenge`, { rating: 'met', reason: 'As I see it.' });
  if (status !== 303) return;
  assert.ok(!model.stands && !model.open && person !== 'lead@county.test', `${person} challenged`);
  model.open = { by: person };
}

async function reply({ clients, model }: Walker, person: Person): Promise<void> {
  const { status } = await send(clients, person, `${at}/benchmarks/LA8/challenge/reply`, { kept: 'yes', reply: 'It stands.' });
  if (status !== 303 || !model.open) return;
  assert.ok(!model.stands && person === 'lead@county.test', `${person} answered`);
  model.open = undefined;
}

async function signByPage(walker: Walker, person: Person): Promise<void> {
  const { status } = await send(walker.clients, person, `${at}/sign-off`, { read: 'yes' });
  if (status === 303) await signed(walker, person, true);
}

async function signByStore(walker: Walker, person: Person): Promise<void> {
  const { orgId, assessmentId } = keyOf(walker.world);
  try {
    await walker.world.as(person, (tx) => signOff(tx, { orgId, id: newId(), assessmentId }));
    await signed(walker, person, false);
  } catch (error) {
    assert.ok(['DR001', 'DR004', 'DR005'].includes(sqlStateOf(error) ?? ''), String(error));
  }
}

async function signed(walker: Walker, person: Person, byPage: boolean): Promise<void> {
  const { model } = walker;
  assert.ok(!model.stands && !model.open && !model.writers.has(person), `${person} signed`);
  if (byPage) assert.ok(maySign.includes(person), `${person} may not sign`);
  model.signatures.push({ by: person, state: await statesOf(walker) });
}

async function submit(walker: Walker, person: Person): Promise<void> {
  const { clients, model } = walker;
  const state = await statesOf(walker);
  const { status } = await send(clients, person, `${at}/submission`, {});
  const signature = model.signatures.findLast((one) => one.state === state && !model.writers.has(one.by));
  const ready = person === 'lead@county.test' && !model.stands && signature !== undefined;
  assert.equal(status === 303, ready, `${person} submitted with ${status}`);
  if (!ready) return;
  Object.assign(model, { submissions: model.submissions + 1, stands: true, signatures: model.signatures.filter((one) => one !== signature), asker: undefined });
}

async function ask({ clients, model }: Walker, person: Person): Promise<void> {
  const { status } = await send(clients, person, `${at}/reopening`, { reason: 'A log was forgotten.' });
  if (status !== 303) return;
  assert.ok(model.stands && model.asker === undefined && maySign.includes(person), `${person} asked`);
  model.asker = person;
}

async function confirm({ clients, model, done }: Walker, person: Person): Promise<void> {
  const { status } = await send(clients, person, `${at}/reopening/confirmation`, {});
  if (status !== 303) return;
  assert.ok(model.stands && model.asker !== undefined && model.asker !== person, `${person} confirmed what ${model.asker} asked`);
  Object.assign(model, { stands: false, asker: undefined });
  done.reopenings += 1;
}

async function withdraw({ clients, model }: Walker, person: Person): Promise<void> {
  const { status } = await send(clients, person, `${at}/reopening/withdrawal`, {});
  if (status === 303) { assert.ok(maySign.includes(person)); model.asker = undefined; }
}

async function moveClock({ site, random }: Walker): Promise<void> {
  site.clock.now = new Date(Date.parse('2026-03-02T10:00:00Z') + Math.floor(random() * 14 - 7) * 86_400_000);
}

/** What a submission froze, byte by byte of the rows that it was made from. */
async function statesOf({ site, world }: Walker): Promise<string> {
  const [row] = await query<{ state: Buffer }>(site.db.as('superuser'), 'select assessment_state($1, $2) as state', [keyOf(world).orgId, world.assessmentId]);
  return row?.state.toString('hex') ?? '';
}

async function agree({ site, world, model }: Walker, when: string): Promise<void> {
  const { orgId, assessmentId } = keyOf(world);
  const [row] = await query<{ submissions: number; stands: boolean; alone: number; unsigned: number; own: number }>(site.db.as('superuser'), `
    select (select count(*)::int from submission where org_id = $1 and assessment_id = $2) as submissions, standing_submission($1, $2) is not null as stands,
      (select count(*)::int from reopening where org_id = $1 and confirmed_at is not null and confirmed_by is not distinct from created_by) as alone,
      (select count(*)::int from submission s where s.org_id = $1 and not exists (select from sign_off o where o.org_id = $1 and o.id = s.sign_off_id)) as unsigned,
      (select count(*)::int from submission s join sign_off o on o.org_id = s.org_id and o.id = s.sign_off_id
        join audit_event e on e.org_id = s.org_id and e.person_id = o.created_by and e.record_kind in ('answer', 'rating', 'evidence_use') and e.at < s.created_at where s.org_id = $1) as own`, [orgId, assessmentId]);
  assert.deepEqual(row, { submissions: model.submissions, stands: model.stands, alone: 0, unsigned: 0, own: 0 }, when);
}

async function send(clients: Walker['clients'], person: Person, path: string, fields: Record<string, string>) {
  const client = clients.get(person);
  assert.ok(client);
  const reply = await client.post(path, { csrf: await csrfOf(client), request_key: newId(), ...fields });
  assert.ok(reply.status < 500, `${path} answered ${reply.status}: ${reply.text.slice(0, 300)}`);
  return reply;
}

const seals = new WeakMap<Client, string>();

async function csrfOf(client: Client): Promise<string> {
  const known = seals.get(client) ?? /name="csrf" value="([^"]*)"/.exec((await client.get(at)).body)?.[1] ?? '';
  seals.set(client, known);
  return known;
}

/** The version that the form shows; any, where there is no form. */
async function versionShown(clients: Walker['clients'], person: Person, path: string): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await clients.get(person)?.get(path))?.body ?? '')?.[1] ?? '1';
}

function pick<T>({ random }: Pick<Walker, 'random'>, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  assert.ok(found !== undefined);
  return found;
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
