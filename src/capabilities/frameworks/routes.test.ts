import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute, elements, textOf } from '../../../test/client.ts';
import { testSite } from '../../../test/site.ts';
import { buildWorld } from '../../../test/world.ts';
import { indicatorsByLevel, isOurSuggestion } from './rules.ts';

const site = await testSite();
const nobody = await site.as();
const empty = await nobody.get('/frameworks');
const { edition } = await buildWorld(site.store);
const page = await nobody.get(`/frameworks/${edition.short_name}`);
const indicators = edition.benchmarks.flatMap((benchmark) => benchmark.indicators);

test('anyone sees which editions are published, or that none is', async () => {
  assert.match(empty.text, /No edition has been published here yet/);
  const list = await nobody.get('/frameworks');
  assert.equal(list.status, 200);
  assert.match(list.text, /Eight local authority benchmarks For Local authorities First used for 2025\/26/);
  const [link] = elements(list.body, (element) => attribute(element, 'href') === `/frameworks/${edition.short_name}`);
  assert.ok(link);
});

test('an edition shows every indicator once, in its level, with obligation, wording and source', () => {
  assert.equal(page.status, 200);
  for (const { code, text, source } of indicators) {
    const [item, ...more] = elements(page.body, (element) => element.tagName === 'li' && attribute(element, 'id') === code);
    assert.ok(item && more.length === 0, code);
    const shown = textOf(item).replace(/\s+/g, ' ');
    assert.ok(shown.includes(text.en.replace(/\s+/g, ' ')), code);
    assert.match(shown, source.kind === 'none' ? /Our suggestion/ : /Our wording|published this whole sentence/, code);
    assert.match(shown, /Must|Should|Good practice|Obligation not stated/, code);
    if (source.kind !== 'none' && source.url !== undefined) assert.ok(page.body.includes(`href="${source.url.replaceAll('&', '&amp;')}"`), code);
  }
  const grouped = edition.benchmarks.flatMap((benchmark) => indicatorsByLevel(edition, benchmark.indicators).flatMap((group) => group.indicators));
  assert.equal(grouped.length, indicators.length);
});

test('nothing is told as official that is not: the count is of the edition itself, a suggestion is called ours', () => {
  const official = indicators.filter((indicator) => indicator.official).length;
  assert.ok(page.text.includes(`${official} of ${indicators.length} indicators are a whole sentence`));
  const suggested = elements(page.body, (element) => element.tagName === 'li' && /Our suggestion/.test(textOf(element)));
  assert.equal(suggested.length, indicators.filter(isOurSuggestion).length);
  assert.match(page.text, /The toolkit suggests and is not statutory/);
});

test('a level that nobody published is shown as inferred, with the reason', () => {
  assert.match(page.text, /Not met Inferred/);
  assert.match(page.text, /the floor that the other levels imply/);
  assert.doesNotMatch(page.text, /Exceeded Inferred/);
});

test('an edition that is not here is a page that says so', async () => {
  const missing = await nobody.get('/frameworks/local-authority-1999-00');
  assert.equal(missing.status, 404);
  assert.match(missing.text, /No edition called “local-authority-1999-00”/);
  assert.equal((await nobody.get(`/frameworks/${encodeURIComponent("'; drop table edition --")}`)).status, 404);
});
