import { outcomeStrip } from '../../documents/picture.ts';
import type { Block, Cell, Column, Section, Tone } from '../../documents/model.ts';
import { inLanguage, type Bilingual } from '../../kernel/text.ts';
import type { Words } from '../../words/index.ts';
import { fillPlaceholders, isOurSuggestion, levelOf, needsEvidence, notApplicable, ratingLabel, type Benchmark, type Edition } from '../frameworks/index.ts';
import type { Result, StatementText } from '../moderation/index.ts';
import type { PartCode } from './paper-text.ts';
import type { Challenged, EvidenceTitle } from './record.ts';
import type { Told } from './rules.ts';

/** What each part is made from. */
export type Making = { readonly told: Told; readonly words: Words; readonly said: Words['reports']['deck']; readonly paper: Words['paper']; readonly fill: (template: Bilingual) => string };

/** The edition's headings with the body and the year in the places that they leave open. */
export function fillerFor({ organisation, year }: Pick<Told, 'organisation' | 'year'>): Making['fill'] {
  return (template) => fillPlaceholders(english(template), { organisation: organisation.name, year });
}

/** What every page says: that it is a draft, that it was made in a demonstration, that the body is invented. */
export function noticeOf({ findings, organisation }: Told, { reports: { deck } }: Words, demonstration: boolean): string {
  return [
    findings.published ? '' : deck.draft,
    demonstration ? deck.demonstration : '',
    organisation.invented ? deck.invented(organisation.name, organisation.kind) : '',
  ].filter((sentence) => sentence !== '').join(' ');
}

/** An edition may give two parts one heading; a slide needs a title of its own. */
export function distinct(sections: readonly Section[]): readonly Section[] {
  const uses = new Map<string, number>();
  return sections.map(({ title, blocks }) => {
    const use = (uses.get(title.toLowerCase()) ?? 0) + 1;
    uses.set(title.toLowerCase(), use);
    return { title: use === 1 ? title : `${title} (${use})`, blocks };
  });
}

export function legalParts({ told: { edition }, said, fill }: Making): Section[] {
  const { report, legal_basis, context, specified_authorities } = edition;
  const quoted = legal_basis.map(({ section, title, paragraphs, source, act }): Block => ({
    kind: 'quotation', heading: `${english(section)} ${english(title)}`,
    items: paragraphs.map(({ number, text }) => ({ label: said.paragraph(number), text: english(text) })),
    source: source.kind === 'none' ? english(act) : source.title,
  }));
  return [
    { title: fill(report.legal_basis_heading), blocks: quoted },
    { title: fill(report.context_heading), blocks: listOf(context.map(({ text }) => english(text))) },
    { title: fill(report.authorities_heading), blocks: listOf(specified_authorities.map(({ text }) => english(text)), true) },
  ];
}

export function summaryPart(making: Making, kind: 'strengths' | 'recommendations'): Section {
  const { told: { edition: { report }, findings, leftOut }, said, fill } = making;
  const leadIn = kind === 'strengths' ? report.strengths_lead_in : report.recommendations_lead_in;
  const statements: readonly StatementText[] = findings[kind];
  const items = [...statements.map(({ text }) => text), ...exemptLines(making, kind)];
  const none = leftOut[kind] === 0 ? [said.none[kind]] : [];
  return {
    title: said.part(fill(report.summary_heading), said[kind]),
    blocks: [
      { kind: 'paragraph', text: fill(leadIn) },
      ...listOf(items.length > 0 ? items : none),
      ...notesOf(leftOut[kind] > 0 ? [said.leftOut[kind](leftOut[kind])] : []),
    ],
  };
}

/** The lines that stand where this audience may not read: one for each thing that is exempt. */
export function exemptLines({ told: { exempt }, paper }: Pick<Making, 'told' | 'paper'>, part: PartCode): string[] {
  return exempt.filter((one) => one.part === part).map(({ paragraph }) => paper.exempt(paragraph));
}

export function outcomePart({ told: { edition, findings, year }, said, fill }: Making): Section {
  const { report, benchmarks } = edition;
  return {
    title: fill(report.benchmarks_heading),
    blocks: [{
      kind: 'table', caption: said.outcomes(year),
      columns: [...benchmarkColumns(edition, said), { title: fill(report.outcome_column) }],
      rows: benchmarks.map((benchmark) => [...benchmarkCells(benchmark), cellOf(edition, findings.outcomes.get(benchmark.code), said.notRecorded)]),
    }],
  };
}

/** The same as a picture, with room for where it comes from. */
export function picturePart({ told: { edition, findings, year }, said, fill }: Making): Section {
  const { origin, letter, checked, outcomes } = findings;
  const tiles = edition.benchmarks.map(({ code, number, title }) => {
    const result = outcomes.get(code);
    return { label: `${number} ${english(title)}`, outcome: labelOf(edition, result) ?? said.notRecorded, tone: toneOf(edition, result) };
  });
  return {
    title: said.part(fill(edition.report.benchmarks_heading), said.glance),
    blocks: [
      outcomeStrip(said.outcomes(year), tiles, 'en-GB'),
      ...notesOf([
        ...edition.benchmarks.flatMap((benchmark) => reasonOf(edition, benchmark, outcomes.get(benchmark.code), said)),
        origin === 'recorded' ? said.recorded : said.transcribed(letter ? said.letter(letter.title) : said.untitledLetter, checked),
        ...inferredLevels(edition, [...outcomes.values()], said),
      ]),
    ],
  };
}

/** Both views of each benchmark side by side; nothing where the body has not rated itself. */
export function ratingPart(making: Making): Section {
  const { told, words, said, fill } = making;
  const { edition, findings, selfRatings, year } = told;
  const { report, benchmarks } = edition;
  const { submitted, byBenchmark } = selfRatings;
  const title = said.part(fill(report.benchmarks_heading), said.selfRatings);
  if (byBenchmark.size === 0) return { title, blocks: notesOf(exemptLines(making, 'self_ratings')) };
  const challenged = [...byBenchmark.values()].some((rating) => rating.challenged);
  const rows = benchmarks.map((benchmark) => [
    ...benchmarkCells(benchmark),
    cellOf(edition, byBenchmark.get(benchmark.code)?.result, said.notStated),
    ...(challenged ? [challengedCell(edition, byBenchmark.get(benchmark.code)?.challenged, said.notChallenged)] : []),
    cellOf(edition, findings.outcomes.get(benchmark.code), said.notRecorded),
  ]);
  return {
    title,
    blocks: [
      { kind: 'table', caption: said.bothViews(year), columns: [...benchmarkColumns(edition, said), { title: said.selfRating }, ...(challenged ? [{ title: words.secondReader.challenge.heading }] : []), { title: fill(report.outcome_column) }], rows },
      ...notesOf([
        ...benchmarks.flatMap((benchmark) => ownReasonOf(told, benchmark, said)),
        ...(submitted ? [] : [said.notSubmitted]),
        ...inferredLevels(edition, [...byBenchmark.values()].map(({ result }) => result), said),
      ]),
    ],
  };
}

/** Why the body itself holds a benchmark to be another's, where what was found does not say the same. */
function ownReasonOf({ edition, findings, selfRatings }: Told, benchmark: Benchmark, said: Making['said']): string[] {
  const own = reasonOf(edition, benchmark, selfRatings.byBenchmark.get(benchmark.code)?.result, said);
  const found = reasonOf(edition, benchmark, findings.outcomes.get(benchmark.code), said);
  return own.filter((reason) => !found.includes(reason));
}

export function narrativePart({ told: { edition, selfRatings }, said, fill }: Making): Section {
  const items = edition.benchmarks.flatMap(({ code, title }) => {
    const narrative = selfRatings.byBenchmark.get(code)?.narrative ?? '';
    return narrative === '' ? [] : [{ label: english(title), text: narrative }];
  });
  return { title: said.part(fill(edition.report.benchmarks_heading), said.narratives), blocks: items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [] };
}

export function evidencePart({ told: { edition, evidence }, said, fill }: Making): Section {
  const rows = evidence.map(({ title, marking, indicatorCodes }) => [title, benchmarksOf(edition, indicatorCodes), marking]);
  const columns = [{ title: said.evidenceTitle, rowHeader: true }, { title: said.concerns }, { title: said.marking }];
  return {
    title: said.part(fill(edition.report.benchmarks_heading), said.evidence),
    blocks: rows.length > 0 ? [{ kind: 'table', caption: said.evidenceCaption, columns, rows }] : [],
  };
}

/** "2, 4": the numbers of the benchmarks whose indicators a piece of evidence stands behind. */
function benchmarksOf(edition: Edition, indicatorCodes: EvidenceTitle['indicatorCodes']): string {
  return edition.benchmarks.filter(({ indicators }) => indicators.some(({ code }) => indicatorCodes.includes(code))).map(({ number }) => number).join(', ');
}

function benchmarkColumns({ report }: Edition, said: Making['said']): Column[] {
  return [{ title: said.number }, { title: english(report.benchmark_column), rowHeader: true }];
}

function benchmarkCells({ number, title }: Benchmark): Cell[] {
  return [String(number), english(title)];
}

function cellOf(edition: Edition, result: Result | undefined, none: string): Cell {
  return { text: labelOf(edition, result) ?? none, tone: toneOf(edition, result) };
}

function challengedCell(edition: Edition, challenged: Challenged | undefined, none: string): Cell {
  if (!challenged) return { text: none, tone: 'neutral' };
  const { levelCode } = challenged;
  return { text: challengedLabel(edition, levelCode), tone: levelCode === null ? 'neutral' : toneOf(edition, { is: 'level', levelCode }) };
}

/** A level of null is "not applicable". */
export function challengedLabel(edition: Edition, levelCode: string | null): string {
  return ratingLabel(edition, levelCode ?? notApplicable, 'en') ?? '';
}

/** "Exceeded", "N/A"; undefined where there is no result. */
export function labelOf(edition: Edition, result: Result | undefined): string | undefined {
  return result && ratingLabel(edition, result.is === 'level' ? result.levelCode : notApplicable, 'en');
}

/** The highest level of the scale stands out, one that needs evidence is good, the lowest is bad; other scales go between. */
export function toneOf(edition: Edition, result: Result | undefined): Tone {
  const { levels } = edition.scale;
  const level = result?.is === 'level' ? levelOf(edition, result.levelCode) : undefined;
  if (!level) return 'neutral';
  if (level === levels.at(-1)) return 'best';
  if (needsEvidence(level)) return 'good';
  return level === levels[0] ? 'bad' : 'warning';
}

function reasonOf(edition: Edition, { number, title }: Benchmark, result: Result | undefined, said: Making['said']): string[] {
  const about = said.resultOf(number, english(title), labelOf(edition, result) ?? '');
  if (result?.is === 'not applicable') return [said.notApplicable(about, result.reason, result.leadBody)];
  return result?.is === 'not applicable, reason not stated' ? [said.reasonNotStated(about)] : [];
}

/** A sentence for each level among the results that nobody published and the others imply. */
function inferredLevels(edition: Edition, results: readonly Result[], said: Making['said']): string[] {
  return edition.scale.levels
    .filter((level) => isOurSuggestion(level) && results.some((result) => result.is === 'level' && result.levelCode === level.code))
    .map(({ label }) => said.inferredLevel(english(label)));
}

function listOf(texts: readonly string[], ordered = false): Block[] {
  return texts.length === 0 ? [] : [{ kind: 'list', ordered, items: texts.map((text) => ({ text })) }];
}

export function notesOf(texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind: 'note', text }));
}

export function english(text: Bilingual): string {
  return inLanguage(text, 'en');
}
