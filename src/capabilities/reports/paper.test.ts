import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from '../../documents/faults.ts';
import { newId } from '../../kernel/id.ts';
import { rawTextOf } from '../../documents/marking.fixture.ts';
import { dataOf } from './data.ts';
import { deckOf } from './deck.ts';
import { mixesMarkedInFiles, packsWithoutCanaries } from './leaks.fixture.ts';
import { paperOf } from './paper.ts';
import { recordOf, settings, statement, told } from './report.fixture.ts';
import { reportFormats, writeReport } from './writing.ts';

const exemptLine = (paragraph: number) => `This part is exempt from publication under paragraph ${paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972.`;
const exempt = (part: string, openToMembers = false) => ({ part, paragraph: 3, reason: 'secret-reason', openToMembers, until: null });

test('the paper has what a committee expects, in its order, and says that what is empty has not been recorded', () => {
  const paper = paperOf(told(recordOf({}, { texts: [{ area: 'finance', text: 'No cost.', marking: 'OFFICIAL' }] })), settings);
  assert.deepEqual(paper.sections.map(({ title }) => title), [
    'Purpose of this paper', 'Recommendation to the committee', 'COUNTER TERRORISM & SECURITY ACT 2015', 'PREVENT DUTY', 'SPECIFIED AUTHORITIES',
    'EIGHT LOCAL AUTHORITY BENCHMARKS', 'EIGHT LOCAL AUTHORITY BENCHMARKS: AT A GLANCE', 'SUMMARY OF ASSURANCE PROCESS: STRENGTHS',
    'SUMMARY OF ASSURANCE PROCESS: RECOMMENDATIONS', 'Implications', 'Next steps',
  ]);
  assert.deepEqual(paper.sections.find(({ title }) => title === 'Implications')?.blocks, [{
    kind: 'list', ordered: false, items: [
      { label: 'Finance', text: 'No cost.' }, { label: 'Legal', text: 'None recorded.' }, { label: 'Equality', text: 'None recorded.' }, { label: 'Data protection', text: 'None recorded.' },
    ],
  }]);
  assert.deepEqual(faultsOf(paper), []);
});

test('an exempt part is a line for the public, for members only where it is not open to them, and stands whole in the restricted version', () => {
  const kept = newId();
  const record = (openToMembers: boolean) => recordOf(
    { recommendations: [{ ...statement('Kept back.'), id: kept }, { ...statement('Told.'), id: newId() }] },
    { texts: [{ area: 'finance', text: 'A price.', marking: 'OFFICIAL' }], exemptions: [exempt('finance', openToMembers), exempt(kept, openToMembers), exempt('strengths', openToMembers)] },
  );
  for (const [audience, openToMembers, isTold] of [['public', true, false], ['public', false, false], ['members', true, true], ['members', false, false], ['restricted', false, true]] as const) {
    const about = told(record(openToMembers), audience);
    const written = JSON.stringify([paperOf(about, settings), deckOf(about, settings)]) + dataOf(about, settings);
    for (const text of ['Kept back.', 'A price.', 'The board meets every month.']) assert.equal(written.includes(text), isTold, `${audience} ${text}`);
    assert.equal(written.includes(exemptLine(3)), !isTold, audience);
    assert.ok(written.includes('Told.') && !written.includes('secret-reason') && !written.includes(kept));
  }
});

test('the progress of a recommendation is told with it, by the place that it has among those that are told', () => {
  const [kept, open] = [newId(), newId()];
  const record = recordOf(
    { recommendations: [{ ...statement('Kept back.'), id: kept }, statement('Sensitive.', 'OFFICIAL-SENSITIVE'), { ...statement('Told.'), id: open }] },
    { exemptions: [exempt(kept, false)], progress: [1, 2, 3].map((number) => ({ number, state: 'open', dueOn: `2026-0${number}-01` })) },
  );
  const dues = (audience: 'public' | 'members' | 'restricted') => told(record, audience).progress.map(({ number, dueOn }) => `${number} ${dueOn}`);
  assert.deepEqual(dues('restricted'), ['1 2026-01-01', '2 2026-02-01', '3 2026-03-01']);
  assert.deepEqual(dues('members'), ['1 2026-02-01', '2 2026-03-01']);
  assert.deepEqual(dues('public'), ['1 2026-03-01']);
});

test('a text marked OFFICIAL-SENSITIVE marks the paper, and the public version says that it lacks one', () => {
  const record = recordOf({}, { texts: [{ area: 'legal', text: 'Advice.', marking: 'OFFICIAL-SENSITIVE' }] });
  assert.equal(told(record).marking, 'OFFICIAL-SENSITIVE');
  const open = JSON.stringify(paperOf(told(record, 'public'), settings));
  assert.ok(open.includes('1 text of the paper is not in this public version.') && !open.includes('Advice.'));
});

test('no field outside the allow-list reaches a public pack, in any file, in any part of its bytes', async () => {
  assert.equal(await packsWithoutCanaries(10), 10 * (reportFormats.length + 2));
});

test('every page, slide, sheet and line of every format says the marking of the whole', async () => assert.ok(await mixesMarkedInFiles(5) > 100));

test('a canary in what is allowed would be found in every format: in a text, a title, a property', async () => {
  for (const record of [recordOf({ strengths: [statement('canary')] }), { ...recordOf(), organisation: { ...recordOf().organisation, name: 'canary' } }]) {
    for (const format of reportFormats) assert.match(rawTextOf((await writeReport(told(record, 'public'), format, settings)).bytes), /canary/, format);
  }
});
