import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { newId } from '../../kernel/id.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { yearOf } from '../../kernel/year.ts';
import { en } from '../../words/index.ts';
import { parseEdition, type Edition } from '../frameworks/index.ts';
import type { Findings, Result, Statement } from './findings.ts';
import { freeze, frozenText, readPublication, shownOf } from './publication.ts';
import { heldBack, limits, mayCheck, mayPublish, notStated, resultFrom, statementFrom } from './rules.ts';

const edition = shippedEdition();
const codes = edition.benchmarks.map(({ code }) => code);
const [maker, second] = [newId(), newId()];
const letter = { id: newId(), title: 'The letter', datedOn: '2026-02-20' };
const met: Result = { is: 'level', levelCode: 'met' };

function shippedEdition(): Edition {
  const parsed = parseEdition(readFileSync(new URL('../../../frameworks/local-authority-2025-26.yaml', import.meta.url), 'utf8'));
  assert.ok(parsed.accepted);
  return parsed.value;
}

function findings(changes: Partial<Findings> = {}): Findings {
  return {
    id: newId(), assessmentId: newId(), editionId: newId(), version: 3, origin: 'transcribed', letter, writers: [maker], checkedBy: null, checkedAt: null, publishedAt: null,
    outcomes: new Map(codes.map((benchmarkCode) => [benchmarkCode, { benchmarkCode, result: met, version: 1 }])), strengths: [], recommendations: [], ...changes,
  };
}

function sentences(outcome: Outcome<unknown>): string[] {
  return outcome.accepted ? [] : outcome.refusals.map(({ say }) => say(en));
}

test('findings are written by the hand that began them, until they are published', () => {
  const rows = [
    { origin: 'recorded', hand: 'grant', published: false, expected: undefined },
    { origin: 'recorded', hand: 'own', published: false, expected: 'other hand' },
    { origin: 'recorded', hand: 'tree', published: false, expected: 'other hand' },
    { origin: 'transcribed', hand: 'own', published: false, expected: undefined },
    { origin: 'transcribed', hand: 'grant', published: false, expected: 'other hand' },
    { origin: 'transcribed', hand: 'own', published: true, expected: 'published' },
    { origin: 'recorded', hand: 'grant', published: true, expected: 'published' },
  ] as const;
  for (const { origin, hand, published, expected } of rows) {
    assert.equal(heldBack({ origin, publishedAt: published ? new Date(0) : null }, hand), expected, `${origin} by ${hand}, published: ${published}`);
  }
});

test('an outcome is a level of the edition’s own scale', () => {
  const levels = edition.scale.levels.map(({ code }) => code);
  for (const rating of levels) assert.deepEqual(resultFrom(edition, 'recorded', { rating, reason: '', leadBody: '' }), { accepted: true, value: { is: 'level', levelCode: rating } });
  fc.assert(fc.property(fc.string(), (rating) => {
    fc.pre(![...levels, 'not_applicable', notStated].includes(rating));
    const result = resultFrom(edition, 'transcribed', { rating, reason: 'a', leadBody: 'b' });
    assert.deepEqual(sentences(result), [rating === '' ? en.moderation.refusals.noRating : en.moderation.refusals.outsideScale]);
  }));
});

test('not applicable needs its reason and who leads; only a transcription may say that the letter gives none', () => {
  const na = { rating: 'not_applicable', reason: ' The panel is shared.\r\n', leadBody: ' Leicester ' };
  assert.deepEqual(resultFrom(edition, 'recorded', na), { accepted: true, value: { is: 'not applicable', reason: 'The panel is shared.', leadBody: 'Leicester' } });
  assert.deepEqual(sentences(resultFrom(edition, 'recorded', { ...na, reason: ' ', leadBody: '' })), [en.moderation.refusals.noReason, en.moderation.refusals.noLeadBody]);
  assert.deepEqual(resultFrom(edition, 'transcribed', { rating: notStated, reason: '', leadBody: '' }), { accepted: true, value: { is: 'not applicable, reason not stated' } });
  assert.deepEqual(sentences(resultFrom(edition, 'recorded', { rating: notStated, reason: '', leadBody: '' })), [en.moderation.refusals.outsideScale]);
});

test('an edition without "not applicable" takes none', () => {
  const { not_applicable: _, ...scale } = edition.scale;
  for (const rating of ['not_applicable', notStated]) {
    assert.deepEqual(sentences(resultFrom({ ...edition, scale }, 'transcribed', { rating, reason: 'a', leadBody: 'b' })), [en.moderation.refusals.outsideScale]);
  }
});

test('a statement needs a text that can be kept, a marking, and a benchmark of the edition or none', () => {
  const good = { text: ' Track the risk logs.\r\nQuarterly. ', benchmark: 'LA2', marking: 'OFFICIAL' };
  assert.deepEqual(statementFrom(edition, good), { accepted: true, value: { text: 'Track the risk logs.\nQuarterly.', benchmarkCode: 'LA2', marking: 'OFFICIAL' } });
  const said = en.moderation.refusals;
  const rows: readonly (readonly [Partial<typeof good>, string])[] = [
    [{ text: '  ' }, said.noText], [{ text: 'a\0b' }, en.platform.text.strangeCharacters], [{ text: '\ud800' }, en.platform.text.strangeCharacters], [{ text: 'x'.repeat(limits.text + 2) }, en.platform.text.tooLong(limits.text, 2)],
    [{ benchmark: 'LA9' }, said.noSuchBenchmark], [{ marking: 'SECRET' }, said.noMarking],
  ];
  for (const [change, sentence] of rows) assert.deepEqual(sentences(statementFrom(edition, { ...good, ...change })), [sentence]);
  assert.ok(statementFrom(edition, { ...good, text: '🙂'.repeat(limits.text) }).accepted, 'counted as people see them');
});

test('only who wrote no part may check, with the letter there and every outcome stated', () => {
  const said = en.moderation.refusals;
  assert.ok(mayCheck(edition, findings(), second).accepted);
  assert.deepEqual(sentences(mayCheck(edition, findings(), maker)), [said.ownWork]);
  assert.deepEqual(sentences(mayCheck(edition, findings({ writers: [maker, second] }), second)), [said.ownWork]);
  assert.deepEqual(sentences(mayCheck(edition, findings({ letter: undefined }), second)), [said.noLetter]);
  assert.deepEqual(sentences(mayCheck(edition, findings({ checkedBy: second, checkedAt: new Date(0) }), newId())), [said.alreadyChecked]);
});

test('publication names every benchmark without an outcome, and what else is missing', () => {
  const said = en.moderation.refusals;
  fc.assert(fc.property(fc.subarray(codes), fc.boolean(), fc.boolean(), fc.constantFrom('recorded', 'transcribed'), (stated, hasLetter, checked, origin) => {
    const outcomes = new Map(stated.map((benchmarkCode) => [benchmarkCode, { benchmarkCode, result: met, version: 1 }]));
    const result = mayPublish(edition, findings({ origin, outcomes, letter: hasLetter ? letter : undefined, checkedAt: checked ? new Date(0) : null }));
    assert.deepEqual(sentences(result), [
      ...(origin === 'transcribed' && !hasLetter ? [said.noLetter] : []),
      ...edition.benchmarks.filter(({ code }) => !stated.includes(code)).map(({ number, title }) => said.noOutcome(number, title.en)),
      ...(origin === 'transcribed' && !checked ? [said.notChecked] : []),
    ]);
  }));
});

const results = fc.oneof(
  fc.constantFrom<Result>(...edition.scale.levels.map(({ code }): Result => ({ is: 'level', levelCode: code })), { is: 'not applicable, reason not stated' }),
  fc.record({ reason: fc.string({ unit: 'grapheme' }), leadBody: fc.string({ unit: 'grapheme' }) }).map((rest): Result => ({ is: 'not applicable', ...rest })),
);
const statements: fc.Arbitrary<Statement[]> = fc.array(fc.record({
  id: fc.uuid(), benchmarkCode: fc.option(fc.constantFrom(...codes)), text: fc.string({ unit: 'grapheme' }), marking: fc.constantFrom('OFFICIAL', 'OFFICIAL-SENSITIVE'), position: fc.nat(), version: fc.nat(),
}), { maxLength: 4 });

test('what is frozen says all that the findings say, and recommendations never follow from outcomes nor the reverse', () => {
  const year = yearOf('2025-26');
  assert.ok(year);
  const about = { organisation: { id: newId(), shortName: 'county', name: 'County', kind: 'county', invented: true }, year, edition, now: new Date('2026-03-02T10:00:00Z') } as const;
  fc.assert(fc.property(fc.array(results, { minLength: codes.length, maxLength: codes.length }), statements, statements, (stated, strengths, recommendations) => {
    const outcomes = new Map(codes.map((benchmarkCode, at) => [benchmarkCode, { benchmarkCode, result: stated[at] ?? met, version: 1 }]));
    const text = frozenText(freeze(findings({ outcomes, strengths, recommendations }), about));
    assert.equal(text, canonicalJson(JSON.parse(text)), 'canonical');
    const back = shownOf(readPublication(text));
    assert.deepEqual([...back.outcomes], [...outcomes].map(([code, { result }]) => [code, { result }]));
    const kept = (list: readonly Statement[]) => list.map(({ id, benchmarkCode, text: written, marking }) => ({ id, benchmarkCode, text: written, marking }));
    assert.deepEqual([back.strengths, back.recommendations], [kept(strengths), kept(recommendations)]);
    const without = shownOf(freeze(findings({ outcomes, strengths: [], recommendations: [] }), about));
    assert.deepEqual([...without.outcomes], [...back.outcomes], 'the outcomes are the same with and without statements');
  }));
});
