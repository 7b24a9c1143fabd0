import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { en } from '../../words/index.ts';

const site = await testSite();
const nobody = await site.as();

test('the eight rules stand on their page, each with what holds it today and, where something is missing, “Not yet”', async () => {
  const page = await nobody.get('/will-not-do');
  const { rules } = en.willNotDo;
  assert.equal(rules.length, 8);
  for (const { rule, today, notYet } of rules) for (const text of [rule, today, notYet ?? '']) assert.ok(page.text.includes(text), text);
  assert.equal(page.text.match(/Not yet:/g)?.length, rules.filter(({ notYet }) => notYet !== undefined).length);
});

test('a rule names the files that hold it, and they are there; one without says that it is not there yet', () => {
  for (const { rule, heldBy, notYet } of en.willNotDo.rules) {
    assert.ok(heldBy.length > 0 || notYet !== undefined, rule);
    for (const file of heldBy) assert.ok(existsSync(new URL(`../../../${file}`, import.meta.url)), `${rule}: ${file}`);
  }
});

test('every word stands on its page once', async () => {
  const page = await nobody.get('/words');
  const { entries } = en.glossary;
  assert.equal(new Set(entries.map(({ word }) => word)).size, entries.length);
  for (const { word, means } of entries) assert.ok(page.text.includes(`${word} ${means}`), word);
});

test('two cookies, as the privacy page says, and none for a reader', async () => {
  for (const path of ['/', '/privacy', '/frameworks']) assert.equal((await nobody.get(path)).headers['set-cookie'], undefined, path);
  assert.match((await nobody.get('/privacy')).text, /sets two cookies/);
});

test('the footer of every page leads to the statements', async () => {
  for (const path of ['/will-not-do', '/frameworks', '/words', '/accessibility', '/privacy']) {
    assert.ok((await nobody.get('/')).body.includes(`href="${path}"`), path);
    assert.equal((await nobody.get(path)).status, 200, path);
  }
});
