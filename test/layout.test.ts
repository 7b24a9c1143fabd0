import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The capabilities, each of which may use those before it. DESIGN: docs/architecture.md. */
const capabilities = ['history', 'organisations', 'accounts', 'frameworks', 'evidence', 'look', 'imports', 'assessment', 'together', 'moderation', 'recommendations', 'action-plan', 'years', 'committees', 'risk-log', 'dip-sampling', 'venue-hire', 'channel', 'oversight', 'reports', 'publishing', 'reminders', 'about'];

/** What each part of the house may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel', 'words'],
  words: ['words', 'kernel'],
  govuk: ['govuk'],
  documents: ['documents', 'kernel', 'words'],
  platform: ['platform', 'kernel', 'words', 'settings'],
  settings: ['platform', 'words'],
  capabilities: ['capabilities', 'platform', 'govuk', 'documents', 'kernel', 'words'],
  demonstration: ['demonstration', 'capabilities', 'platform', 'kernel', 'words'],
  chrome: ['govuk', 'platform', 'kernel', 'words'],
  site: ['chrome', 'demonstration', 'capabilities', 'platform', 'kernel', 'words', 'settings'],
  commands: ['commands', 'site', 'demonstration', 'capabilities', 'platform', 'documents', 'kernel', 'words', 'settings'],
  main: ['commands', 'platform', 'words', 'settings'],
};

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name)).map((name) => join('src', name));
const texts = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports: readonly Import[] = [...texts].flatMap(([from, text]) => importsOf(from, text));

function importsOf(from: string, text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  return [...statements].map((statement) => ({ from, typeOnly: statement[1] !== undefined, to: targetOf(from, statement[2] ?? '') }));
}

function targetOf(from: string, specifier: string): string {
  return specifier.startsWith('.') ? relative(root, resolve(root, dirname(from), specifier)) : specifier;
}

/** "src/platform/web.ts" is of platform, "src/site.tsx" of site. */
const partOf = (file: string) => file.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';
const capabilityOf = (file: string) => (partOf(file) === 'capabilities' ? file.split('/')[2] : undefined);
const isOurs = (target: string) => target.startsWith('src/');
const written = ({ from, to }: Import) => `${from} imports ${to}`;

test('each part of the house imports only what stands below it', () => {
  const wrong = imports.filter(({ from, to }) => isOurs(to) && !mayImport[partOf(from)]?.includes(partOf(to)));
  assert.deepEqual(wrong.map(written), []);
});

test('a capability reaches another through its index alone, and only one before it', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [user, used] = [capabilityOf(from), capabilityOf(to)];
    if (user === undefined || used === undefined || user === used) return false;
    return !/\/index\.ts$/.test(to) || capabilities.indexOf(used) > capabilities.indexOf(user) || capabilities.indexOf(used) === -1;
  });
  assert.deepEqual(wrong.map(written), []);
});

test('what puts capabilities together also reaches them through their index', () => {
  const wrong = imports.filter(({ from, to }) => capabilityOf(to) !== undefined && capabilityOf(from) === undefined && !/\/(index|cli|routes)\.tsx?$/.test(to));
  assert.deepEqual(wrong.map(written), []);
});

test('every capability is in the list', () => {
  assert.deepEqual(readdirSync(join(root, 'src/capabilities')).sort(), [...capabilities].sort());
});

test('rules import no package, read no clock, touch no database', () => {
  for (const [file, text] of texts) {
    if (!/\/rules[^/]*\.ts$/.test(file) && partOf(file) !== 'kernel') continue;
    for (const { to, typeOnly } of importsOf(file, text)) {
      const allowed = isOurs(to) || typeOnly || (partOf(file) === 'kernel' && to === 'node:crypto');
      assert.ok(allowed && !(to.startsWith('src/platform') && !typeOnly), `${file} imports ${to}`);
    }
    if (/\/rules/.test(file)) assert.ok(!/new Date\(\)|Date\.now|process\./.test(text), `${file} reads the world`);
  }
});

test('only a store names tables, and pages never reach a store', () => {
  for (const [file, text] of texts) {
    if (capabilityOf(file) === undefined) continue;
    const isStore = /\/(store|sessions|[a-z-]+-store|audit-trail)\.ts$/.test(file);
    if (!isStore) assert.ok(!/\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text), `${file} holds SQL`);
    if (file.includes('/pages/')) {
      for (const { to, typeOnly } of importsOf(file, text)) assert.ok(typeOnly || !/store\.ts$/.test(to), `${file} imports ${to}`);
    }
  }
});

test('there is no room without a name, no file over 300 lines, no loose type', () => {
  for (const [file, text] of texts) {
    assert.ok(!/(^|\/)(utils?|helpers?|common|services?|types)(\/|\.)/.test(file), file);
    assert.ok(text.split('\n').length <= 300, `${file} has ${text.split('\n').length} lines`);
    assert.ok(!/[:<,(]\s*any\b|\bas any\b|@ts-(ignore|expect-error|nocheck)/.test(text), `${file} is loosely typed`);
    assert.ok(!/\b(TODO|FIXME|XXX|HACK)\b/.test(text), `${file} is unfinished`);
  }
});

test('markup as text is written in the components and the documents alone', () => {
  for (const [file, text] of texts) if (!['govuk', 'documents'].includes(partOf(file))) assert.ok(!text.includes('dangerouslySetInnerHTML'), file);
});

test('no file imports itself by a circle', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) if (!typeOnly && isOurs(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    assert.ok(!trail.includes(file), `a circle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
});
