import { LineCounter, isAlias, isNode, isScalar, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import { accept, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Words } from '../../words/index.ts';

export type Says = Words['frameworks']['editionFile'];

/** The way to a field: names and positions, ["benchmarks", 2, "title"]. */
export type Path = readonly PropertyKey[];

export type ReadYaml = {
  readonly data: unknown;
  /** The line of the field at a path, or of the nearest part of the file that would hold it. */
  readonly lineOf: (path: Path) => number | undefined;
};

/** As many faults as one answer tells: enough for one in every indicator of an edition. */
export const mostRefusals = 200;

/** The plain data of a YAML 1.2 (or JSON) text, without what YAML allows and an edition has no use for. */
export function readYaml(text: string): Outcome<ReadYaml> {
  const lines = new LineCounter();
  // The library compares each name of a map with every other: `forbiddenParts` does it in linear time instead.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, stringKeys: true, prettyErrors: false, schema: 'core' });
  const [error] = document.errors;
  if (error) return refuseFile((says) => sentenceFor(error, says.line(lines.linePos(error.pos[0]).line), says));
  if (document.contents === null) return refuseFile((says) => says.empty);
  const refusals = forbiddenParts(document, lines);
  if (refusals.length > 0) return refuse(...refusals.slice(0, mostRefusals));
  return accept({ data: document.toJS(), lineOf: (path) => lineOf(document, path, lines) });
}

/** Refuses the file as a whole. */
export function refuseFile(say: (says: Says) => string): Outcome<never> {
  return refuse({ field: '', say: (words) => say(words.frameworks.editionFile) });
}

function sentenceFor(error: YAMLError, line: string, says: Says): string {
  if (error.code === 'MULTIPLE_DOCS') return says.severalDocuments(line);
  if (error.code === 'NON_STRING_KEY') return says.nameNotText(line);
  return error.code === 'RESOURCE_EXHAUSTION' ? says.tooDeep : says.notYaml(line);
}

/** Aliases (which can unfold without end), tags, and names given twice. */
function forbiddenParts(document: Document, lines: LineCounter): Refusal[] {
  const refusals: Refusal[] = [];
  const refuseNode = (node: unknown, say: (says: Says, line: number) => string) => {
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    refusals.push({ field: '', say: (words) => say(words.frameworks.editionFile, line) });
  };
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || node.anchor) refuseNode(node, (says, line) => says.alias(says.line(line)));
      else if (node.tag) refuseNode(node, (says, line) => says.tag(says.line(line)));
    },
  });
  visit(document, {
    Map: (_, map) => {
      const names = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (names.has(name)) refuseNode(key, (says, line) => says.repeated(says.place(String(name), line)));
        names.add(name);
      }
    },
  });
  return refusals;
}

function lineOf(document: Document, path: Path, lines: LineCounter): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
