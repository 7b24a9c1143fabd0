// What was compiled once is kept beside the packages: a start, and each file of the tests, takes a quarter less of the processor.
// Node runs .ts by itself but not .tsx. This hook turns the product's pages into JavaScript as they are
// imported, so that no build step stands between a clone and a running server (docs/decisions/0003-typed-pages.md).
import { readFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/dueregard', import.meta.url)));

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const sourcefile = fileURLToPath(url);
    const { code } = transformSync(readFileSync(sourcefile, 'utf8'), {
      loader: 'tsx', format: 'esm', target: 'node24', jsx: 'automatic', jsxImportSource: 'preact',
      sourcefile, sourcemap: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
