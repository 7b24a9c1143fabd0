import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import type { Fact } from '../../platform/fact.ts';
import { en } from '../../words/index.ts';
import { addLink, evidenceFacts, evidenceOfAssessment, evidencePaths, stopUsing, useEvidence } from './index.ts';

const site = await testSite();
const world = await buildWorld(site.store);
const orgId = world.organisations.county.id;
const use = { orgId, assessmentId: world.assessmentId, editionId: world.edition.id };
const day = (text: string): Day => { const found = dayOf(text); assert.ok(found, text); return found; };

async function linkBehind(indicatorCodes: readonly string[], datedOn: string, expiresOn: string | null = null) {
  const id = newId();
  await world.as('lead@county.test', async (tx) => {
    await addLink(tx, { orgId, id, title: `Dated ${datedOn}`, url: 'https://council.example/', ownerRole: 'Prevent lead', datedOn: day(datedOn), expiresOn: expiresOn === null ? null : day(expiresOn), marking: 'OFFICIAL' });
    await useEvidence(tx, indicatorCodes.map((indicatorCode) => ({ ...use, id: newId(), evidenceId: id, indicatorCode })));
  });
  return id;
}

const benchmark = { code: 'LA1', indicatorCodes: world.edition.benchmarks[0]?.indicators.map(({ code }) => code) ?? [] };

/** The facts of the first benchmark on 2 March 2026, and how many statements it took to read them. */
async function facts(): Promise<{ said: [unknown, string][]; all: readonly Fact[]; statements: number }> {
  return world.as('lead@county.test', async (tx) => {
    const before = site.statements.length;
    const all = await evidenceFacts.facts({ tx, orgId, orgShortName: 'county', assessmentId: world.assessmentId, year: world.year, benchmark, today: day('2026-03-02') });
    return { all, said: all.map(({ concerns, say }) => [concerns, say(en)]), statements: site.statements.length - before };
  });
}

test('an indicator without evidence has no fact about its age', async () => {
  assert.deepEqual((await facts()).said, []);
});

test('the newest evidence of each indicator is told with its age, and what has expired or will, in one statement', async () => {
  await linkBehind(['LA1.m1', 'LA1.m2'], '2025-01-02');
  await linkBehind(['LA1.m1'], '2023-06-01', '2026-03-01');
  await linkBehind(['LA1.m2'], '2026-02-20', '2026-05-01');
  await linkBehind(['LA1.m2'], '2024-02-20', '2026-05-02');
  await linkBehind(['LA2.m1'], '2026-03-01', '2026-03-01');
  const { said, all, statements } = await facts();
  assert.deepEqual(said, [
    [{ indicator: 'LA1.m1' }, 'The newest evidence is 14 months old (2 January 2025).'],
    [{ indicator: 'LA1.m1' }, 'Of 2 pieces of evidence, 1 expired.'],
    [{ indicator: 'LA1.m2' }, 'The newest evidence is 10 days old (20 February 2026).'],
    [{ indicator: 'LA1.m2' }, 'Of 3 pieces of evidence, 1 will expire soon.'],
  ]);
  assert.equal(statements, 1);
  assert.deepEqual(all.map(({ rowsHref }) => rowsHref).slice(0, 1), [evidencePaths.ofIndicator('county', world.year, 'LA1.m1')]);
  assert.ok(all.every(({ rule, asAt }) => rule(en).length > 40 && asAt === '2026-03-02'));
});

test('the same evidence behind the same indicator again is one use, and one that is taken away no longer counts', async () => {
  const id = await linkBehind(['LA1.m3', 'LA1.m4'], '2026-01-01');
  await world.as('lead@county.test', async (tx) => {
    await useEvidence(tx, { ...use, id: newId(), evidenceId: id, indicatorCode: 'LA1.m3' });
    const before = site.statements.length;
    const items = await evidenceOfAssessment(tx, orgId, world.assessmentId);
    assert.equal(site.statements.length - before, 1);
    assert.deepEqual(items.find((item) => item.id === id)?.indicatorCodes, ['LA1.m3', 'LA1.m4']);
    await stopUsing(tx, { orgId, assessmentId: world.assessmentId, indicatorCode: 'LA1.m3', evidenceId: id });
    assert.deepEqual((await evidenceOfAssessment(tx, orgId, world.assessmentId)).find((item) => item.id === id)?.indicatorCodes, ['LA1.m4']);
  });
});
