// Node runs .ts by itself but not .tsx. This hook turns the product's pages into JavaScript as they are
// imported, so that no build step stands between a clone and a running server (docs/decisions/0003-typed-pages.md).
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

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
