import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { withPalette } from './palette.ts';

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

test('a picture in a palette of its own is smaller, and a browser shows nearly the same', async () => {
  const page = await browser.newPage({ viewport: { width: 301, height: 203 } });
  await page.setContent('<h1 style="color: #0b0c0c">What was submitted</h1><p style="background: #1d70b8; color: white">Submitted</p>');
  const taken = await page.screenshot();
  const small = withPalette(taken);
  assert.ok(small.length < taken.length * 0.8, `${small.length} of ${taken.length}`);
  const source = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`;
  const furthest = await page.evaluate(`(async () => {
    const pixels = await Promise.all(${JSON.stringify([source(taken), source(small)])}.map(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }));
    return pixels[0].length === 301 * 203 * 4 ? pixels[0].reduce((most, part, at) => Math.max(most, Math.abs(part - pixels[1][at])), 0) : 'another size';
  })()`);
  assert.ok(typeof furthest === 'number' && furthest < 40, String(furthest));
});
