import assert from 'node:assert/strict';
import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { signOff } from '../src/capabilities/assessment/index.ts';
import { addFile, useEvidence } from '../src/capabilities/evidence/index.ts';

import { verify } from '../src/commands/verify.ts';
import { newId } from '../src/kernel/id.ts';
import { firstDay } from '../src/kernel/year.ts';
import { query } from './database.ts';
import { testSite } from './site.ts';
import { buildWorld } from './world.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const folder = mkdtempSync(join(tmpdir(), 'dueregard-verify-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const orgId = world.organisations.county.id;
const evidenceId = newId();
await world.as('lead@county.test', async (tx) => {
  const received = await site.files.receive(Readable.from([Buffer.from('The minutes of the group.')]), 'minutes.txt');
  await addFile(tx, site.files, { orgId, id: evidenceId, received, fileName: 'minutes.txt', mediaType: 'text/plain', title: 'Minutes', ownerRole: 'Prevent lead', datedOn: firstDay(world.year), expiresOn: null, marking: 'OFFICIAL' });
  await useEvidence(tx, { orgId, id: newId(), evidenceId, assessmentId: world.assessmentId, editionId: world.edition.id, indicatorCode: 'LA1.m1' });
});

/** What the command prints, and whether it fails. */
async function run(...args: string[]): Promise<{ said: string; failed: boolean }> {
  const lines: string[] = [];
  try {
    await verify({ store: site.store, files: site.files, say: (line) => lines.push(line) }, args);
    return { said: lines.join('\n'), failed: false };
  } catch (error) {
    return { said: [...lines, error instanceof Error ? error.message : ''].join('\n'), failed: true };
  }
}

/** As a superuser without triggers; undone afterwards. */
async function tampered(statement: string, undo: string, ...args: string[]): Promise<string> {
  await query(site.db.as('superuser'), `set session_replication_role = replica; ${statement}`);
  const { said, failed } = await run(...args);
  await query(site.db.as('superuser'), `set session_replication_role = replica; ${undo}`);
  assert.ok(failed, said);
  return said;
}

test('what nobody touched verifies', async () => {
  const { said, failed } = await run();
  assert.equal(failed, false, said);
  assert.match(said, /Exampleshire County Council: \d+ entries/);
});

test('a file whose content was changed or removed is named', async () => {
  const [sub = ''] = readdirSync(join(site.store.evidenceFolder, orgId));
  const [name = ''] = readdirSync(join(site.store.evidenceFolder, orgId, sub));
  const path = join(site.store.evidenceFolder, orgId, sub, name);
  chmodSync(path, 0o600);
  writeFileSync(path, 'The minutes of the Group.');
  assert.match((await run()).said, /evidence “Minutes” is missing or is not what was kept/);
  rmSync(path);
  assert.match((await run()).said, /evidence “Minutes”/);
  writeFileSync(path, 'The minutes of the group.');
  assert.equal((await run()).failed, false);
});

test('an entry that was changed is named by its number', async () => {
  assert.match(await tampered("update audit_event set action = 'removed' where seq = 3", "update audit_event set action = 'added' where seq = 3"), /changed event at entry 3/);
});

test('a chain that was cut and wound back is found against the heads that were kept elsewhere, and only so', async () => {
  const heads = join(folder, 'heads');
  await run('--heads', heads);
  await query(site.db.as('superuser'), 'create table kept as table audit_event; create table kept_head as table audit_head; create table kept_text as table audit_text');
  const cut = `delete from audit_text where org_id = '${orgId}' and seq > 5; delete from audit_event where org_id = '${orgId}' and seq > 5;
    update audit_head set (seq, hash) = (select seq, hash from audit_event where org_id = '${orgId}' order by seq desc limit 1) where org_id = '${orgId}'`;
  await query(site.db.as('superuser'), `set session_replication_role = replica; ${cut}`);
  assert.equal((await run()).failed, false, 'the chain alone cannot know what was cut from its end');
  assert.match((await run('--against', heads)).said, /is not the one that was written down/);
  await query(site.db.as('superuser'), `set session_replication_role = replica; delete from audit_event; delete from audit_head; delete from audit_text;
    insert into audit_event select * from kept; insert into audit_head select * from kept_head; insert into audit_text select * from kept_text; drop table kept, kept_head, kept_text`);
  assert.equal((await run('--against', heads)).failed, false);
});

test('a submission that was written anew, hash and all, is found', async () => {
  await world.as('second@county.test', (tx) => signOff(tx, { orgId, id: newId(), assessmentId: world.assessmentId }));
  await world.as('lead@county.test', async (tx) => {
    await sql`insert into submission (org_id, id, assessment_id, year, frozen, frozen_sha256) values (${orgId}, ${newId()}, ${world.assessmentId}, '2025-26', '{"a":1}', sha256('{"a":1}'))`.execute(tx);
  });
  assert.match(await tampered(`update submission set frozen = '{"a":2}', frozen_sha256 = sha256('{"a":2}')`, `update submission set frozen = '{"a":1}', frozen_sha256 = sha256('{"a":1}')`), /the submission .* is not what was frozen/);
});
