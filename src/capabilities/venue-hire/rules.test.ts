import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { dayOf, daysAfter, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { fairnessOf, pairs } from './fairness.fixture.ts';
import { admissions, bookers, checksFrom, decideBy, eventKinds, factsFrom, grounds, questionsOf, referenceFrom, triageOf, triggers, urgencyOf, type FactsForm, type TriageFacts } from './rules.ts';

const on = (text: string): Day => dayOf(text) ?? assert.fail(text);
const today = on('2026-03-02');
const usual: TriageFacts = { size: 40, admission: 'ticketed', hiredBefore: true, detailsHeld: true, termsAccepted: true, concern: null, receivedOn: today, eventOn: on('2026-03-20'), largeFrom: 120 };
const form: FactsForm = { reference: 'HALL-1001', event: on('2026-03-20'), bookedBy: 'charity', eventKind: 'meeting', size: '40', admission: 'ticketed', hiredBefore: 'yes', detailsHeld: 'yes', termsAccepted: 'yes', concern: 'none' };

test('an ordinary booking is asked nothing; each thing that is not ordinary is one stated trigger', () => {
  assert.deepEqual([triageOf(usual), questionsOf([])], [[], []]);
  for (const [facts, found] of [
    [{ detailsHeld: false }, ['details']], [{ termsAccepted: false }, ['terms']], [{ admission: 'open', size: 120 }, ['large']], [{ admission: 'open', size: 119 }, []], [{ admission: 'ticketed', size: 300 }, []],
    [{ admission: 'open', hiredBefore: false }, ['first']], [{ hiredBefore: false }, []], [{ hiredBefore: false, eventOn: on('2026-03-06') }, ['short']], [{ hiredBefore: false, eventOn: on('2026-03-07') }, []], [{ eventOn: today }, []],
    [{ concern: 'disorder' }, ['concern']], [{ concern: 'terms', detailsHeld: false, termsAccepted: false, admission: 'open', size: 200, hiredBefore: false, eventOn: today }, triggers.filter((trigger) => trigger !== 'corrected')],
  ] as const) assert.deepEqual(triageOf({ ...usual, ...facts }), found, JSON.stringify(facts));
  assert.deepEqual(triageOf(usual, true), ['corrected'], 'what a department has decided about goes past no department');
});

test('no rule rests on the kind of hirer or of event', () => {
  for (const bookedBy of bookers) for (const eventKind of eventKinds) {
    const facts = factsFrom({ ...form, bookedBy, eventKind }, { capacity: 300 }, today);
    assert.ok(facts.accepted);
    assert.deepEqual(triageOf({ ...facts.value, largeFrom: 120 }), []);
  }
  assert.ok(!/bookedBy|eventKind/.test(/export function triageOf[\s\S]*?\n}/.exec(readFileSync(new URL('./rules.ts', import.meta.url), 'utf8'))?.[0] ?? 'bookedBy'));
});

test('bookings that differ only in words of name, faith, nationality or language are asked the same and go the same way', () => {
  fc.assert(fc.property(pairs, fairnessOf), { numRuns: 500 });
});

test('a reference is a code of the booking system: no name, no date, no case', () => {
  for (const good of ['HALL-1001', 'b/2026/17', 'VB20260302', '4411']) assert.ok(referenceFrom(good).accepted, good);
  const said = en.venueHire.refusals;
  for (const [bad, sentence] of [
    ['', said.noReference], ['Jo Field', said.referenceIsName], ['O’Neill', said.referenceIsName], ['SMITH', said.referenceIsName], ['12/03/1990', said.referenceIsDate], ['1990-03-12', said.referenceIsDate], ['12031990', said.referenceIsDate],
    ['CASE-1001', said.referenceIsCase], ['PCMT/2026/11', said.referenceIsCase], ['channel-7', said.referenceIsCase], ['REF1001', said.referenceIsCase], ['HALL 1001', said.referenceIsName], [`H${'1'.repeat(30)}`, said.referenceIsName],
  ] as const) {
    const found = referenceFrom(bad);
    assert.deepEqual(found.accepted ? 'accepted' : found.refusals.map(({ say }) => say(en)), [sentence], bad);
  }
});

test('every field of a booking is asked for, and what is wrong has a sentence that helps', () => {
  const empty = factsFrom({ reference: '', event: undefined, bookedBy: '', eventKind: '', size: '', admission: '', hiredBefore: '', detailsHeld: '', termsAccepted: '', concern: '' }, undefined, today);
  assert.deepEqual(empty.accepted ? [] : empty.refusals.map(({ field }) => field), ['reference', 'site', 'event-day', 'booked_by', 'event_kind', 'size', 'admission', 'hired_before', 'details_held', 'terms_accepted', 'concern']);
  const refused = (change: Partial<FactsForm>) => { const facts = factsFrom({ ...form, ...change }, { capacity: 300 }, today); return facts.accepted ? [] : facts.refusals.map(({ say }) => say(en)); };
  assert.deepEqual(refused({ event: on('2026-03-01') }), [en.venueHire.refusals.pastEvent]);
  assert.deepEqual(refused({ event: today }), []);
  assert.deepEqual(refused({ size: '301' }), [en.venueHire.refusals.tooMany(300)]);
  for (const size of ['0', '-3', '3.5', 'many', '9999999']) assert.deepEqual(refused({ size }), [en.venueHire.refusals.noSize], size);
});

test('the checklist asks every item, wants a reason where it is not clear, and takes no name and no date of birth', () => {
  const fill = (found: string, said: string) => { const checks = checksFrom(() => ({ found, said })); return checks.accepted ? checks.value.length : [...new Set(checks.refusals.map(({ say }) => say(en)))]; };
  assert.equal(fill('clear', ''), 7);
  assert.equal(fill('question', 'The publicity names another day.'), 7);
  assert.deepEqual(fill('', ''), [en.venueHire.refusals.noFinding]);
  assert.deepEqual(fill('question', ''), [en.venueHire.refusals.noCheckReason]);
  for (const named of ['Dr Okafor will speak', 'booked by Mrs Jones', 'Imam Yusuf', 'Rev. Green']) assert.deepEqual(fill('clear', named), [en.venueHire.refusals.namesSomebody], named);
  assert.deepEqual(fill('clear', 'seen 12/03/1990'), [en.venueHire.refusals.holdsDate]);
  assert.equal(fill('clear', 'The hall lets to Sir-free events; rev counter'), 7);
});

test('a decision is due in time for the event, and never before the booking came', () => {
  assert.deepEqual([decideBy(today, on('2026-06-01')), decideBy(today, on('2026-03-08')), decideBy(today, on('2026-03-03')), decideBy(today, today)], ['2026-03-12', '2026-03-06', today, today]);
  fc.assert(fc.property(fc.nat(400), (days) => { const event = daysAfter(today, days); const due = decideBy(today, event); return today <= due && due <= event; }));
  const open = { decideBy: on('2026-03-12'), eventOn: on('2026-03-20') };
  assert.deepEqual(['2026-03-02', '2026-03-09', '2026-03-12', '2026-03-13', '2026-03-18', '2026-03-20', '2026-03-21'].map((day) => urgencyOf(open, on(day))), ['in_time', 'soon', 'soon', 'late', 'last_days', 'last_days', 'past']);
});

test('admissions and grounds are closed lists without a belief, a people or a language among them', () => {
  const words = JSON.stringify([admissions, bookers, eventKinds, grounds, en.venueHire.bookers, en.venueHire.eventKinds, en.venueHire.grounds, en.venueHire.triggers, en.venueHire.checkItems]);
  assert.doesNotMatch(words, /faith|relig|belief|ethnic|national|language|muslim|islam|christ|jew|hindu|sikh|mosque|church|race|gender/i);
});
