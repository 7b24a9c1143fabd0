// Writes src/govuk/assets/dueregard.css from src/govuk/stylesheet.scss. With --check it writes nothing and fails
// when the committed file is not what the source gives (docs/decisions/0003-typed-pages.md).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const source = fileURLToPath(new URL('../src/govuk/stylesheet.scss', import.meta.url));
const target = fileURLToPath(new URL('../src/govuk/assets/dueregard.css', import.meta.url));
const govukFrontend = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

const { css } = compile(source, { style: 'compressed', loadPaths: [join(govukFrontend, 'dist')], charset: false });

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== css) {
    console.error('src/govuk/assets/dueregard.css is not what src/govuk/stylesheet.scss gives: run "node start/stylesheet.mjs".');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, css);
  console.log(`${target}: ${Math.round(css.length / 1000)} kB`);
}
