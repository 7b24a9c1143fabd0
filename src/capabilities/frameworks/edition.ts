import * as z from 'zod';
import { dayOf, yearOf, type Day, type Year } from '../../kernel/year.ts';
import { readContinues } from './rules-comparing.ts';
import { hasOnlyKnownPlaceholders } from './rules.ts';

/** What can be wrong with a value of the right type. Each is the message of a check below and has a sentence of that name in the words. */
export const complaints = ['line', 'template', 'code', 'shortName', 'address', 'year', 'day', 'continues'] as const;

export type Complaint = (typeof complaints)[number];

const wrong = (complaint: Complaint) => ({ error: complaint });

/** One line of 1 to 1,000 characters. Control characters and lone surrogates would not survive the database or a slide. */
const oneLine = /^(?! )[^\p{Cc}\p{Cs}]{1,1000}(?<! )$/u;

const line = z.string().refine((text) => oneLine.test(text) && !/[{}]/.test(text), wrong('line'));
const text = z.strictObject({ en: line, cy: line.exactOptional() });

const templateLine = z.string().refine((written) => oneLine.test(written) && hasOnlyKnownPlaceholders(written), wrong('template'));
const template = z.strictObject({ en: templateLine, cy: templateLine.exactOptional() });

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, wrong('code'));
const shortName = z.string().regex(/^(?=.{1,60}$)[a-z0-9]+([-_][a-z0-9]+)*$/, wrong('shortName'));
const number = z.int();

const continues = z.string().refine((written) => readContinues(written) !== undefined, wrong('continues'));

const address = z.string().refine((written) => {
  const url = URL.parse(written);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && written.length <= 2000;
}, wrong('address'));

const year = z.string().transform((name, context): Year => {
  const found = yearOf(name);
  if (found) return found;
  context.issues.push({ code: 'custom', message: 'year' satisfies Complaint, input: name });
  return z.NEVER;
});

const day = z.string().transform((name, context): Day => {
  const found = dayOf(name);
  if (found) return found;
  context.issues.push({ code: 'custom', message: 'day' satisfies Complaint, input: name });
  return z.NEVER;
});

export const sourceKinds = ['none', 'official', 'secondary', 'example', 'finding'] as const;

/**
 * Where a statement comes from. *official*: government or statute text; *secondary*: an official expectation as someone
 * else quotes it; *example*: a body does it; *finding*: a review or the Home Office found it present, absent or failing;
 * *none*: our own suggestion, and the note says so.
 */
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(sourceKinds[0]), note: line }),
  z.strictObject({
    kind: z.enum(sourceKinds).exclude(['none']),
    title: line,
    url: address.exactOptional(),
    note: line.exactOptional(),
  }),
]);

const level = z.strictObject({ code: shortName, label: text, needs_evidence: z.boolean(), source });

const indicator = z.strictObject({
  code,
  level: z.string(),
  /** The statutory guidance writes *must* for the law alone and *should* for what is expected. */
  obligation: z.enum(['must', 'should', 'good_practice', 'not_stated']),
  text,
  official: z.boolean(),
  source,
  /** "LA1.m1 of local-authority-2025-26": the indicator of an earlier edition that this one carries on. */
  continues: continues.exactOptional(),
});

const benchmark = z.strictObject({
  code,
  number,
  title: text,
  aliases: z.array(text),
  purpose: text,
  /** Present where the benchmark may be another body's: when that is so, and what is then recorded. */
  not_applicable_when: text.exactOptional(),
  evidence_examples: z.array(text),
  never_store: z.array(text),
  indicators: z.array(indicator).min(1),
});

const provision = z.strictObject({
  code,
  act: text,
  section: text,
  title: text,
  paragraphs: z.array(z.strictObject({ number, text })).min(1),
  source,
});

const report = z.strictObject({
  cover_lines: z.array(template).min(1),
  cover_subtitle: template,
  legal_basis_heading: template,
  context_heading: template,
  authorities_heading: template,
  summary_heading: template,
  strengths_lead_in: template,
  recommendations_lead_in: template,
  benchmarks_heading: template,
  benchmark_column: template,
  outcome_column: template,
});

/** What an edition is for: a year's assessment, or the Channel panel's annual statement. A file that names no kind is of the first. */
export const editionKinds = ['assessment', 'channel_statement'] as const;

export type EditionKind = (typeof editionKinds)[number];

const writtenFrom = z.strictObject({ title: line, url: address, read_on: day, note: line });

/** One published version of a sector's benchmarks, as its file holds it. Nothing in it names one council. */
export const editionShape = z.strictObject({
  kind: z.literal(editionKinds[0]).exactOptional(),
  short_name: shortName,
  sector: shortName,
  /** The first year that the edition is used for. */
  year,
  title: text,
  publisher: text,
  source: writtenFrom,
  process_title: text,
  report,
  scale: z.strictObject({
    /** From the lowest to the highest. */
    levels: z.array(level).min(1),
    not_applicable: z.strictObject({ label: text, source }).exactOptional(),
  }),
  legal_basis: z.array(provision),
  context: z.array(z.strictObject({ text, source })),
  specified_authorities: z.array(z.strictObject({ number, text })),
  /** None where a year's headings are not known for certain: then the edition is its scale alone, and no assessment is opened against it. */
  benchmarks: z.array(benchmark),
});

/** An area of control: the standard that a body states, and what can be looked at to tell to what extent it is met. */
const area = z.strictObject({
  code,
  number,
  title: text,
  /** Of kind *none* where the title is ours. */
  title_source: source,
  standard: text,
  official: z.boolean(),
  source,
  options: z.array(z.strictObject({ code, text, official: z.boolean(), source })).min(1),
});

/** One version of the Channel panel's annual statement. */
export const statementEditionShape = z.strictObject({
  kind: z.literal(editionKinds[1]),
  short_name: shortName,
  sector: shortName,
  year,
  title: text,
  publisher: text,
  source: writtenFrom,
  /** To what extent a standard is met, from the lowest to the highest. */
  scale: z.strictObject({ levels: z.array(z.strictObject({ code: shortName, label: text, source })).min(1) }),
  areas: z.array(area).min(1),
});

export type Edition = z.infer<typeof editionShape>;
export type StatementEdition = z.infer<typeof statementEditionShape>;
export type AnyEdition = Edition | StatementEdition;
export type ControlArea = StatementEdition['areas'][number];
export type Benchmark = Edition['benchmarks'][number];
export type Indicator = Benchmark['indicators'][number];
export type Level = Edition['scale']['levels'][number];
export type Source = Indicator['source'];
export type Obligation = Indicator['obligation'];
