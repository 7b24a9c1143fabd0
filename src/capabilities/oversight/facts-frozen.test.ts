import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { newId } from '../../kernel/id.ts';
import { addAction, due } from '../action-plan/plan.fixture.ts';
import { assessmentPaths, readFrozen, saveRating, signOff, submissionOf } from '../assessment/index.ts';
import { addRisk, cast, dated, sendQuarter } from '../risk-log/risk-log.fixture.ts';
import { riskLogPaths } from '../risk-log/index.ts';
import { paths } from './paths.ts';

const { world, county, district, second } = await cast();
const { edition, organisations: { county: { id: orgId } }, assessmentId } = world;
const submission = assessmentPaths.submission('county', '2025-26');
const stored = async () => (await world.as('lead@county.test', (tx) => submissionOf(tx, orgId, assessmentId))) ?? assert.fail('nothing was submitted');
const sentencesIn = (frozen: string) => ['LA2', 'LA3'].flatMap((code) => readFrozen(frozen).benchmarks.find((one) => one.code === code)?.facts.map(({ text }) => text).filter((text) => !/indicators answered/.test(text)) ?? []);

test('a submission freezes what returns, logs and plan showed, by its hash, and nothing that happens later moves it', async () => {
  await addRisk(district, 'district', 'A hall is used for a meeting that the policy excludes.');
  await sendQuarter(district, 'district', '2025-26-Q4');
  await addRisk(county, 'county', 'A depot is let without a check.');
  assert.equal((await county.fill(riskLogPaths.words('county', 1), { controls: '', owner: '' })).status, 303);
  const action = await addAction(county, { ...due('2026-02-01') });
  await world.as('lead@county.test', async (tx) => {
    for (const { code } of edition.benchmarks) await saveRating(tx, { orgId, assessmentId, editionId: edition.id, version: 0, id: newId(), benchmarkCode: code, verdict: { is: 'level', levelCode: 'not_met' }, narrative: '' });
  });
  await world.as('second@county.test', (tx) => signOff(tx, { orgId, id: newId(), assessmentId }));
  assert.equal((await county.fill(submission, {}, '/submission')).status, 303);
  const before = await stored();
  assert.deepEqual(sentencesIn(before.frozen), [
    'Of 1 open risk, 1 without controls and 1 without an owner.', 'The review of 0 of 1 open risk is overdue.', 'The open risk that was not looked at for longest is risk 1: 0 days.',
    'Returns of the bodies below: Q3 2025/26, 0 of 2 on time; Q4 2025/26, 1 of 1 on time.',
    'Late or missing: Northfield District Council, Q3 2025/26, missing for 70 days; Southfield District Council, Q3 2025/26, missing for 70 days.',
    '1 of 1 open action of the plan is overdue.', '1 of 1 open action of the plan has no measure of success.', '0 of 1 action of the plan are closed with an outcome (0%).',
  ]);
  // Everything that these sentences were made from changes.
  await addRisk(second, 'second-district', 'A street event is used to recruit.');
  await sendQuarter(second, 'second-district', '2025-26-Q3');
  await sendQuarter(second, 'second-district', '2025-26-Q4');
  assert.equal((await county.fill(`${riskLogPaths.calendar('county')}?change=2025-26-Q3`, dated('due', '2026-03-31'), '2025-26-Q3')).status, 303);
  assert.equal((await county.fill(riskLogPaths.risk('county', 1), { close_reason: 'The depot was sold.' }, '/closure')).status, 303);
  assert.equal((await county.fill(paths.chases('county', 'district'), { quarter: '2025-26-Q3', role: 'Lead', way: 'phone', note: '', ...dated('on', '2026-03-01') })).status, 303);
  assert.equal((await county.fill(`${action}/details`, { measure: 'Every log is on time.', ...due('2026-12-31') })).status, 303);
  const after = await stored();
  assert.deepEqual([after.frozen, after.sha256, createHash('sha256').update(after.frozen).digest('hex')], [before.frozen, before.sha256, before.sha256]);
  const page = (await county.get(submission)).text;
  for (const sentence of sentencesIn(before.frozen)) assert.ok(page.includes(sentence), sentence);
});
