import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const css = readFileSync(new URL('./assets/dueregard.css', import.meta.url), 'utf8');

test('the committed stylesheet is what its source gives', () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../start/stylesheet.mjs', import.meta.url)), '--check'], { stdio: 'pipe' });
});

test('the stylesheet is small, loads no font and does not name the typeface of GOV.UK', () => {
  assert.ok(css.length <= 140_000, `${css.length} bytes`);
  assert.doesNotMatch(css, /@font-face|GDS Transport/);
});
