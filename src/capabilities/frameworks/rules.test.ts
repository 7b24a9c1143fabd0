import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { yearOf } from '../../kernel/year.ts';
import { parseEdition } from './edition-file.ts';
import type { Edition } from './edition.ts';
import {
  benchmarkOf, fillPlaceholders, hasOnlyKnownPlaceholders, indicatorOf, isOurSuggestion, levelOf, needsEvidence, notApplicable, ratingLabel,
} from './rules.ts';

const localAuthority = editionIn('../../../frameworks/local-authority-2025-26.yaml');
const trafficLights = editionIn('test-editions/traffic-lights.yaml');

test('a code finds its benchmark, its indicator or nothing', () => {
  assert.equal(benchmarkOf(localAuthority, 'LA7')?.title.en, 'Reducing Permissive Environments');
  assert.equal(benchmarkOf(localAuthority, 'LA9'), undefined);
  assert.equal(indicatorOf(localAuthority, 'LA5.m10')?.source.kind, 'secondary');
  assert.equal(indicatorOf(localAuthority, 'LA5'), undefined);
  assert.equal(indicatorOf(trafficLights, 'LA5.m10'), undefined);
});

test('a rating is written in the language asked for, in English where there is no other', () => {
  const labels: [Edition, string, 'en' | 'cy', string | undefined][] = [
    [localAuthority, 'exceeded', 'en', 'Exceeded'],
    [localAuthority, 'not_met', 'en', 'Not met'],
    [localAuthority, notApplicable, 'en', 'N/A'],
    [localAuthority, 'green', 'en', undefined],
    [trafficLights, 'red', 'cy', 'Coch'],
    [trafficLights, 'amber', 'cy', 'Amber'],
    [trafficLights, notApplicable, 'en', undefined],
  ];
  for (const [edition, rating, language, label] of labels) assert.equal(ratingLabel(edition, rating, language), label, `${rating} in ${language}`);
});

test('the edition says which levels need evidence', () => {
  const needs = ({ scale }: Edition) => scale.levels.filter(needsEvidence).map(({ code }) => code);
  assert.deepEqual(needs(localAuthority), ['met', 'exceeded']);
  assert.deepEqual(needs(trafficLights), ['green']);
  assert.equal(levelOf(localAuthority, notApplicable), undefined, 'not applicable is no level');
});

test('our suggestions are told from what has a source', () => {
  const ours = localAuthority.benchmarks.flatMap(({ indicators }) => indicators).filter(isOurSuggestion).map(({ code }) => code);
  assert.deepEqual(ours, [
    'LA1.x6', 'LA2.m6', 'LA2.m8', 'LA2.x4', 'LA3.m2', 'LA3.m7', 'LA3.x5', 'LA4.m6', 'LA4.x2', 'LA4.x3', 'LA4.x4', 'LA4.x5',
    'LA5.m3', 'LA5.m9', 'LA5.x3', 'LA6.x2', 'LA6.x3', 'LA6.x4', 'LA7.m4', 'LA7.x4', 'LA7.x5', 'LA8.m6', 'LA8.m7', 'LA8.x2', 'LA8.x3', 'LA8.x5',
  ]);
});

test('the headings of the report name the organisation and the year that they are filled for', () => {
  const { report } = localAuthority;
  const first = about('Leicestershire', '2025-26');
  assert.equal(report.cover_lines.map(({ en }) => fillPlaceholders(en, first)).join(' '), 'HOME OFFICE ANNUAL PREVENT DUTY ASSURANCE PROCESS 2025/26');
  assert.equal(fillPlaceholders(report.cover_subtitle.en, first), 'Leicestershire Benchmarking Update 2026');
  assert.equal(fillPlaceholders(report.cover_subtitle.en, about('Rutland', '2029-30')), 'Rutland Benchmarking Update 2030');
  assert.equal(
    fillPlaceholders(report.strengths_lead_in.en, first),
    'Key strengths identified as part of our prevent delivery for financial year 2025/26:',
  );
});

test('a name is put in as it is, whatever it holds', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('$&', '{calendar_year}', '{organisation}')), (name) => {
    assert.equal(fillPlaceholders('{organisation}, {organisation}: {calendar_year}', about(name, '2025-26')), `${name}, ${name}: 2026`);
  }));
});

test('only known placeholders pass', () => {
  const headings: [string, boolean][] = [
    ['No place left open', true], ['{organisation} in {year_written} and {calendar_year}', true],
    ['{council}', false], ['{organisation', false], ['organisation}', false], ['{}', false], ['{{organisation}}', false],
    ['{year_{organisation}written}', false], ['{Organisation}', false],
  ];
  for (const [heading, passes] of headings) assert.equal(hasOnlyKnownPlaceholders(heading), passes, heading);
});

function about(organisation: string, name: string) {
  const year = yearOf(name);
  assert.ok(year);
  return { organisation, year };
}

function editionIn(file: string): Edition {
  const outcome = parseEdition(readFileSync(new URL(file, import.meta.url), 'utf8'));
  assert.ok(outcome.accepted);
  return outcome.value;
}
