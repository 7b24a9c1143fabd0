import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stackedBars } from './bars.ts';
import { plainDocument } from './document.fixture.ts';
import { faultsOf } from './faults.ts';
import { bitmapOf, sizeOf } from './picture.ts';

const series = [{ name: 'Low', tone: 'good' }, { name: 'High', tone: 'bad' }] as const;

test('bars say each count in words, in the drawing and beside it', async () => {
  const bars = stackedBars('Risks', series, [{ label: 'Q1', counts: [2, 1] }, { label: 'Q2', counts: [0, 3] }], 'en-GB');
  assert.equal(bars.alternative, 'Risks. Q1: Low 2, High 1; Q2: Low 0, High 3.');
  for (const word of ['Low', 'High', 'Q1', 'Q2', '2', '1', '3']) assert.ok(bars.svg.includes(`>${word}</text>`), word);
  assert.ok(!bars.svg.includes('>0</text>'));
  assert.ok((await bitmapOf(bars.svg, 600)).length > 1000);
});

test('boxes lie within the drawing, none over another, and as long as they count', () => {
  const anyBar = fc.record({ label: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), counts: fc.tuple(fc.nat(500), fc.nat(500)) });
  fc.assert(fc.property(fc.array(anyBar, { minLength: 1, maxLength: 12 }), (list) => {
    const bars = stackedBars('Risks', series, list, 'cy-GB');
    const size = sizeOf(bars.svg);
    const boxes = [...bars.svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((match) => match.slice(1).map(Number));
    assert.equal(boxes.length, series.length + list.flatMap(({ counts }) => counts.filter((count) => count > 0)).length);
    for (const [at, [x = 0, y = 0, width = 0, height = 0]] of boxes.entries()) {
      assert.ok(x + width <= size.width && y + height <= size.height, `${x} ${width}`);
      for (const [otherX = 0, otherY = 0, otherWidth = 0, otherHeight = 0] of boxes.slice(at + 1)) assert.ok(x + width <= otherX + 0.2 || otherX + otherWidth <= x + 0.2 || y + height <= otherY || otherY + otherHeight <= y);
    }
    assert.deepEqual(faultsOf({ ...plainDocument, sections: [{ title: 'One', blocks: [bars] }] }), []);
  }));
});
