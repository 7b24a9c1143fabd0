import { Budget, FileRefused, SheetCollector, type ReadSheet } from './workbook.ts';

const separators = [',', ';', '\t', '|'] as const;

/**
 * A table of text: its encoding by its mark or its bytes (UTF-8, UTF-16, else Windows-1252), its separator by its first
 * lines, its quotes by RFC 4180. The apostrophe that our own tables set before a formula goes again. @throws FileRefused
 */
export function readCsv(bytes: Buffer): readonly ReadSheet[] {
  const text = decodedText(bytes);
  if (text.includes('\0') || /^(PK\u0003\u0004|%PDF|\{\\rtf|<)/.test(text.trimStart())) throw new FileRefused('other kind');
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const sheet = new SheetCollector('', new Budget());
  readFields(body, told?.[1] ?? separatorOf(body), (row, column, field) => sheet.put(row + (told ? 1 : 0), column, field.replace(/^'(?='*[=+\-@\t\r\0＝＋－＠])/, '')));
  return [sheet.finish()];
}

function decodedText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes.subarray(0, 400);
  const zeros = (from: number) => start.filter((byte, at) => at % 2 === from && byte === 0).length;
  if (zeros(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that cuts the first lines into the most fields, as many in each line as can be. */
function separatorOf(text: string): string {
  const start = text.slice(0, 20_000);
  const scores = separators.map((separator) => {
    const widths = new Map<number, number>();
    readFields(start, separator, (row, column) => { if (row <= 20) widths.set(row, Math.max(column, widths.get(row) ?? 0)); });
    const all = [...widths.values()];
    const common = Math.max(0, ...all.map((width) => (width > 1 ? all.filter((other) => other === width).length * 1000 + width : 0)));
    return { separator, common };
  });
  return scores.reduce((best, one) => (one.common > best.common ? one : best)).separator;
}

function readFields(text: string, separator: string, take: (row: number, column: number, field: string) => void): void {
  const plain = new RegExp(`[^${separator.replace(/[\\\]^-]/g, '\\$&')}\\r\\n]*`, 'y');
  let [row, column] = [1, 1];
  for (let at = 0; at < text.length;) {
    let field: string;
    if (text[at] === '"') [field, at] = quoted(text, at + 1);
    else field = '';
    plain.lastIndex = at;
    field += plain.exec(text)?.[0] ?? '';
    at = plain.lastIndex;
    take(row, column, field);
    if (text[at] === separator) {
      [at, column] = [at + 1, column + 1];
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      [row, column] = [row + 1, 1];
    }
  }
}

/** What stands between quotes, two of which inside are one, and where it ends. */
function quoted(text: string, from: number): [string, number] {
  const parts: string[] = [];
  for (let at = from; ;) {
    const end = text.indexOf('"', at);
    if (end === -1) return [parts.join('') + text.slice(at), text.length];
    parts.push(text.slice(at, end));
    if (text[end + 1] !== '"') return [parts.join(''), end + 1];
    parts.push('"');
    at = end + 2;
  }
}
