import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { paths } from './paths.ts';
import { addRisk, cast, dated } from './risk-log.fixture.ts';
import { answerFrom, isClosed, profileFrom } from './rules-events.ts';

const said = en.riskLog.events;
const { county, district, second, site } = await cast();
const event = { title: 'An attack in another city', reach: 'national', bodies: 'all', ...dated('happened', '2026-03-01'), ...dated('due', '2026-03-16') };

test('an event opens a review of each log that it touches, and it is closed when each has answered', async () => {
  const opened = await county.fill(paths.events('county'), event);
  assert.equal(opened.status, 303, opened.text.slice(0, 500));
  const id = /risk-events\/([0-9a-f-]+)/.exec(String(opened.headers['location']))?.[1] ?? '';
  assert.ok((await county.get(paths.events('county'))).text.includes(said.open(0, 2)));
  await addRisk(district, 'district', 'A hall is used for a meeting that the policy excludes.');
  assert.ok((await district.get(paths.events('district'))).text.includes(said.waits));
  for (const [fields, sentence] of [[{}, en.riskLog.refusals.noAnswer], [{ answer: 'changed', said: 'Looked.' }, en.riskLog.refusals.noChanged], [{ answer: 'no_change' }, en.riskLog.refusals.noSaid]] as const) {
    const reply = await district.fill(paths.event('district', id), fields);
    assert.deepEqual([reply.status, reply.text.includes(sentence)], [422, true], sentence);
  }
  assert.equal((await district.fill(paths.event('district', id), { answer: 'changed', risks: '1', said: 'The halls were called.' })).status, 303);
  assert.ok((await county.get(paths.events('county'))).text.includes(said.open(1, 2)));
  const seen = await county.get(paths.event('county', id));
  assert.ok(seen.text.includes(said.changed([1])) && seen.text.includes('The halls were called.'));
  assert.ok(!(await second.get(paths.event('second-district', id))).text.includes('The halls were called.'), 'a neighbour’s answer is not read');
  assert.equal((await second.fill(paths.event('second-district', id), { answer: 'no_change', said: 'Nothing follows.' })).status, 303);
  assert.ok((await county.get(paths.events('county'))).text.includes(said.closed));
  assert.equal((await (await site.as('lead@sibling.test')).get(paths.event('sibling', id))).status, 404);
});

test('an event that touches some bodies is unknown to the others', async () => {
  const page = await county.get(paths.events('county'));
  const [, body = ''] = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>Northfield/.exec(page.body) ?? [];
  assert.equal((await county.fill(paths.events('county'), { ...event, title: 'A hall was used against its terms', bodies: body })).status, 303);
  assert.ok((await district.get(paths.events('district'))).text.includes('A hall was used'));
  assert.ok(!(await second.get(paths.events('second-district'))).text.includes('A hall was used'));
  const refused = await county.fill(paths.events('county'), { ...event, title: '', bodies: '', reach: '' });
  for (const sentence of ['noTitle', 'noBodies', 'noReach'] as const) assert.ok(refused.text.includes(en.riskLog.refusals[sentence]), sentence);
});

test('a review is closed exactly when nobody is left who was asked', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 6 });
  fc.assert(fc.property(ids, fc.func(fc.boolean()), (asked, has) => {
    assert.equal(isClosed(asked, asked.filter((id) => has(id))), asked.every((id) => has(id)));
  }));
  assert.deepEqual(answerFrom({ answer: 'no_change', risks: ['1'], said: 'Looked.' }, [1]), { accepted: true, value: { changedRisks: [], said: 'Looked.' } });
});

test('of a police profile the label, marking, dates and roles are kept, and nothing SECRET', async () => {
  const profile = { edition: '2025 edition', roles: 'Prevent lead, head of community safety', marking: 'OFFICIAL-SENSITIVE', ...dated('dated', '2025-05-20'), ...dated('briefed', '2025-06-05') };
  assert.equal((await county.fill(paths.profiles('county'), profile)).status, 303);
  assert.ok((await county.get(paths.profiles('county'))).text.includes('20 May 2025'));
  for (const change of [{ marking: 'SECRET' }, { marking: 'TOP SECRET' }, { edition: 'SECRET: 2025' }]) {
    const reply = await county.fill(paths.profiles('county'), { ...profile, ...change });
    assert.deepEqual([reply.status, reply.text.includes(en.riskLog.refusals.secret)], [422, true]);
  }
  const today = dayOf('2026-03-02') ?? assert.fail();
  const form = { edition: 'x', dated: dayOf('2025-05-20'), briefed: dayOf('2025-05-19'), roles: 'a@b', marking: 'OFFICIAL' };
  const outcome = profileFrom(form, today);
  assert.deepEqual(outcome.accepted ? [] : outcome.refusals.map(({ field }) => field), ['briefed-day', 'roles']);
});
