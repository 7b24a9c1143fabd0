import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import type { Compared } from './fixtures/compared.ts';
import { forms } from './fixtures/forms.tsx';
import { canonical } from './fixtures/html.ts';
import { leftOut } from './fixtures/left-out.ts';
import { pages } from './fixtures/pages.tsx';

const published = z.object({ fixtures: z.array(z.object({ name: z.string(), options: z.unknown(), html: z.string() })) });
const require = createRequire(import.meta.url);
const components = [...forms, ...pages];

let matched = 0;
let notCovered = 0;

for (const { component, render, notOurs } of components) {
  test(`${component} gives the markup that govuk-frontend publishes`, (t) => {
    const outside: string[] = [];
    for (const { name, options, html } of fixturesOf(component)) {
      const rendered = render(options);
      if (rendered) assert.equal(canonical(renderToString(<>{rendered.ours}</>)), canonical(html, notOurs), name);
      else outside.push(name);
    }
    const reasons = Object.values(leftOut[component] ?? {}).flat();
    assert.deepEqual(outside.toSorted(), reasons.toSorted(), 'every fixture is compared, or left out by name with a reason');
    matched += fixturesOf(component).length - outside.length;
    notCovered += outside.length;
    t.diagnostic(`${fixturesOf(component).length - outside.length} compared, ${outside.length} left out`);
  });
}

test('no fixture goes unnoticed', (t) => {
  t.diagnostic(`${components.length} components, ${matched} fixtures compared, ${notCovered} left out`);
  assert.deepEqual({ components: components.length, matched, notCovered }, { components: 33, matched: 629, notCovered: 30 });
});

test('the comparison sees a lost space, a lost attribute and a moved class, not white space between blocks', () => {
  const differ = (ours: string, theirs: string) => canonical(ours) !== canonical(theirs);
  assert.ok(differ('<a>Change<span>name</span></a>', '<a>Change<span> name</span></a>'));
  assert.ok(differ('<input name="a">', '<input name="a" disabled>'));
  assert.ok(differ('<p class="a"><b>x</b></p>', '<p><b class="a">x</b></p>'));
  assert.ok(differ('<textarea> a</textarea>', '<textarea>a</textarea>'));
  assert.ok(!differ('<div><p class="b a">x</p></div>', '<div>\n  <p class="a b">\n x\n</p></div>'));
});

function fixturesOf(component: Compared['component']) {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return published.parse(JSON.parse(readFileSync(file, 'utf8'))).fixtures;
}
