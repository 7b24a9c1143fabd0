// Node runs .ts by itself but not .tsx. This hook turns the product's pages into JavaScript as they are imported, so that
// no build step stands between a clone and a running server (docs/decisions/0003-typed-pages.md). What was turned or
// compiled once is kept beside the packages, by content: a later start, and each file of the tests, costs half as much.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kept = fileURLToPath(new URL('../node_modules/.cache/dueregard', import.meta.url));
const packages = createRequire(import.meta.url);
const { version } = packages('esbuild/package.json');

let pruned = false;

enableCompileCache(join(kept, 'compiled'));

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const text = readFileSync(file, 'utf8');
    const name = join(kept, 'pages', createHash('sha256').update(`${version}\n${file}\n${text}`).digest('hex'));
    return { format: 'module', source: read(name) ?? keep(name, turned(text, file)), shortCircuit: true };
  },
});

function read(name) {
  try { return readFileSync(name, 'utf8'); } catch { return undefined; }
}

function turned(text, sourcefile) {
  return packages('esbuild').transformSync(text, {
    loader: 'tsx', format: 'esm', target: 'node24', jsx: 'automatic', jsxImportSource: 'preact', sourcefile, sourcemap: 'inline',
  }).code;
}

/** Under another name first, so that nobody reads half of it. Where nothing can be kept, each start turns the pages anew. */
function keep(name, code) {
  try {
    mkdirSync(join(kept, 'pages'), { recursive: true });
    writeFileSync(`${name}.${process.pid}`, code);
    renameSync(`${name}.${process.pid}`, name);
    prune();
  } catch { /* A folder that cannot be written is no fault. */ }
  return code;
}

/** Where a page is new, others have been replaced: what was kept a month ago goes, once a start. What is still wanted of it is turned again. */
function prune() {
  if (pruned) return;
  pruned = true;
  const [folder, monthAgo] = [join(kept, 'pages'), Date.now() - 30 * 86_400_000];
  for (const name of readdirSync(folder)) if (statSync(join(folder, name)).mtimeMs < monthAgo) rmSync(join(folder, name), { force: true });
}
