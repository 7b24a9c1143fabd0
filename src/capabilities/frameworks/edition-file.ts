import type { core } from 'zod';
import { accept, acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { mostRefusals, readYaml, refuseFile, type Path, type ReadYaml, type Says } from './edition-yaml.ts';
import { complaints, editionKinds, editionShape, sourceKinds, statementEditionShape, type AnyEdition, type Edition } from './edition.ts';
import { inconsistencies, isForStatements, statementInconsistencies } from './rules.ts';

type Sentence = (says: Says, place: string) => string;

const largestMegabytes = 2;

/** The edition that a file holds for a year's assessment; one for the annual statement of Channel is refused. */
export function parseEdition(text: string): Outcome<Edition> {
  const parsed = parseAnyEdition(text);
  if (!parsed.accepted) return parsed;
  return isForStatements(parsed.value) ? refuseFile((says) => says.forStatements) : accept(parsed.value);
}

/**
 * The edition that a file holds, of the kind that it names, or why it is refused: plain YAML (and so JSON), a shape of
 * `edition.ts`, and what the shape alone cannot say. A refusal's field is the path to it, "benchmarks[2].title"; '' is the file as a whole.
 */
export function parseAnyEdition(text: string): Outcome<AnyEdition> {
  if (Buffer.byteLength(text) > largestMegabytes * 1024 * 1024) return refuseFile((says) => says.tooLarge(largestMegabytes));
  if (text.trim() === '') return refuseFile((says) => says.empty);
  const read = readYaml(text);
  if (!read.accepted) return read;
  const kind = kindIn(read.value.data);
  if (kind === undefined) return refuse(refuseAt(['kind'], (says, place) => says.notOneOf(place, editionKinds.join(', ')), read.value));
  const shaped = kind === 'channel_statement' ? statementEditionShape.safeParse(read.value.data) : editionShape.safeParse(read.value.data);
  if (!shaped.success) {
    const refusals = shaped.error.issues.flatMap((issue) => refusalsOf(issue, read.value));
    return refuse(...refusals.slice(0, mostRefusals));
  }
  const found = isForStatements(shaped.data) ? statementInconsistencies(shaped.data) : inconsistencies(shaped.data);
  const refusals = found.map(({ path, say }) => refuseAt(path, say, read.value));
  return acceptUnless(refusals.slice(0, mostRefusals), shaped.data);
}

/** A path as people write it: "benchmarks[2].indicators[4].source.url". */
export function writtenPath(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '');
}

/** What kind of edition a file says it is; undefined where it says something else. */
function kindIn(data: unknown) {
  const said: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'kind') : undefined;
  return said === undefined ? editionKinds[0] : editionKinds.find((one) => one === said);
}

/** The refusals of one complaint of the schema: usually one, and one for each unknown name. */
function refusalsOf(issue: core.$ZodIssue, read: ReadYaml): Refusal[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => refuseAt([...issue.path, key], (says, place) => says.unknown(place), read));
  }
  const sentence: Sentence = isMissing(read.data, issue.path) ? (says, place) => says.missing(place) : sentenceFor(issue);
  return [refuseAt(issue.path, sentence, read)];
}

function refuseAt(path: Path, sentence: Sentence, read: ReadYaml): Refusal {
  const field = writtenPath(path);
  return {
    field,
    say: ({ frameworks: { editionFile } }) => sentence(editionFile, editionFile.place(field, read.lineOf(path))),
  };
}

/** A name with nothing after it is as good as absent. */
function isMissing(data: unknown, path: Path): boolean {
  if (path.length === 0) return false;
  let value = data;
  for (const step of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  return value === undefined || value === null;
}

function sentenceFor(issue: core.$ZodIssue): Sentence {
  const complaint = complaints.find((known) => known === issue.message);
  if (complaint) return (says, place) => says.wrong[complaint](place);
  if (issue.code === 'invalid_value') return (says, place) => says.notOneOf(place, issue.values.join(', '));
  if (issue.code === 'invalid_union') return (says, place) => says.notOneOf(place, sourceKinds.join(', '));
  if (issue.code === 'too_small' && issue.origin === 'array') return (says, place) => says.tooFew(place);
  const expected = issue.code === 'invalid_type' ? issue.expected : 'int';
  return (says, place) => says.notA(place, Object.entries(says.kinds).find(([kind]) => kind === expected)?.[1] ?? expected);
}
