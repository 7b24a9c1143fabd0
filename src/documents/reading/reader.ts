import { spawn, type ChildProcess } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { cellFaults, FileRefused, limits, refusedReasons, sheetKinds, type ReadRow, type ReadSheet, type SheetKind } from './workbook.ts';

/** What the reading program may take: MiB of memory, of which V8 for its objects, and milliseconds. */
export const bounds = { resident: 240, heap: 144, time: 20_000, watchEvery: 20 };

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = fileURLToPath(new URL('child.ts', import.meta.url));

const cell = z.union([z.string(), z.strictObject({ fault: z.enum(cellFaults) })]);
const line = z.union([
  z.strictObject({ number: z.int(), cells: z.array(cell).max(limits.columns) }),
  z.strictObject({ name: z.string(), beyond: z.string().optional() }),
  z.strictObject({ refused: z.enum(refusedReasons) }),
  z.strictObject({ end: z.literal(true) }),
]);

let last: Promise<unknown> = Promise.resolve();

/**
 * The sheets of an Excel, OpenDocument or CSV file that somebody sent, read in a process of its own, which may open
 * nothing, is bounded in memory and time, and is ended when it goes beyond. One file at a time.
 * @throws FileRefused with the reason
 */
export function readSheets(path: string, fileName: string): Promise<readonly ReadSheet[]> {
  const answer = last.then(() => readInChild(path, fileName));
  last = answer.catch(() => undefined);
  return answer;
}

async function readInChild(path: string, fileName: string): Promise<readonly ReadSheet[]> {
  const kind = kindOf(fileName);
  if ((await stat(path)).size > limits.fileBytes) throw new FileRefused('too large');
  const child = spawn(process.execPath, [`--max-old-space-size=${bounds.heap}`, '--disable-warning=ExperimentalWarning', '--permission', `--allow-fs-read=${root}`, program, kind], {
    env: {}, stdio: ['pipe', 'pipe', 'ignore'], cwd: root,
  });
  const bound = new Bound(child);
  try {
    if (!child.stdin || !child.stdout) throw new Error('The reading program has no pipes');
    // The program may end before it has read all.
    child.stdin.on('error', () => undefined);
    createReadStream(path).on('error', () => child.kill('SIGKILL')).pipe(child.stdin);
    return await sheetsFrom(createInterface({ input: child.stdout }), bound);
  } finally {
    bound.end();
  }
}

/** By the ending of its name. @throws FileRefused */
export function kindOf(fileName: string): SheetKind {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (/^(xlsm|xltm|xlsb|xlam)$/.test(ending)) throw new FileRefused('macros');
  if (ending === 'xls') throw new FileRefused('old');
  const kind = ending === 'txt' || ending === 'tsv' ? 'csv' : sheetKinds.find((one) => one === ending);
  if (!kind) throw new FileRefused('kind');
  return kind;
}

async function sheetsFrom(lines: AsyncIterable<string>, bound: Bound): Promise<readonly ReadSheet[]> {
  const sheets: (ReadSheet & { rows: ReadRow[] })[] = [];
  let characters = 0;
  for await (const text of lines) {
    characters += text.length;
    if (characters > 3 * limits.characters) throw new FileRefused('too much');
    const read = line.parse(JSON.parse(text));
    if ('refused' in read) throw new FileRefused(read.refused);
    if ('end' in read) return sheets;
    if ('cells' in read) sheets.at(-1)?.rows.push(read);
    else sheets.push({ name: read.name, rows: [], ...(read.beyond === undefined ? {} : { beyond: read.beyond }) });
  }
  // It was ended, or ended itself because its memory was full.
  throw new FileRefused(bound.tookTooLong ? 'too long' : 'expands');
}

/** Ends a process that goes beyond its memory (where the system tells how much it holds) or its time. */
class Bound {
  readonly #child: ChildProcess;
  readonly #timer: NodeJS.Timeout;
  readonly #watch: NodeJS.Timeout;
  tookTooLong = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on('error', () => this.end());
    this.#timer = setTimeout(() => { this.tookTooLong = true; child.kill('SIGKILL'); }, bounds.time);
    this.#watch = setInterval(() => { if (residentOf(child.pid) > bounds.resident) child.kill('SIGKILL'); }, bounds.watchEvery);
  }

  end(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    this.#child.kill('SIGKILL');
  }
}

/** MiB, by proc(5); 0 where there is none. */
function residentOf(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
