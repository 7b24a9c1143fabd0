import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultsOf } from './faults.ts';
import { plainDocument } from './document.fixture.ts';
import { bitmapOf, outcomeStrip, sizeOf } from './picture.ts';

const tones = ['best', 'good', 'warning', 'bad', 'neutral'] as const;

test('a strip says every result in words, in the drawing and beside it', () => {
  const strip = outcomeStrip('Outcomes', [{ label: 'Training', outcome: 'Met', tone: 'good' }, { label: 'Channel & panel', outcome: 'N/A', tone: 'neutral' }], 'en-GB');
  assert.equal(strip.alternative, 'Outcomes. Training: Met; Channel & panel: N/A.');
  assert.match(strip.svg, /<title>Outcomes<\/title><desc>Outcomes\. Training: Met; Channel &amp; panel: N\/A\.<\/desc>/);
  for (const word of ['Training', 'Met', 'Channel &amp; panel', 'N/A']) assert.ok(strip.svg.includes(`>${word}</text>`), word);
});

test('tiles lie within the drawing, none over another, whatever they say', () => {
  const anyTile = fc.record({ label: fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), outcome: fc.string({ maxLength: 40 }), tone: fc.constantFrom(...tones) });
  fc.assert(fc.property(fc.array(anyTile, { minLength: 1, maxLength: 20 }), (tiles) => {
    const strip = outcomeStrip('Outcomes', tiles, 'cy-GB');
    const size = sizeOf(strip.svg);
    const rects = [...strip.svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((match) => match.slice(1).map(Number));
    const papers = rects.filter(([, , width = 0]) => width > 6);
    assert.equal(papers.length, tiles.length);
    for (const [index, [x = 0, y = 0, width = 0, height = 0]] of papers.entries()) {
      assert.ok(x + width <= size.width + 0.1 && y + height <= size.height + 0.1);
      for (const [otherX = 0, otherY = 0, otherWidth = 0, otherHeight = 0] of papers.slice(index + 1)) {
        assert.ok(x + width <= otherX || otherX + otherWidth <= x || y + height <= otherY || otherY + otherHeight <= y);
      }
    }
    assert.deepEqual(faultsOf({ ...plainDocument, sections: [{ title: 'One', blocks: [strip] }] }), []);
  }));
});

test('the bitmap has the width asked for and is not blank', async () => {
  const strip = outcomeStrip('Outcomes', [{ label: 'Training', outcome: 'Met', tone: 'good' }], 'en-GB');
  const empty = strip.svg.replace(/<text.*<\/text>/, '');
  const [drawn, without] = [await bitmapOf(strip.svg, 600), await bitmapOf(empty, 600)];
  assert.equal(drawn.readUInt32BE(16), 600);
  assert.ok(drawn.length > without.length + 500, 'the text is drawn');
});
