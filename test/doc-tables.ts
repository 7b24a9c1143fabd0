// The tables of the documentation that the source decides. Written anew by: node start/run.mjs test/doc-tables.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { commands } from '../src/commands/commands.ts';
import type { AccessRule, Role } from '../src/kernel/access.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/database.ts';
import { openFileStore } from '../src/platform/files.ts';
import type { Route } from '../src/platform/route.ts';
import { readSettings, settingsTable } from '../src/settings.ts';
import { siteRoutes } from '../src/site.tsx';
import { en } from '../src/words/index.ts';

/** Every table that is made from the source, by the page that holds it. */
export const docTables: Readonly<Record<string, () => string>> = {
  'docs/access.md': accessTable,
  'docs/commands.md': () => table(['Command', 'What it does'], commands.map(({ name, usage, means }) => [code(`./dueregard ${`${name} ${usage}`.trim()}`), means])),
  'docs/decisions/README.md': decisionTable,
  'docs/running.md': () => table(['Setting', 'Default', 'Meaning'], settingsTable.map((setting) => [code(setting.name), setting.default === '' ? '' : code(setting.default), setting.means])),
  'docs/words.md': () => table(['Word', 'Meaning'], en.glossary.entries.map(({ word, means, notYet }) => [`**${word}**`, notYet ? en.glossary.withNotYet(means) : means])),
};

const begin = '<!-- made by: node start/run.mjs test/doc-tables.ts -->';
const end = '<!-- end -->';

/** A page with its table as the source has it now. */
export function withTable(page: string): string {
  const text = readFileSync(fileOf(page), 'utf8');
  const [before, rest] = text.split(`${begin}\n`);
  const after = rest?.split(`${end}\n`)[1];
  const made = docTables[page];
  if (before === undefined || after === undefined || !made) throw new Error(`${page} has no place for its table`);
  return `${before}${begin}\n\n${made()}\n${end}\n${after}`;
}

/** Every route of a demonstration, which has all that a store for real use has. Nothing is opened to list them. */
export function allRoutes(): readonly Route[] {
  const database = openDatabase({ connection: {} });
  const settings = readSettings({});
  const store = { database, owner: undefined, demonstration: true, evidenceFolder: tmpdir(), databaseLost: Promise.resolve(), close: () => Promise.resolve() };
  return siteRoutes({ store, files: openFileStore(tmpdir(), settings.fileLimitBytes), settings, clock: systemClock });
}

function accessTable(): string {
  const rows = allRoutes().toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
    .map(({ method, path, access }) => [`${method} ${code(path)}`, access.name, whoMay(access)]);
  return table(['Route', 'Rule', 'Who'], rows);
}

/** The records in their order, by the titles that they give themselves. */
function decisionTable(): string {
  const records = readdirSync(fileOf('docs/decisions/')).filter((name) => /^\d{4}-.*\.md$/.test(name)).sort();
  return table(['Record', 'What was decided'], records.map((name) => {
    const title = /^# (?:\d+\.?\s+)?(.+)$/m.exec(readFileSync(fileOf(`docs/decisions/${name}`), 'utf8'))?.[1];
    return [`[${name.slice(0, 4)}](${name})`, title ?? name];
  }));
}

function whoMay(rule: AccessRule): string {
  if (rule.for === 'anyone') return 'anyone';
  if (rule.for === 'signed in') return 'anyone who is signed in';
  const named = (roles: readonly Role[]) => roles.map((role) => en.site.roles[role]).join(', ');
  return (['own', 'tree', 'grant'] as const).flatMap((scope) => { const held = rule[scope]; return held ? [`*${scope}*: ${named(held)}`] : []; }).join('; ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`).join('');
}

const code = (text: string) => `\`${text}\``;
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const fileOf = (page: string) => new URL(`../${page}`, import.meta.url);

if (import.meta.main) for (const page of Object.keys(docTables)) writeFileSync(fileOf(page), withTable(page));
