import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newId } from '../../kernel/id.ts';
import { daysAfter, dayOf, type Day } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { admissions, bookers, checkItems, checksFrom, eventKinds, factsFrom, findings, grounds, questionsOf, triageOf, type FactsForm } from './rules.ts';
import { correctionFrom, type TakenIn } from './rules-corrections.ts';
import { elections, keyFrom, verdictsFor, type KeyForm } from './rules-keys.ts';

const today: Day = dayOf('2026-03-02') ?? assert.fail();
const at = newId();

/** Words that a fair process is blind to: of names, faiths, nationalities and languages. */
const people = ['Mohammed', 'Oliver', 'Siobhan', 'Olumide', 'Agnieszka', 'Priya', 'Moshe', 'Ximena', 'Nguyen', 'Bronwen', 'Yusuf', 'Chidi', 'Fatima', 'Emily', 'Zsófia', 'Łukasz'];
const faiths = ['Muslim', 'Christian', 'Jewish', 'Hindu', 'Sikh', 'Buddhist', 'humanist', 'Quaker', 'Pagan', 'Bahá’í', 'Catholic', 'Rastafarian'];
const nations = ['Somali', 'Polish', 'Pakistani', 'Irish', 'Nigerian', 'Romanian', 'Turkish', 'English', 'Kurdish', 'Welsh', 'Tamil', 'Ukrainian'];
const languages = ['Arabic', 'Urdu', 'Polish', 'Welsh', 'Yiddish', 'Punjabi', 'Farsi', 'British Sign Language', 'French', 'Yoruba', 'Tamil', 'Gaelic'];

const titles = ['Imam', 'Pastor', 'Rabbi', 'Pandit', 'Father', 'Sheikh', 'Bishop', 'Swami', 'Mr', 'Ms', 'Dr'];

const about = fc.record({ title: fc.constantFrom(...titles), named: fc.boolean(), name: fc.constantFrom(...people), faith: fc.constantFrom(...faiths), nation: fc.constantFrom(...nations), language: fc.constantFrom(...languages) })
  ;

type About = typeof about extends fc.Arbitrary<infer One> ? One : never;

const sentence = ({ title, named, name, faith, nation, language }: About) => `The ${faith} ${nation} group of ${named ? `${title} ` : ''}${name} asks for ${language}.`;

const fields = fc.record({
  days: fc.integer({ min: -2, max: 60 }), bookedBy: fc.constantFrom(...bookers, ''), eventKind: fc.constantFrom(...eventKinds, ''), size: fc.constantFrom('', '10', '119', '120', '400'), admission: fc.constantFrom(...admissions, ''),
  hiredBefore: fc.constantFrom('yes', 'no', ''), detailsHeld: fc.constantFrom('yes', 'no'), termsAccepted: fc.constantFrom('yes', 'no'), concern: fc.constantFrom('none', ...grounds), found: fc.constantFrom(...findings, ''),
  verdict: fc.constantFrom(...verdictsFor('hire'), ''), restrictive: fc.constantFrom('yes', 'no', ''), ground: fc.constantFrom(...grounds, ''), election: fc.constantFrom(...elections, ''), written: fc.subarray(['said', 'conditions', 'groundSaid', 'lessRestrictive', 'equality', 'expression', 'reviewRoute'] as const),
});

/** Two bookings that are the same but for the words that somebody writes of whom they concern. */
export const pairs = fc.tuple(fields, about, about).map(([from, one, other]) => [from, sentence(one), sentence({ ...other, named: one.named })] as const);

/** Whether both are asked the same questions, must fill in the same fields, and go the same way. */
export function fairnessOf([fieldsOf, one, other]: typeof pairs extends fc.Arbitrary<infer Pair> ? Pair : never): boolean {
  assert.deepEqual(treated(fieldsOf, one), treated(fieldsOf, other), `${one} ${other}`);
  return true;
}

function treated(from: typeof fields extends fc.Arbitrary<infer One> ? One : never, said: string) {
  // The form is handed more than it has: what a browser or a program sends beside it is read by nothing.
  const form: FactsForm & Readonly<Record<string, unknown>> = { ...from, reference: 'HALL-1001', event: daysAfter(today, from.days), title: said, group: said, notes: said };
  const facts = factsFrom(form, { capacity: 300 }, today);
  const triggers = facts.accepted ? triageOf({ ...facts.value, largeFrom: 120, ...{ notes: said } }) : [];
  const checks = checksFrom(() => ({ found: from.found, said }));
  const text = (name: (typeof from.written)[number]) => (from.written.includes(name) ? said : '');
  const key: KeyForm = {
    verdict: from.verdict, restrictive: from.restrictive, ground: from.ground, election: from.election, said: text('said'), conditions: text('conditions'), groundSaid: text('groundSaid'), lessRestrictive: text('lessRestrictive'),
    equality: text('equality'), expression: text('expression'), reviewRoute: text('reviewRoute'),
  };
  const decided = keyFrom(key, { question: 'hire', today, eventOn: daysAfter(today, 5), policy: { fromDay: today, toDay: null }, checked: true, adviceAnswered: false });
  const taken: TakenIn = { reference: 'HALL-1001', siteId: at, receivedOn: today, eventOn: daysAfter(today, 9), bookedBy: 'charity', eventKind: 'meeting', size: 10, admission: 'open', hiredBefore: true, detailsHeld: true, termsAccepted: true, concern: null };
  const corrected = correctionFrom({ ...form, site: at, reason: text('said') }, taken, { id: at, capacity: 300 }, today);
  const refused = (outcome: typeof facts | typeof checks | typeof decided | typeof corrected) => (outcome.accepted ? 'accepted' : outcome.refusals.map(({ field, say }) => [field, say(en)]));
  return {
    correction: refused(corrected), corrected: corrected.accepted ? [corrected.value.changed, corrected.value.voids, triageOf({ ...corrected.value.facts, largeFrom: 120 }, true)] : [],
    questions: questionsOf(triggers), items: checkItems, triggers, facts: refused(facts), checks: refused(checks), decision: refused(decided),
    goes: decided.accepted ? [decided.value.verdict, decided.value.restrictive, decided.value.safeguards === null] : [],
  };
}
