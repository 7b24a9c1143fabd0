import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import { forms } from './fixtures/forms.tsx';
import { canonical } from './fixtures/html.ts';
import { pages } from './fixtures/pages.tsx';

const published = z.object({ fixtures: z.array(z.object({ name: z.string(), options: z.unknown(), html: z.string() })) });
const require = createRequire(import.meta.url);

for (const { component, render, leftOut } of [...forms, ...pages]) {
  const { fixtures } = published.parse(JSON.parse(readFileSync(require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`), 'utf8')));
  for (const { name, options, html } of fixtures) {
    const ours = render(options)?.ours;
    test(`${component}: ${name}`, { skip: ours === undefined }, () => {
      assert.equal(canonical(renderToString(<>{ours}</>)), canonical(html, leftOut));
    });
  }
}
