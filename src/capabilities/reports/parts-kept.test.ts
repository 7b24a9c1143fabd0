import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from '../../documents/faults.ts';
import { textOf, type Document } from '../../documents/model.ts';
import { audiences } from '../../kernel/marking.ts';
import { noLook } from '../look/index.ts';
import { dataOf } from './data.ts';
import { deckOf } from './deck.ts';
import { freezeTold, readTold } from './frozen-told.ts';
import { channelOf, samplesOf, tally, venuesOf } from './kept.fixture.ts';
import { paperOf } from './paper.ts';
import { edition, recordOf, settings, told } from './report.fixture.ts';

const record = recordOf({}, { samples: samplesOf({ marking: 'OFFICIAL-SENSITIVE' }), venues: venuesOf(), channel: channelOf() });
const [samples, venues, channel] = ['Dip samples of referrals', 'Venue hire', 'Channel panel'];
const pages = [samples, venues, channel];
const titles = ({ sections }: Document) => sections.map(({ title }) => title).filter((title) => pages.includes(title));
/** Every line of a page: rows of tables, items and sentences. */
const linesOf = (document: Document, title: string | undefined) => document.sections.find((section) => section.title === title)?.blocks.flatMap((block) => (
  block.kind === 'table' ? block.rows.map((row) => row.map(textOf).join(' | ')) : block.kind === 'list' ? block.items.map(({ label, text }) => `${label ?? ''}: ${text}`) : block.kind === 'paragraph' || block.kind === 'note' ? [block.text] : [])) ?? [];

test('restricted readers read what the samples found, every number of bookings and who sits on the panel, in deck and paper', () => {
  const about = told(record, 'restricted');
  for (const document of [deckOf(about, settings), paperOf(about, settings)]) {
    assert.deepEqual(titles(document), pages);
    assert.deepEqual(faultsOf(document), []);
    const found = linesOf(document, samples);
    assert.deepEqual(found.slice(1, 3), ['1 | Vale | 1 April 2025 to 30 September 2025 | 6 of 38 | Closed on 12 November 2025', '2 | Mere | 1 October 2025 to 31 March 2026 | 6 of 38 | Under way']);
    for (const [at, said] of [/^Exercise 1: This repeats .*: The list was short\.$/, /^Exercise 1: 6 of 38 gives a 9\d/, /They gave the same answer 72 of 78 times \(92%\)\. Cohen’s kappa is 0\.71.* With so few cases /, /1 theme and 2 pieces of learning are recorded/, /1 open, 0 with a closure to confirm, 2 closed\.$/].entries()) assert.match(found[at + 3] ?? '', said);
    assert.equal(found[8], 'Was each step in time? | 3 | 1 | 2 | 0 | 0');
    assert.deepEqual(linesOf(document, venues).filter((line) => / \| /.test(line)), [
      'Owned | 4 | 2 | 0 | 1 | 2 | 1', 'Leased out | 1 | 1 | 0 | 0 | 0 | 0', 'Taken in | 40', 'Approved by the rules | 20 (50%)', 'Decided by two departments | 16 (40%)', 'Waiting for a decision | 1', 'Approved | 30', 'Approved with conditions | 2', 'Refused | 3', 'Cancelled after approval | 1',
      'Withdrawn by the hirer | 2', 'Withdrawn once questions were asked | 1', 'Wrong refusals: overturned on review | 1', 'Wrong refusals: undecided when the event came | 1', 'Wrong approvals: shown by an incident | 1', 'Days to a decision of two departments, median | 2.5', 'Days to a decision of two departments, longest | 9',
    ]);
    assert.deepEqual(linesOf(document, channel), [
      'Chair | Head of safeguarding | 15 April 2024 | 21 May 2024; was due again 21 May 2026', 'Deputy chair | No deputy chair is recorded. | – | –', ': 11 of 12 planned meetings of the last 12 months were held.', ': The information-sharing agreement expired on 31 May 2026.',
      ': The annual statement of 2024/25 was signed on 12 May 2025: Fully, 8 areas; In part, 2 areas.', ': 94% of the reviews that were due were done on time.', 'Police | Inspector | 82% | 9% | 9% | 11', 'As at 30 June 2026. How the panel is run, without its cases. The share of reviews counts the newest four quarters recorded.',
    ]);
    assert.equal(document.marking, 'OFFICIAL-SENSITIVE');
  }
  assert.equal(told(recordOf({}, { venues: venuesOf() }), 'restricted').marking, 'OFFICIAL-SENSITIVE', 'small counts of refusals are');
});

test('members read neither small numbers of referrals nor of refusals, nor what they could be worked out from', () => {
  const about = told(record, 'members');
  const written = JSON.stringify([deckOf(about, settings), paperOf(about, settings)]) + dataOf(about, settings);
  for (const text of ['6 of 38', '72 of 78', 'kappa is', 'Was each step', 'Refused', 'Approved |', '"refused": 3', 'of 38']) assert.ok(!written.includes(text), text);
  const deck = deckOf(about, settings);
  assert.match(linesOf(deck, samples)[1] ?? '', /\| Not shown \| Closed on/);
  assert.match(linesOf(deck, samples).slice(3, 5).join(' '), /The list was short\. Exercise 1: The two reviewers gave the same answer in 92% of cases and questions\./);
  assert.deepEqual(linesOf(deck, venues).filter((line) => /^(Taken|Approved|Decided|Wrong|Days)/.test(line)), ['Taken in | 40', 'Approved by the rules | 20 (50%)', 'Wrong approvals: shown by an incident | 1', 'Days to a decision of two departments, median | 2.5', 'Days to a decision of two departments, longest | 9']);
  assert.ok(linesOf(deck, venues).some((line) => line.startsWith('Counts of refusals are small')));
  assert.ok(linesOf(deck, channel).includes('Police | Inspector | 82% | 9% | 9% | 11'));
});

test('members read numbers that are not small', () => {
  const large = samplesOf({ sizes: { sample: 90, population: 400 }, tallies: [tally([50, 10, 10, 10, 10], 'Shown?'), tally([60, 20, 10, 0, 0], 'Kept back?')] });
  const about = told(recordOf({}, { samples: large, venues: venuesOf({ refused: 12, cancelled: 10, withConditions: 11, overturned: 10, undecided: 10, withdrawnLate: 10 }) }), 'members');
  const deck = deckOf(about, settings);
  assert.ok(linesOf(deck, samples).includes('Shown? | 50 | 10 | 10 | 10 | 10') && linesOf(deck, samples).some((line) => line.includes('90 of 400')));
  assert.ok(!JSON.stringify(deck).includes('Kept back?'));
  assert.ok(linesOf(deck, venues).includes('Refused | 12'));
});

test('the public reads that a sample was held, how sites stand and how the panel is run, and no word of what was found', () => {
  const about = told(record, 'public');
  const [deck, data] = [deckOf(about, settings), dataOf(about, settings)];
  const written = JSON.stringify([deck, paperOf(about, settings)]) + data;
  assert.equal(deck.marking, 'OFFICIAL');
  for (const text of ['The list was short', 'Was each step', '92%', '1 theme', 'Inspector', '21 May 2024', 'Refused', 'No department']) assert.ok(!written.includes(text), text);
  assert.equal(linesOf(deck, samples)[1], '1 | Vale | 1 April 2025 to 30 September 2025 | Not shown | Closed on 12 November 2025');
  assert.deepEqual(linesOf(deck, samples).slice(3, 5), ['Exercise 1: This repeats an earlier exercise of the same panel and time.', 'Exercise 1: Actions from it in the partnership plan: 1 open, 0 with a closure to confirm, 2 closed.']);
  assert.ok(linesOf(deck, venues).includes('Owned | 4 | 2'));
  assert.ok(linesOf(deck, channel).includes('Chair | Head of safeguarding | 15 April 2024'));
  assert.deepEqual(titles(deckOf(told(recordOf({}, { channel: channelOf({ marking: 'OFFICIAL-SENSITIVE' }) }), 'public'), settings)), []);
});

test('a panel of another body is not applicable, with the reason and the body that leads it', () => {
  const deck = deckOf(told(recordOf({}, { channel: { is: 'elsewhere', marking: 'OFFICIAL', reason: 'One panel serves all.', leadBody: 'Vale' } }), 'public'), settings);
  assert.deepEqual(linesOf(deck, channel), ['Not applicable: One panel serves all. Lead body: Vale.']);
});

test('a body without any of these has none of these pages', () => {
  for (const audience of audiences) assert.deepEqual(titles(paperOf(told(recordOf(), audience), settings)), []);
});

test('each of these pages can be exempt, and then a line stands for it', () => {
  for (const [part, title, gone] of [['dip_samples', samples, 'Mere'], ['venues', venues, 'Leased out'], ['channel', channel, 'Head of safeguarding']] as const) {
    const paper = paperOf(told({ ...record, exemptions: [{ part, paragraph: 7, reason: 'reason', openToMembers: false, until: null }] }), settings);
    assert.deepEqual(linesOf(paper, title), ['This part is exempt from publication under paragraph 7 of Part 1 of Schedule 12A to the Local Government Act 1972.']);
    assert.ok(!JSON.stringify(paper).includes(gone), part);
  }
});

test('what was told is kept with a release and read back as it was', async () => {
  const elsewhere = { ...record, channel: { is: 'elsewhere', marking: 'OFFICIAL', reason: null, leadBody: 'Vale' } as const };
  for (const about of [...audiences.map((audience) => told(record, audience)), told(elsewhere, 'public')]) {
    const frozen = freezeTold({ told: about, dated: settings.dated, demonstration: false });
    const back = await readTold(frozen, { edition, lookFile: () => Promise.reject(new Error('no look')) });
    assert.deepEqual(back.told, { ...about, look: noLook });
    assert.equal(freezeTold(back), frozen);
  }
});
