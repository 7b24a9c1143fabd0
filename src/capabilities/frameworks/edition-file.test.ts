import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { en } from '../../words/index.ts';
import { parseAnyEdition, parseEdition, writtenPath } from './edition-file.ts';
import type { Edition } from './edition.ts';

type Path = readonly (string | number)[];

const shipped = readFileSync(new URL('../../../frameworks/local-authority-2025-26.yaml', import.meta.url), 'utf8');
const statement = readFileSync(new URL('../../../frameworks/channel-statement-2024-25.yaml', import.meta.url), 'utf8');
const trafficLights = readFileSync(new URL('test-editions/traffic-lights.yaml', import.meta.url), 'utf8');

test('the titles of the eight benchmarks are those of the committee slides', () => {
  assert.deepEqual(accepted(shipped).benchmarks.map(({ title }) => title.en), [
    'Multi Agency Partnership Group',
    'Local Risk Assessment',
    'Prevent Partnership Plan',
    'Referral Pathway',
    'Channel Panel',
    'Training Programme',
    'Reducing Permissive Environments',
    'Communication and Engagement',
  ]);
});

test('every benchmark has its indicators, at met (m) and exceeded (x)', () => {
  const expected: [string, number, number][] = [
    ['LA1', 9, 6], ['LA2', 8, 5], ['LA3', 7, 5], ['LA4', 7, 5], ['LA5', 10, 5], ['LA6', 7, 5], ['LA7', 8, 5], ['LA8', 7, 5],
  ];
  const numbered = (code: string, letter: string, count: number) => Array.from({ length: count }, (_, at) => `${code}.${letter}${at + 1}`);
  for (const [at, benchmark] of accepted(shipped).benchmarks.entries()) {
    const [code, met, exceeded] = expected[at] ?? ['', 0, 0];
    assert.equal(benchmark.code, code);
    const codesAt = (level: string) => benchmark.indicators.filter((indicator) => indicator.level === level).map((indicator) => indicator.code);
    assert.deepEqual(codesAt('met'), numbered(code, 'm', met));
    assert.deepEqual(codesAt('exceeded'), numbered(code, 'x', exceeded));
    assert.equal(benchmark.indicators.length, met + exceeded);
  }
});

test('nothing of the shipped edition looks more official than it is', () => {
  const edition = accepted(shipped);
  for (const { code, official, obligation, source } of edition.benchmarks.flatMap(({ indicators }) => indicators)) {
    assert.equal(official, false, `${code} is our wording`);
    if (source.kind === 'none') {
      assert.match(source.note, /^Our suggestion: /, code);
      assert.equal(obligation, 'not_stated', code);
    }
    if (source.kind === 'official') assert.match(source.note ?? '', /^Our wording/, `${code} says that its sentence is not the source's`);
  }
  assert.deepEqual(edition.scale.levels.map(({ code, source }) => [code, source.kind === 'none']), [['not_met', true], ['met', false], ['exceeded', false]]);
});

test('no council is named outside the sources, so that any council can use the edition', () => {
  const texts = JSON.stringify(accepted(shipped), (name, value: unknown) => (name === 'source' ? undefined : value));
  assert.doesNotMatch(texts, /Leicester|Rutland|LCC|2025\/26/);
});

test('another sector with another scale is an edition too', () => {
  const edition = accepted(trafficLights);
  assert.deepEqual(edition.scale.levels.map(({ code }) => code), ['red', 'amber', 'green']);
  assert.deepEqual(parseEdition(JSON.stringify(parse(trafficLights))), parseEdition(trafficLights), 'the same edition as JSON');
});

test('the annual statement of Channel is an edition of its own kind, and none to assess a year against', () => {
  const read = parseAnyEdition(statement);
  assert.ok(read.accepted && read.value.kind === 'channel_statement', read.accepted ? '' : read.refusals.map(({ field, say }) => `${field}: ${say(en)}`).join('\n'));
  assert.deepEqual(refusals(statement).map(({ sentence }) => sentence), [en.frameworks.editionFile.forStatements]);
  for (const area of read.value.areas) {
    assert.equal(area.title_source.kind, 'none', 'no title of an area is known for certain');
    for (const sentence of [area, ...area.options]) assert.equal(sentence.official, false, area.code);
  }
  const faults: [find: string, put: string, field: string][] = [
    ['kind: channel_statement', 'kind: letter', 'kind'], ['kind: channel_statement', 'kind: assessment', 'process_title'], ['number: 2', 'number: 3', 'areas[1].number'], ['code: C1.2,', 'code: C1.1,', 'areas[0].options[1].code'],
    ['code: partly_met,', 'code: met,', 'scale.levels[2].code'], ['official: false, source: {kind: none', 'official: true, source: {kind: none', 'areas[0].options[0].official'], ['areas:', 'benchmarks: []\nareas:', 'benchmarks'],
  ];
  for (const [find, put, field] of faults) {
    const outcome = parseAnyEdition(statement.replace(find, put));
    assert.ok(!outcome.accepted && outcome.refusals.some((one) => one.field === field), `${put}: ${field}`);
  }
});

test('a missing field is refused by its path, every field of the shipped edition', () => {
  const optional = /^scale\.not_applicable$|not_applicable_when$|\.source<(official|secondary|example|finding)>\.(url|note)$/;
  const shapes = fieldsByShape(parse(shipped));
  assert.ok(shapes.size > 60, `only ${shapes.size} kinds of field were found`);
  for (const [shape, paths] of shapes) {
    if (optional.test(shape)) continue;
    const without = JSON.stringify(paths.reduce(removed, parse(shipped)));
    const outcome = parseEdition(without);
    assert.ok(!outcome.accepted, `${shape} may be missing`);
    assert.deepEqual(outcome.refusals.map(({ field }) => field), paths.map(writtenPath), shape);
    for (const { field, say } of outcome.refusals) assert.equal(say(en), `${field} (line 1) is missing. Add it.`);
  }
});

test('an unknown field is refused by its path, in every group of fields', () => {
  const groups = new Map([...fieldsByShape(parse(shipped))].map(([shape, [path]]) => [shape.replace(/\.?\w+$/, ''), path?.slice(0, -1) ?? []]));
  assert.ok(groups.size > 25, `only ${groups.size} groups of fields were found`);
  for (const [group, path] of groups) {
    const unknown = [...path, 'surprise'];
    const found = refusals(JSON.stringify(withValue(parse(shipped), unknown, 1)));
    assert.deepEqual(found.map(({ field }) => field), [writtenPath(unknown)], group);
  }
});

test('an optional field may be missing', () => {
  accepted(JSON.stringify(removed(parse(shipped), ['benchmarks', 4, 'not_applicable_when'])));
  accepted(JSON.stringify(removed(parse(shipped), ['benchmarks', 0, 'indicators', 0, 'source', 'url'])));
  accepted(JSON.stringify(removed(parse(shipped), ['benchmarks', 0, 'indicators', 2, 'source', 'note'])));
});

test('a faulty field is refused by its path and line, with what to do', () => {
  const faults: [find: string, put: string, field: string, sentence: RegExp][] = [
    ['title: {en: "Two invented criteria"', 'titel: {en: "Two"', 'title', /^title .*missing/],
    ['publisher: {en: "Nobody"}', 'publisher: {en: "Nobody"}\nauthor: me', 'author', /^author \(line 7\) is not a field/],
    ['publisher: {en: "Nobody"}', '__proto__: {en: "Nobody"}', '__proto__', /^__proto__ \(line 6\) is not a field/],
    ['year: 2021-22', 'year: 2021-23', 'year', /^year \(line 4\) must be a financial year/],
    ['read_on: 2021-04-01', 'read_on: 2021-04-31', 'source.read_on', /must be a date/],
    ['https://example.org/criteria', 'javascript:alert(1)', 'source.url', /^source\.url \(line 9\) must be a web address/],
    ['https://www.legislation', 'ftp://www.legislation', 'benchmarks[0].indicators[0].source.url', /^benchmarks\[0\]\.indicators\[0\]\.source\.url \(line 47\)/],
    ['{calendar_year}', '{this_year}', 'report.cover_subtitle.en', /only placeholders are/],
    ['It stands first.', 'It stands in {organisation}.', 'benchmarks[0].purpose.en', /curly brackets/],
    ['It stands first.', 'It stands\\0first.', 'benchmarks[0].purpose.en', /control characters/],
    ['It stands first.', '', 'benchmarks[0].purpose.en', /1 to 1,000 characters/],
    ['"It stands first."', '1', 'benchmarks[0].purpose.en', /must be text/],
    ['number: 2', 'number: 2.5', 'benchmarks[1].number', /must be a whole number/],
    ['number: 2', 'number: 3', 'benchmarks[1].number', /must be 2/],
    ['needs_evidence: true', 'needs_evidence: yes', 'scale.levels[2].needs_evidence', /must be true or false/],
    ['aliases: []', 'aliases: {}', 'benchmarks[0].aliases', /must be a list/],
    ['obligation: must', 'obligation: shall', 'benchmarks[0].indicators[0].obligation', /one of: must, should, good_practice, not_stated/],
    ['{kind: official', '{kind: gossip', 'benchmarks[0].indicators[0].source.kind', /one of: none, official, secondary, example, finding/],
    ['level: amber', 'level: met', 'benchmarks[1].indicators[0].level', /Use one of: red, amber, green/],
    ['code: red,', 'code: green,', 'scale.levels[2].code', /a second time/],
    ['code: red,', 'code: not_applicable,', 'scale.levels[0].code', /not a level/],
    ['code: B.1', 'code: A.1', 'benchmarks[1].indicators[0].code', /^benchmarks\[1\]\.indicators\[0\]\.code \(line 56\) uses the code A\.1 a second time/],
    ['code: B\n', 'code: A\n', 'benchmarks[1].code', /a second time/],
    ['    official: false'.trim(), 'continues: A.1\n        official: false', 'benchmarks[1].indicators[0].continues', /like: LA1\.m1 of/],
    ['official: false', 'official: true', 'benchmarks[1].indicators[0].official', /Set it to false/],
    ['obligation: good_practice', 'obligation: should', 'benchmarks[1].indicators[0].obligation', /kind official or secondary/],
    ['    evidence_examples: []', '    not_applicable_when: {en: "Never"}\n    evidence_examples: []', 'benchmarks[0].not_applicable_when', /Add scale\.not_applicable/],
  ];
  for (const [find, put, field, sentence] of faults) {
    assert.ok(trafficLights.includes(find), find);
    const refusal = refusals(trafficLights.replace(find, () => put)).find((candidate) => candidate.field === field);
    assert.ok(refusal, `${put}: nothing is said of ${field}`);
    assert.match(refusal.sentence, sentence);
  }
});

test('a file that is no edition at all is refused in a sentence', () => {
  const bomb = ['a: &a [x, x]', ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [*${'abcdefgh'[at]}, *${'abcdefgh'[at]}]`)].join('\n');
  const files: [string, RegExp][] = [
    ['', /empty/],
    [' \n', /empty/],
    ['# nothing but a comment', /empty/],
    ['just words', /^The file \(line 1\) must be a group of named fields/],
    ['[]', /^The file \(line 1\) must be a group of named fields/],
    ['~', /^The file \(line 1\) must be a group of named fields/],
    ['- &a 1\n'.repeat(200_000), /anchor or alias/],
    ['a: [1', /line 1\. Check the indentation/],
    [`${trafficLights}---\n${trafficLights}`, /second document/],
    [trafficLights.replace('benchmarks:', 'year: 2020-21\nbenchmarks:'), /^year \(line 33\) is there twice/],
    [bomb, /anchor or alias/],
    [trafficLights.replace('year: 2021-22', 'year: !!binary aGk='), /line 4 has a YAML tag/],
    [trafficLights.replace('year: 2021-22', '? [year]\n: 2021-22'), /line 4 holds a field whose name/],
    ['['.repeat(100_000), /too deeply|cannot be read/],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, /too deeply/],
    [`${trafficLights}#${' '.repeat(5_000_000)}`, /larger than 2 MB/],
  ];
  for (const [file, sentence] of files) assert.match(refusals(file)[0]?.sentence ?? '', sentence, file.slice(0, 40));
});

test('whatever a file holds, it is accepted or refused in sentences', () => {
  const paths = [...fieldsByShape(parse(trafficLights)).values()].flat();
  const damaged = fc.tuple(fc.nat(trafficLights.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 20 }))
    .map(([from, length, put]) => trafficLights.slice(0, from) + put + trafficLights.slice(from + length));
  const replaced = fc.tuple(fc.constantFrom(...paths), fc.jsonValue())
    .map(([path, value]) => JSON.stringify(withValue(parse(trafficLights), path, value)));
  fc.assert(fc.property(fc.oneof(damaged, replaced, fc.json(), fc.string({ unit: 'binary' })), (file) => {
    for (const { sentence } of refusals(file)) assert.match(sentence, /\S.*\.$/s);
  }), { numRuns: 400 });
});

function accepted(file: string): Edition {
  const outcome = parseEdition(file);
  assert.ok(outcome.accepted, outcome.accepted ? '' : outcome.refusals.map(({ say }) => say(en)).join('\n'));
  return outcome.value;
}

function refusals(file: string): { field: string; sentence: string }[] {
  const outcome = parseEdition(file);
  return outcome.accepted ? [] : outcome.refusals.map(({ field, say }) => ({ field, sentence: say(en) }));
}

/** Every named field of a file, grouped by what it is: "benchmarks[].indicators[].text" stands at 104 paths. */
function fieldsByShape(file: unknown): Map<string, Path[]> {
  const found = new Map<string, Path[]>();
  const walk = (value: unknown, path: Path, shape: string): void => {
    if (Array.isArray(value)) value.forEach((entry, at) => walk(entry, [...path, at], `${shape}[]`));
    else if (typeof value === 'object' && value !== null) {
      const kind = 'kind' in value ? `<${value.kind}>` : '';
      for (const [name, below] of Object.entries(value)) {
        const shapeBelow = `${shape}${kind}.${name}`.replace(/^\./, '');
        found.set(shapeBelow, [...(found.get(shapeBelow) ?? []), [...path, name]]);
        walk(below, [...path, name], shapeBelow);
      }
    }
  };
  walk(file, [], '');
  return found;
}

function removed(file: unknown, path: Path): unknown {
  return withValue(file, path, undefined);
}

/** A copy of the file with another value at a path; `undefined` takes the field away once it is written as JSON. */
function withValue(file: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(file)) return file.map((entry, at) => (at === step ? withValue(entry, rest, value) : entry));
  assert.ok(typeof file === 'object' && file !== null);
  return { ...file, [step]: withValue(Reflect.get(file, step), rest, value) };
}
