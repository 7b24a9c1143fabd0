import { leastThreshold } from '../kernel/small-numbers.ts';
import type { Document, Section, Table } from './model.ts';
import { textOf } from './model.ts';

/**
 * The document as it may leave for the public and for members: every count of people below the threshold is hidden, nought
 * among them, which says that there was nobody; so is every total with a hidden part, since the rest would give it away,
 * and every percentage of a hidden count. What is left takes part in no sum with a hidden cell. Restricted readers see all.
 */
export function withoutSmallNumbers(document: Document, threshold: number, hidden: string): Document {
  if (threshold < leastThreshold) throw new Error(`a threshold of ${threshold} is below ${leastThreshold}`);
  if (document.audience === 'restricted') return document;
  const inSection = (section: Section): Section => ({ ...section, blocks: section.blocks.map((block) => (block.kind === 'table' ? inTable(block, threshold, hidden) : block)) });
  return { ...document, sections: document.sections.map(inSection) };
}

function inTable(table: Table, threshold: number, hidden: string): Table {
  const { people } = table;
  if (!people) return table;
  const parts = people.columns.filter((column) => column !== people.totalColumn);
  const last = table.rows.length - 1;
  const isTotalRow = (row: number) => people.totalRow && row === last;
  const small = table.rows.map((row) => row.map((cell, column) => people.columns.includes(column) && !(countIn(textOf(cell)) >= threshold)));
  const at = (row: number, column: number) => small[row]?.[column] ?? false;
  const partHidden = (row: number, column: number) => (isTotalRow(row) && table.rows.some((_, other) => other !== last && at(other, column)))
    || (column === people.totalColumn && parts.some((other) => at(row, other)));
  const bodyTotals = (row: number) => isTotalRow(row) && people.totalColumn !== undefined && table.rows.some((_, other) => parts.some((column) => at(other, column)));
  const isHidden = (row: number, column: number): boolean => {
    const share = people.shares?.[column];
    if (share !== undefined) return isHidden(row, share);
    if (!people.columns.includes(column)) return false;
    return at(row, column) || partHidden(row, column) || (column === people.totalColumn && bodyTotals(row));
  };
  return { ...table, rows: table.rows.map((row, line) => row.map((cell, column) => (isHidden(line, column) ? hidden : cell))) };
}

/** The figure that a cell holds; what is no figure is hidden rather than guessed. */
function countIn(text: string): number {
  return /^\d[\d, ]*$/.test(text.trim()) ? Number(text.replace(/[, ]/g, '')) : Number.NaN;
}
