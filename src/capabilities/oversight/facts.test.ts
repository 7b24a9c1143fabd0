import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { dayOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { addRisk, cast, sendQuarter } from '../risk-log/risk-log.fixture.ts';
import { riskLogPaths } from '../risk-log/index.ts';
import { oversightFacts } from './index.ts';

const { world, county, district } = await cast();
const today = dayOf('2026-03-02') ?? assert.fail();
const benchmark = (code: string) => ({ code, indicatorCodes: world.edition.benchmarks.find((one) => one.code === code)?.indicators.map((one) => one.code) ?? [] });

async function facts(body: 'county' | 'district', code = 'LA2') {
  return world.as(`lead@${body}.test`, async (tx) => {
    const question = { tx, orgId: world.organisations[body].id, orgShortName: body, assessmentId: body === 'county' ? world.assessmentId : world.districtAssessmentId, year: world.year, benchmark: benchmark(code), today };
    const found = await oversightFacts.facts(question);
    return found.map(({ concerns, say, rule, asAt }) => { assert.ok(rule(en).length > 30 && asAt === today); return [concerns, say(en)]; });
  });
}

test('beside the second benchmark stands what the records show, and beside no other', async () => {
  assert.deepEqual(await facts('district'), [[{ indicator: 'LA2.x2' }, 'Our quarterly return: Q3 2025/26, missing for 70 days; Q4 2025/26, due 27 March 2026.']]);
  await addRisk(district, 'district', 'A hall is used for a meeting that the policy excludes.');
  await district.fill(riskLogPaths.words('district', 1), { controls: '', owner: '' });
  await sendQuarter(district, 'district', '2025-26-Q4');
  assert.deepEqual(await facts('district'), [
    [{ indicator: 'LA2.x2' }, 'Our quarterly return: Q3 2025/26, missing for 70 days; Q4 2025/26, on time.'],
    [{ indicator: 'LA2.m4' }, 'Of 1 open risk, 1 without controls and 1 without an owner.'],
    [{ indicator: 'LA2.m5' }, 'The review of 0 of 1 open risk is overdue.'],
    [{ indicator: 'LA2.m5' }, 'The open risk that was not looked at for longest is risk 1: 0 days.'],
  ]);
  assert.deepEqual(await facts('county'), [
    [{ indicator: 'LA2.x2' }, 'Returns of the bodies below: Q3 2025/26, 0 of 2 on time; Q4 2025/26, 1 of 1 on time.'],
    [{ indicator: 'LA2.x2' }, 'Late or missing: Northfield District Council, Q3 2025/26, missing for 70 days; Southfield District Council, Q3 2025/26, missing for 70 days.'],
  ]);
  assert.deepEqual(await facts('county', 'LA1'), []);
  assert.match((await county.get('/organisations/county/assessments/2025-26/benchmarks/LA2')).text, /Q4 2025\/26, 1 of 1 on time/);
});

test('only the body itself reads so when the bodies below it sent, and nothing else of them', async () => {
  const readBy = (body: 'county' | 'district' | 'sibling') => world.as(`lead@${body}.test`, async (tx) =>
    (await sql<{ name: string; quarter: string | null }>`select name, quarter from sent_below(${world.organisations.county.id}, ${today}) order by name, quarter`.execute(tx)).rows);
  assert.deepEqual(await readBy('county'), [{ name: 'Northfield District Council', quarter: '2025-26-Q4' }, { name: 'Southfield District Council', quarter: null }]);
  assert.deepEqual([await readBy('district'), await readBy('sibling')], [[], []]);
});
