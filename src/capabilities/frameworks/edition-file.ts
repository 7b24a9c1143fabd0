import type { core } from 'zod';
import { acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { mostRefusals, readYaml, refuseFile, type Path, type ReadYaml, type Says } from './edition-yaml.ts';
import { complaints, editionShape, sourceKinds, type Edition } from './edition.ts';
import { inconsistencies } from './rules.ts';

type Sentence = (says: Says, place: string) => string;

const largestMegabytes = 2;

/**
 * The edition that a file holds, or why it is refused: plain YAML (and so JSON), the shape of `edition.ts`, and what the
 * shape alone cannot say. A refusal's field is the path to it, "benchmarks[2].title"; '' is the file as a whole.
 */
export function parseEdition(text: string): Outcome<Edition> {
  if (Buffer.byteLength(text) > largestMegabytes * 1024 * 1024) return refuseFile((says) => says.tooLarge(largestMegabytes));
  if (text.trim() === '') return refuseFile((says) => says.empty);
  const read = readYaml(text);
  if (!read.accepted) return read;
  const shaped = editionShape.safeParse(read.value.data);
  if (!shaped.success) {
    const refusals = shaped.error.issues.flatMap((issue) => refusalsOf(issue, read.value));
    return refuse(...refusals.slice(0, mostRefusals));
  }
  const refusals = inconsistencies(shaped.data).map(({ path, say }) => refuseAt(path, say, read.value));
  return acceptUnless(refusals.slice(0, mostRefusals), shaped.data);
}

/** A path as people write it: "benchmarks[2].indicators[4].source.url". */
export function writtenPath(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '');
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
