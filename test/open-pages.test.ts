// The pages that anyone may read, in a browser: the accessibility rules, and nothing that sticks out sideways.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { loadDemonstration } from '../src/demonstration/load.ts';
import { axeViolations, launchBrowser } from './browser.ts';
import { testSite } from './site.ts';

const paths = ['/', '/will-not-do', '/words', '/accessibility', '/privacy', '/frameworks', '/frameworks/local-authority-2025-26'];

const { app, store } = await testSite({ demonstration: true });
assert.ok(store.owner);
await loadDemonstration(store.database, store.owner, () => undefined);
const address = await app.listen({ host: '127.0.0.1', port: 0 });

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

for (const path of paths) {
  for (const width of [1280, 360]) {
    test(`${path} at ${width} pixels`, { timeout: 60_000 }, async () => {
      const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
      await page.goto(`${address}${path}`);
      assert.deepEqual(await axeViolations(page), []);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, 'nothing sticks out sideways');
      assert.equal(await page.locator('h1').count(), 1);
      assert.deepEqual(complaints, []);
      const folder = process.env['PICTURES_OUT'];
      if (folder) {
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${path.replaceAll('/', '_')}-${width}.png`), fullPage: true });
      }
      await context.close();
    });
  }
}
