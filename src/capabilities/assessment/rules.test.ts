import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, type Day } from '../../kernel/year.ts';
import { parseEdition, type Edition } from '../frameworks/index.ts';
import { answerStatuses, lacksOf, limits, readAnswer, readRating, stateOf, type Lack, type Standing, type Verdict } from './rules.ts';

const authority = editionIn('../../../frameworks/local-authority-2025-26.yaml');
const lights = editionIn('../frameworks/test-editions/traffic-lights.yaml');
const today = day('2026-03-02');

function editionIn(file: string): Edition {
  const edition = parseEdition(readFileSync(new URL(file, import.meta.url), 'utf8'));
  assert.ok(edition.accepted);
  return edition.value;
}

function day(text: string): Day {
  const found = dayOf(text);
  assert.ok(found);
  return found;
}

const fieldsOf = (outcome: ReturnType<typeof readAnswer> | ReturnType<typeof readRating>) => (outcome.accepted ? [] : outcome.refusals.map(({ field }) => field));

test('an answer needs one of four words, and a note that can be kept', () => {
  const rows: [status: string, note: string, refused: string[]][] = [
    ['yes', '', []], ['partly', 'Four meetings.\nMinutes kept.', []], ['no', 'x'.repeat(limits.note), []], ['not_applicable', '😀'.repeat(limits.note), []],
    ['', '', ['status']], ['maybe', '', ['status']], ['YES', '', ['status']], ['yes', 'x'.repeat(limits.note + 1), ['note']], ['yes', 'a\0b', ['note']],
    ['yes', 'a\u0007b', ['note']], ['yes', 'a lone \ud800', ['note']], ['constructor', 'a\0b', ['status', 'note']],
  ];
  for (const [status, note, refused] of rows) assert.deepEqual(fieldsOf(readAnswer({ status, note })), refused, `${status}, ${note.slice(0, 20)}`);
});

test('a note is kept with plain line ends and no space around it', () => {
  const read = readAnswer({ status: 'yes', note: ' \r\nOne.\r\nTwo.\rThree.\t \n' });
  assert.deepEqual(read, { accepted: true, value: { status: 'yes', note: 'One.\nTwo.\nThree.' } });
});

test('a rating is on the scale of its edition, or not applicable with its reason and lead body', () => {
  const rows: [edition: Edition, rating: string, reason: string, leadBody: string, refused: string[]][] = [
    [authority, 'met', '', '', []], [authority, 'not_met', '', '', []], [authority, 'not_applicable', 'Led elsewhere', 'The city', []],
    [authority, '', '', '', ['rating']], [authority, 'green', '', '', ['rating']], [authority, 'Met', '', '', ['rating']],
    [authority, 'not_applicable', '', '', ['reason', 'lead_body']], [authority, 'not_applicable', ' \n ', 'The city', ['reason']], [authority, 'not_applicable', 'Led elsewhere', '\t', ['lead_body']],
    [authority, 'not_applicable', 'x'.repeat(limits.reason + 1), 'y'.repeat(limits.leadBody + 1), ['reason', 'lead_body']], [authority, 'not_applicable', 'a\0', 'b\0', ['reason', 'lead_body']],
    [lights, 'amber', '', '', []], [lights, 'met', '', '', ['rating']], [lights, 'not_applicable', 'Led elsewhere', 'The city', ['rating']],
  ];
  for (const [edition, rating, reason, lead_body, refused] of rows) {
    assert.deepEqual(fieldsOf(readRating(edition, { rating, reason, lead_body, narrative: '' })), refused, `${edition.short_name}: ${rating}`);
  }
  assert.deepEqual(fieldsOf(readRating(authority, { rating: '', reason: '', lead_body: '', narrative: 'x'.repeat(limits.narrative + 1) })), ['rating', 'narrative']);
});

test('whatever is sent, an accepted "not applicable" says why and who leads, and an accepted level is of the scale', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('', ' ', '\r\n', '\0'));
  const rating = fc.oneof(fc.constantFrom('met', 'not_met', 'not_applicable', 'amber', '__proto__'), fc.string({ maxLength: 5 }));
  fc.assert(fc.property(fc.constantFrom(authority, lights), rating, text, text, text, (edition, chosen, reason, lead_body, narrative) => {
    const read = readRating(edition, { rating: chosen, reason, lead_body, narrative });
    if (!read.accepted) return;
    const { verdict } = read.value;
    if (verdict.is === 'level') assert.ok(edition.scale.levels.some(({ code }) => code === verdict.levelCode));
    else for (const said of [verdict.reason, verdict.leadBody]) assert.match(said, /^\S([^\0]*\S)?$/u);
  }));
});

const level = (levelCode: string): { verdict: Verdict } => ({ verdict: { is: 'level', levelCode } });
const written = (lacks: readonly Lack[]) => lacks.map((lack) => `${lack.is}: ${'indicator' in lack ? lack.indicator.code : lack.benchmark.code}`);
/** Every benchmark of the authority edition at its floor, so that one of them can be looked at alone. */
const floor = new Map(authority.benchmarks.map(({ code }) => [code, level('not_met')]));

test('what a submission lacks is named, benchmark by benchmark and indicator by indicator', () => {
  const proof = (expiresOn: string | null, ...indicatorCodes: string[]) => ({ indicatorCodes, expiresOn });
  const rows: [what: string, rated: string, answers: Record<string, 'yes' | 'partly' | 'no'>, evidence: Standing['evidence'], lacks: string[]][] = [
    ['the floor needs nothing', 'not_met', {}, [], []],
    ['Met rests on an indicator of Met', 'met', {}, [], ['nothing in place: LA1']],
    ['a no is not in place', 'met', { 'LA1.m1': 'no' }, [], ['nothing in place: LA1']],
    ['an indicator above the rating does not carry it', 'met', { 'LA1.x1': 'yes' }, [proof(null, 'LA1.x1')], ['nothing in place: LA1']],
    ['each that is in place needs evidence', 'met', { 'LA1.m1': 'yes', 'LA1.m2': 'partly' }, [proof(null, 'LA1.m1')], ['no evidence: LA1.m2']],
    ['evidence holds through its last day', 'met', { 'LA1.m1': 'yes' }, [proof('2026-03-02', 'LA1.m1')], []],
    ['and no longer', 'met', { 'LA1.m1': 'yes' }, [proof('2026-03-01', 'LA1.m1')], ['evidence expired: LA1.m1']],
    ['one current piece is enough', 'met', { 'LA1.m1': 'yes' }, [proof('2026-03-01', 'LA1.m1'), proof(null, 'LA1.m1', 'LA1.m2')], []],
    ['Exceeded rests on Met too', 'exceeded', { 'LA1.x1': 'yes' }, [proof(null, 'LA1.x1')], ['nothing in place: LA1']],
    ['Exceeded needs evidence of what it adds', 'exceeded', { 'LA1.m1': 'yes', 'LA1.x1': 'partly' }, [proof(null, 'LA1.m1')], ['no evidence: LA1.x1']],
  ];
  for (const [what, rated, answers, evidence, lacks] of rows) {
    const said = new Map(Object.entries(answers).map(([code, status]) => [code, { status }]));
    assert.deepEqual(written(lacksOf(authority, { answers: said, ratings: new Map([...floor, ['LA1', level(rated)]]), evidence }, today)), lacks, what);
  }
  assert.deepEqual(written(lacksOf(authority, { answers: new Map(), ratings: new Map(), evidence: [] }, today)), authority.benchmarks.map(({ code }) => `not rated: ${code}`));
});

test('a benchmark without indicators of the level that needs evidence rests on those below it', () => {
  const ratings = new Map([['A', level('red')], ['B', level('green')]]);
  assert.deepEqual(written(lacksOf(lights, { answers: new Map(), ratings, evidence: [] }, today)), ['nothing in place: B']);
  const answers = new Map([['B.1', { status: 'yes' as const }]]);
  assert.deepEqual(written(lacksOf(lights, { answers, ratings, evidence: [] }, today)), ['no evidence: B.1']);
  assert.deepEqual(lacksOf(lights, { answers, ratings, evidence: [{ indicatorCodes: ['B.1'], expiresOn: null }] }, today), []);
});

/** Editions of other shapes: one to four levels that need evidence or not, benchmarks with indicators at any of them. */
const anyEdition = fc.tuple(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }))
  .map(([needs, heights]): Edition => {
    const [model] = authority.benchmarks;
    const [indicator] = model?.indicators ?? [];
    const [first] = authority.scale.levels;
    assert.ok(model && indicator && first);
    return {
      ...authority,
      scale: { ...authority.scale, levels: needs.map((needs_evidence, at) => ({ ...first, code: `l${at}`, needs_evidence })) },
      benchmarks: heights.map((levels, at) => ({
        ...model, code: `B${at}`, number: at + 1, indicators: levels.map((height, below) => ({ ...indicator, code: `B${at}.${below}`, level: `l${height % needs.length}` })),
      })),
    };
  });

const anyStanding = anyEdition.chain((edition) => {
  const codes = edition.benchmarks.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const verdict = fc.oneof(
    fc.constantFrom(...edition.scale.levels.map(({ code }): Verdict => ({ is: 'level', levelCode: code }))),
    fc.constant<Verdict>({ is: 'not applicable', reason: 'Led elsewhere', leadBody: 'The city' }),
  );
  const standing: fc.Arbitrary<Standing> = fc.record({
    answers: fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...answerStatuses).map((status) => ({ status })))).map((list) => new Map(list)),
    ratings: fc.array(fc.tuple(fc.constantFrom(...edition.benchmarks.map(({ code }) => code)), fc.record({ verdict })), { minLength: 1, maxLength: 5 }).map((list) => new Map(list)),
    evidence: fc.array(fc.record({ indicatorCodes: fc.subarray(codes), expiresOn: fc.constantFrom(null, '2026-03-01', '2026-03-02') }), { maxLength: 3 }),
  });
  return fc.tuple(fc.constant(edition), standing);
});

test('what lacks nothing is rated throughout, and no level that needs evidence stands without evidence that holds', () => {
  let complete = 0;
  fc.assert(fc.property(anyStanding, ([edition, standing]) => {
    if (lacksOf(edition, standing, today).length > 0) return;
    complete += 1;
    const holding = standing.evidence.filter(({ expiresOn }) => expiresOn !== '2026-03-01').flatMap(({ indicatorCodes }) => indicatorCodes);
    for (const { code, indicators } of edition.benchmarks) {
      const verdict = standing.ratings.get(code)?.verdict;
      assert.ok(verdict, 'every benchmark is rated');
      if (verdict.is === 'not applicable') continue;
      const rated = edition.scale.levels.find((one) => one.code === verdict.levelCode);
      const proven = indicators.filter((one) => /yes|partly/.test(standing.answers.get(one.code)?.status ?? '') && holding.includes(one.code));
      assert.ok(!rated?.needs_evidence || proven.length > 0, `${code} is rated ${verdict.levelCode} with nothing behind it`);
    }
  }), { numRuns: 3000 });
  assert.ok(complete > 300, `only ${complete} of 3,000 were complete: the property would say little`);
});

test('a benchmark is not started, under way or rated', () => {
  const [benchmark] = authority.benchmarks;
  assert.ok(benchmark);
  const answers = new Map([['LA1.m1', { status: 'no' as const }]]);
  assert.equal(stateOf(benchmark, { answers: new Map(), ratings: new Map() }), 'not started');
  assert.equal(stateOf(benchmark, { answers, ratings: new Map() }), 'under way');
  assert.equal(stateOf(benchmark, { answers, ratings: new Map([['LA1', level('met')]]) }), 'rated');
});
