import { Budget, FileRefused, limits, SheetCollector, type ReadCell, type ReadSheet } from './workbook.ts';
import { Attributes, readXml } from './xml.ts';
import type { ZipParts } from './zip.ts';

/** A million columns and rows are the most that programs keep. */
const most = 1_048_576;

type Cell = { readonly attributes: Attributes; readonly repeated: number; paragraphs: string[] };

/** An OpenDocument spreadsheet (ISO/IEC 26300): the sheets that a person sees. No formula is evaluated. @throws FileRefused */
export function readOds(parts: ZipParts): readonly ReadSheet[] {
  if (!(parts.text('mimetype') ?? '').startsWith('application/vnd.oasis.opendocument.spreadsheet')) throw new FileRefused('other kind');
  if (/encryption-data/.test(parts.text('META-INF/manifest.xml') ?? '')) throw new FileRefused('protected');
  if (parts.paths.some((path) => /^(Basic|Scripts)\/.+\.(xml|xba|py|js|bsh)$/i.test(path) && !/script-l[bc]\.xml$|dialog-l[bc]\.xml$/i.test(path))) throw new FileRefused('macros');
  const reader = new ContentReader();
  readXml(parts.text('content.xml') ?? '', reader);
  return reader.sheets;
}

class ContentReader {
  readonly sheets: ReadSheet[] = [];
  readonly #budget = new Budget();
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: SheetCollector | undefined;
  #isHidden = false;
  #row = 0;
  #rowRepeated = 1;
  #column = 0;
  #cells: { column: number; cell: ReadCell }[] = [];
  #cell: Cell | undefined;
  /** Notes and drawings on a cell are no part of what it says. */
  #beside = 0;
  #paragraphs = 0;

  open(name: string, attributes: Attributes): void {
    if (this.#beside > 0 || beside.has(name)) {
      this.#beside += 1;
      return;
    }
    switch (name) {
      case 'style': this.#style = attributes.get('name') ?? ''; break;
      case 'table-properties': if (attributes.get('display') === 'false') this.#hiddenStyles.add(this.#style); break;
      case 'table': this.#begin(attributes); break;
      case 'table-row':
        [this.#row, this.#column, this.#cells] = [this.#row + this.#rowRepeated, 0, []];
        this.#rowRepeated = attributes.count('number-rows-repeated', most);
        break;
      case 'table-cell': case 'covered-table-cell':
        this.#cell = { attributes, repeated: attributes.count('number-columns-repeated', most), paragraphs: [] };
        break;
      case 'p': this.#paragraphs += 1; this.#cell?.paragraphs.push(''); break;
      case 's': this.text(' '.repeat(attributes.count('c', limits.cellCharacters))); break;
      case 'tab': this.text('\t'); break;
      case 'line-break': this.text('\n'); break;
    }
  }

  text(text: string): void {
    const paragraphs = this.#cell?.paragraphs;
    if (this.#beside > 0 || this.#paragraphs === 0 || !paragraphs || paragraphs.length === 0) return;
    const written = paragraphs[paragraphs.length - 1] + text;
    if (written.length > limits.cellCharacters) throw new FileRefused('too much');
    paragraphs[paragraphs.length - 1] = written;
  }

  close(name: string): void {
    if (this.#beside > 0) {
      this.#beside -= 1;
      return;
    }
    switch (name) {
      case 'p': this.#paragraphs -= 1; break;
      case 'table-cell': case 'covered-table-cell': this.#take(); break;
      case 'table-row': this.#finishRow(); break;
      case 'table': if (this.#sheet && !this.#isHidden) this.sheets.push(this.#sheet.finish()); this.#sheet = undefined; break;
    }
  }

  #begin(attributes: Attributes): void {
    if (this.sheets.length === limits.sheets) throw new FileRefused('too much');
    this.#sheet = new SheetCollector(attributes.get('name') ?? '', this.#budget);
    this.#isHidden = this.#hiddenStyles.has(attributes.get('style-name') ?? '');
    [this.#row, this.#rowRepeated] = [0, 1];
  }

  #take(): void {
    if (!this.#cell) return;
    const { attributes, repeated } = this.#cell;
    const cell = valueOf(this.#cell);
    const [rows, columns] = [attributes.count('number-rows-spanned', most), attributes.count('number-columns-spanned', most)];
    if (cell !== '') {
      if (rows > 1 || columns > 1) this.#sheet?.merge({ row: this.#row, column: this.#column + 1, rows, columns });
      // One more than the limit, so that the sheet notes what stands beyond.
      for (let at = 1; at <= repeated && this.#column + at <= limits.columns + 1; at += 1) this.#cells.push({ column: this.#column + at, cell });
      if (this.#column > limits.columns) this.#cells.push({ column: this.#column + 1, cell });
    }
    this.#column += repeated;
    this.#cell = undefined;
  }

  /** An empty row that is repeated to the end of the sheet costs nothing; one that holds something stands for each of its repeats. */
  #finishRow(): void {
    if (this.#cells.length === 0 || this.#isHidden) return;
    if (this.#rowRepeated > limits.rows) throw new FileRefused('too many rows');
    for (let at = 0; at < this.#rowRepeated; at += 1) for (const { column, cell } of this.#cells) this.#sheet?.put(this.#row + at, column, cell);
  }
}

const beside = new Set(['annotation', 'frame', 'custom-shape', 'rect', 'line', 'shapes', 'tracked-changes', 'dde-links', 'detective']);

function valueOf({ attributes, paragraphs }: Cell): ReadCell {
  const shown = paragraphs.join('\n');
  const type = attributes.get('value-type');
  if (/^(#[A-Z/0!?]+[!?]?|Err:\d+)$/.test(shown) && attributes.get('formula') !== undefined) return { fault: 'error' };
  if (type === undefined) return attributes.get('formula') !== undefined && shown === '' ? { fault: 'formula' } : shown;
  switch (type) {
    case 'float': case 'percentage': case 'currency': return numberText(attributes.get('value'), shown);
    case 'date': return (attributes.get('date-value') ?? shown).slice(0, 10);
    case 'boolean': return attributes.get('boolean-value') === 'true' ? 'TRUE' : 'FALSE';
    default: return attributes.get('string-value') ?? shown;
  }
}

function numberText(value: string | undefined, shown: string): string {
  const number = Number(value);
  return value !== undefined && Number.isFinite(number) ? String(number) : shown;
}
