import { inLanguage, type Language } from '../../kernel/text.ts';
import { lastDay, writtenYear, type Year } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import type { AnyEdition, Benchmark, Edition, Indicator, Level, Source, StatementEdition } from './edition.ts';

/** The rating of a benchmark that is another body's to deliver: beside the scale, never a level of it. */
export const notApplicable = 'not_applicable';

/** What a heading may leave open: "Leicestershire", "2025/26", "2026" (the year in which the financial year ends). */
const placeholder = /\{organisation\}|\{year_written\}|\{calendar_year\}/g;

export type ReportSubject = { readonly organisation: string; readonly year: Year };

export function benchmarkOf(edition: Edition, code: string): Benchmark | undefined {
  return edition.benchmarks.find((benchmark) => benchmark.code === code);
}

export function indicatorOf(edition: Edition, code: string): Indicator | undefined {
  for (const benchmark of edition.benchmarks) {
    const found = benchmark.indicators.find((indicator) => indicator.code === code);
    if (found) return found;
  }
  return undefined;
}

/** Whether an edition is for the annual statement of a Channel panel, and not for a year's assessment. */
export function isForStatements(edition: AnyEdition): edition is StatementEdition {
  return edition.kind === 'channel_statement';
}

export function levelOf(edition: Edition, code: string): Level | undefined {
  return edition.scale.levels.find((level) => level.code === code);
}

/** A rating as people read it ("Exceeded", "N/A"), or undefined where the edition has no such rating. */
export function ratingLabel(edition: Edition, rating: string, language: Language): string | undefined {
  const found = rating === notApplicable ? edition.scale.not_applicable : levelOf(edition, rating);
  return found && inLanguage(found.label, language);
}

/** What else a benchmark is called, without names that differ only in capitals and hyphens. */
export function otherNames({ title, aliases }: Pick<Benchmark, 'title' | 'aliases'>): string[] {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return aliases.map(({ en }) => en).filter((name) => plain(name) !== plain(title.en));
}

/** Whether a benchmark may be rated at this level only with evidence. */
export function needsEvidence(level: Level): boolean {
  return level.needs_evidence;
}

/** Our own suggestion: shown as ours, and left out of every output. */
export function isOurSuggestion(statement: { readonly source: Source }): boolean {
  return statement.source.kind === 'none';
}

/** Why a level that nobody published is there all the same: the others imply it. Undefined for a published one. */
export function inferredNote(edition: Edition, levelCode: string): string | undefined {
  const source = levelOf(edition, levelCode)?.source;
  return source?.kind === 'none' ? source.note : undefined;
}

/** What a level asks for beyond those below it: the lowest that has indicators asks, the others add. */
export function indicatorsByLevel(edition: Edition, indicators: readonly Indicator[]) {
  return edition.scale.levels
    .map((level) => ({ level, indicators: indicators.filter((indicator) => indicator.level === level.code) }))
    .filter((group) => group.indicators.length > 0)
    .map((group, at) => ({ ...group, first: at === 0 }));
}

/** A heading of the edition's report, with the organisation and the year in the places that it leaves open. */
export function fillPlaceholders(template: string, about: ReportSubject): string {
  return template.replace(placeholder, (written) => {
    if (written === '{organisation}') return about.organisation;
    return written === '{year_written}' ? writtenYear(about.year) : lastDay(about.year).slice(0, 4);
  });
}

/** Whether every curly bracket of a heading belongs to a placeholder that `fillPlaceholders` knows. */
export function hasOnlyKnownPlaceholders(template: string): boolean {
  return !/[{}]/.test(template.replace(placeholder, ''));
}

/** A fault of an edition whose shape is right: the way to the field, and the sentence about its place. */
export type Inconsistency = {
  readonly path: readonly (string | number)[];
  readonly say: (says: Words['frameworks']['editionFile'], place: string) => string;
};

/** What the shape of an edition cannot say: codes, order, levels, and that nothing looks more official than its source. */
export function inconsistencies(edition: Edition): Inconsistency[] {
  return [
    ...repeatedCodes(edition.scale.levels.map(({ code }, at) => ({ code, path: ['scale', 'levels', at, 'code'] }))),
    ...repeatedCodes(edition.legal_basis.map(({ code }, at) => ({ code, path: ['legal_basis', at, 'code'] }))),
    ...repeatedCodes(codesOfBenchmarks(edition)),
    ...outOfOrder(edition.specified_authorities, 'specified_authorities'),
    ...outOfOrder(edition.benchmarks, 'benchmarks'),
    ...edition.scale.levels.flatMap((level, at) => faultsOfLevel(level, ['scale', 'levels', at])),
    ...edition.benchmarks.flatMap((benchmark, at) => faultsOfBenchmark(benchmark, edition, ['benchmarks', at])),
  ];
}

/** The same of an edition of the annual statement. */
export function statementInconsistencies({ scale, areas }: StatementEdition): Inconsistency[] {
  return [
    ...repeatedCodes(scale.levels.map(({ code }, at) => ({ code, path: ['scale', 'levels', at, 'code'] }))),
    ...repeatedCodes(areas.flatMap(({ code, options }, at) => [
      { code, path: ['areas', at, 'code'] }, ...options.map((option, below) => ({ code: option.code, path: ['areas', at, 'options', below, 'code'] })),
    ])),
    ...outOfOrder(areas, 'areas'),
    ...areas.flatMap((area, at) => [...notOfficial(area, ['areas', at]), ...area.options.flatMap((option, below) => notOfficial(option, ['areas', at, 'options', below]))]),
  ];
}

type Way = Inconsistency['path'];
type CodeAt = { readonly code: string; readonly path: Way };

/** Benchmarks and indicators share one set of codes, so that a code alone names one thing of the edition. */
function codesOfBenchmarks(edition: Edition): CodeAt[] {
  return edition.benchmarks.flatMap((benchmark, at) => [
    { code: benchmark.code, path: ['benchmarks', at, 'code'] },
    ...benchmark.indicators.map(({ code }, below) => ({ code, path: ['benchmarks', at, 'indicators', below, 'code'] })),
  ]);
}

function repeatedCodes(codes: readonly CodeAt[]): Inconsistency[] {
  const seen = new Set<string>();
  return codes.flatMap(({ code, path }) => {
    if (seen.has(code)) return [{ path, say: (says, place) => says.usedTwice(place, code) } satisfies Inconsistency];
    seen.add(code);
    return [];
  });
}

function outOfOrder(entries: readonly { readonly number: number }[], list: string): Inconsistency[] {
  return entries.flatMap(({ number }, at): Inconsistency[] =>
    number === at + 1 ? [] : [{ path: [list, at, 'number'], say: (says, place) => says.outOfOrder(place, at + 1) }]);
}

function faultsOfLevel(level: Level, path: Way): Inconsistency[] {
  return level.code === notApplicable ? [{ path: [...path, 'code'], say: (says, place) => says.reservedLevel(place) }] : [];
}

function faultsOfBenchmark(benchmark: Benchmark, edition: Edition, path: Way): Inconsistency[] {
  const faults = benchmark.indicators.flatMap((indicator, at) => faultsOfIndicator(indicator, edition, [...path, 'indicators', at]));
  if (benchmark.not_applicable_when && !edition.scale.not_applicable) {
    faults.push({ path: [...path, 'not_applicable_when'], say: (says, place) => says.notApplicableUnknown(place) });
  }
  return faults;
}

function faultsOfIndicator(indicator: Indicator, edition: Edition, path: Way): Inconsistency[] {
  const faults = notOfficial(indicator, path);
  const { kind } = indicator.source;
  if (!levelOf(edition, indicator.level)) {
    const levels = edition.scale.levels.map(({ code }) => code).join(', ');
    faults.push({ path: [...path, 'level'], say: (says, place) => says.noSuchLevel(place, levels) });
  }
  const isDuty = indicator.obligation === 'must' || indicator.obligation === 'should';
  if (isDuty && kind !== 'official' && kind !== 'secondary') {
    faults.push({ path: [...path, 'obligation'], say: (says, place) => says.dutyWithoutSource(place) });
  }
  return faults;
}

/** Official is only what an official source published as a whole sentence. */
function notOfficial({ official, source }: { readonly official: boolean; readonly source: Source }, path: Way): Inconsistency[] {
  return official && source.kind !== 'official' ? [{ path: [...path, 'official'], say: (says, place) => says.notOfficial(place) }] : [];
}
