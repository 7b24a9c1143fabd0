import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { carriesWhite, contrast, nearestCarryingWhite, white } from './colours.ts';
import { plainDocument } from './document.fixture.ts';
import { faultsOf } from './faults.ts';
import { drawnLogo, fitted } from './logo.ts';
import { bitmapOf } from './picture.ts';

const plain = readFileSync(new URL('../../demo/loamshire-logo.svg', import.meta.url));
const drawing = (inner: string, root = 'viewBox="0 0 20 10"') => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${inner}<rect width="9" height="9"/></svg>`);

test('a plain drawing and a picture become a PNG of ours, the same each time', async () => {
  for (const file of [plain, await bitmapOf(plain.toString(), 300), drawing('', 'width="20mm" height="10mm"')]) {
    const [drawn, again] = [await drawnLogo(file), await drawnLogo(file)];
    assert.ok(drawn.unfit === undefined);
    assert.deepEqual(drawn, again);
    assert.ok(drawn.width <= 960 && drawn.height <= 360 && (drawn.width === 960 || drawn.height === 360), `${drawn.width} x ${drawn.height}`);
    assert.deepEqual(faultsOf({ ...plainDocument, logo: { ...drawn, alternative: 'A logo' } }), []);
  }
});

test('what is no plain logo is refused by its reason', async () => {
  const png = await bitmapOf(plain.toString(), 100);
  const huge = Buffer.from(png);
  huge.writeUInt32BE(40_000, 16);
  for (const [file, reason] of [
    [Buffer.from('GIF89a'), 'unknown'], [Buffer.from('<html></html>'), 'unknown'], [png.subarray(0, 20), 'damaged'], [huge, 'tooLarge'],
    [Buffer.concat([png.subarray(0, 40), Buffer.alloc(50)]), 'empty'], [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>'), 'empty'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect'), 'damaged'], [drawing('', ''), 'damaged'],
    [drawing('<script>alert(1)</script>'), 'notPlain'], [drawing('<rect onload="alert(1)"/>'), 'notPlain'], [drawing('<image xlink:href="file:///etc/passwd"/>'), 'notPlain'],
    [drawing('<a href="https://example.com"></a>'), 'notPlain'], [drawing('<use xlink:href="#a"/>'), 'notPlain'], [drawing('<rect fill="url(https://example.com/x)"/>'), 'notPlain'],
    [drawing('<style>@import "x"</style>'), 'notPlain'], [Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 9 9"></svg>'), 'unknown'],
  ] as const) assert.deepEqual(await drawnLogo(file), { unfit: reason }, file.toString('latin1').slice(0, 120));
});

test('a gradient of its own may stay in a drawing', async () => {
  assert.ok('png' in await drawnLogo(drawing('<linearGradient id="a"/><linearGradient id="b" xlink:href="#a"/><rect fill="url(#b)"/>')));
});

test('a logo keeps its shape within its space', () => {
  const side = fc.integer({ min: 1, max: 4000 });
  fc.assert(fc.property(side, side, (width, height) => {
    const size = fitted({ width, height }, { width: 180, height: 58 });
    assert.ok(size.width <= 180.001 && size.height <= 58.001);
    assert.ok(Math.abs(size.width / size.height - width / height) < 0.001 * (width / height));
  }));
});

test('the nearest shade carries white, is the colour itself where that does, and is never lighter', () => {
  const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(anyColour, (colour) => {
    const near = nearestCarryingWhite(colour);
    assert.ok(contrast(near, white) >= 4.5 && contrast(near, white) >= contrast(colour, white));
    if (carriesWhite(colour)) assert.equal(near, colour);
    else assert.ok(contrast(near, white) < 5, `${colour} became ${near}, much darker than it must be`);
  }));
});

test('a document with a logo that is no bitmap is refused', () => {
  const logo = { png: 'iVBORw0KGgoAAAAN', width: 10, height: 10, alternative: 'A logo' };
  assert.deepEqual(faultsOf({ ...plainDocument, logo }), []);
  for (const wrong of [{ png: '"/><script>' }, { png: 'R0lGODlh' }, { width: 0 }, { height: 1.5 }]) assert.equal(faultsOf({ ...plainDocument, logo: { ...logo, ...wrong } })[0]?.problem, 'has a logo that is no PNG of a size');
  assert.equal(faultsOf({ ...plainDocument, logo: { ...logo, alternative: ' ' } })[0]?.problem, 'has a logo without alternative text');
});
