import type { Outcome, Refusal } from '../../kernel/outcome.ts';
import type { MemberVisit } from '../../platform/route.ts';
import type { Words } from '../../words/index.ts';
import type { Field, FieldRow, KindName, Line } from './rules.ts';

/** Who brings a file in: somebody at the page, or the organisation itself at the command line. */
export type ImportVisit = Pick<MemberVisit, 'tx' | 'words' | 'organisation' | 'today' | 'newId'> & { readonly permit: Pick<MemberVisit['permit'], 'scope'> };

/**
 * What would become of each row, and the doing of it: of what was moved only the rows that somebody takes. False when
 * somebody changed one of the records at that moment: then the transaction must not stand.
 */
export type Planned = { readonly lines: readonly Line[]; readonly apply: (taken: ReadonlySet<number>) => Promise<boolean> };

/** What a capability says of the spreadsheets that it takes; the site hands them in. */
export type SheetKind = {
  readonly name: KindName;
  readonly fields: readonly Field[];
  /** Whether a file is brought in for a quarter. */
  readonly quarterly: boolean;
  readonly plan: (visit: ImportVisit, rows: readonly FieldRow[], quarter: string | null) => Promise<Outcome<Planned>>;
};

/** The cells of a row that cannot be read, and what the row's own rule says against it, each with its field. */
export function reasonsAgainst(words: Words, kind: KindName, row: FieldRow, refusals: readonly Refusal[]): readonly string[] {
  const said = words.imports;
  const faults = [...row.cells].flatMap(([field, cell]) => (typeof cell === 'string' ? [] : [{ field, sentence: said.cellFaults[cell.fault] }]));
  const faulty = new Set(faults.map(({ field }) => field));
  const refused = refusals.filter(({ field }) => !faulty.has(field)).map(({ field, say }) => ({ field, sentence: say(words) }));
  return [...faults, ...refused].map(({ field, sentence }) => said.reason(fieldSaid(words, kind, field), sentence));
}

/** What a field is called. */
export function fieldSaid(words: Words, kind: KindName, field: string): string {
  const names: Readonly<Record<string, string>> = words.imports.kinds[kind].fields;
  return names[field] ?? '';
}
