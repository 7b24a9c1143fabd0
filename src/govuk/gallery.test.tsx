import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../../test/browser.ts';
import { gallery } from './fixtures/gallery.tsx';
import { renderPage } from './index.ts';

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'";

const assets: { readonly [path: string]: { readonly file: string; readonly type: string } } = {
  '/assets/dueregard.css': { file: new URL('./assets/dueregard.css', import.meta.url).pathname, type: 'text/css' },
  '/assets/enhance.js': { file: new URL('./assets/enhance.js', import.meta.url).pathname, type: 'text/javascript' },
  '/assets/favicon.svg': { file: new URL('./assets/favicon.svg', import.meta.url).pathname, type: 'image/svg+xml' },
  '/assets/govuk-frontend.min.js': {
    file: createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js'), type: 'text/javascript',
  },
};

const server = createServer((request, response) => {
  const asset = assets[request.url ?? '/'];
  response.writeHead(200, { 'content-type': `${asset?.type ?? 'text/html'}; charset=utf-8`, 'content-security-policy': policy });
  response.end(asset ? readFileSync(asset.file) : renderPage(gallery));
});

let browser: Browser;
let address: string;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  assert.ok(bound && typeof bound === 'object');
  address = `http://127.0.0.1:${bound.port}/`;
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  server.close();
});

for (const width of [1280, 360]) {
  for (const scripts of [true, false]) {
    test(`the gallery at ${width} px with${scripts ? '' : 'out'} scripts is accessible, fits and keeps to the policy`, { timeout: 60_000 }, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      // axe itself needs a browser that runs scripts, so the page's own are emptied instead.
      if (!scripts) await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      const complaints: string[] = [];
      page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(address);
      if (scripts) await page.waitForSelector('body.govuk-frontend-supported');
      await picture(page, `gallery-${width}-${scripts ? 'script' : 'plain'}.png`);

      assert.deepEqual(await axeViolations(page), []);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, 'nothing sticks out sideways');
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}

test('the script brings the components to life and takes tables that fit out of the tab order', { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.waitForSelector('body.govuk-frontend-supported');
  assert.equal(await page.locator('#conditional-rating').isVisible(), false);
  await page.locator('#rating').check();
  assert.equal(await page.locator('#conditional-rating').isVisible(), true);
  assert.match(await page.locator('.govuk-character-count__status').first().innerText(), /200 characters remaining/);
  assert.equal(await page.getByRole('button', { name: 'Show password' }).isVisible(), true);
  const tabStop = (name: string) => page.locator(`.dr-scroll[aria-label="${name}"]`).getAttribute('tabindex');
  assert.equal(await tabStop('Returns, wide'), '0');
  assert.equal(await tabStop('Returns, narrow'), null);
  await page.close();
});

test('a printed page has the content, without the ways around the site', { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'gallery-print.png');
  for (const hidden of ['.govuk-service-navigation', '.govuk-breadcrumbs', '.govuk-button', '.govuk-template__footer']) {
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  }
  for (const shown of ['.dr-banner--invented', '.govuk-table', '.govuk-details__text', '#this']) {
    assert.equal(await page.locator(shown).first().isVisible(), true, shown);
  }
  await page.close();
});

/** Pictures to look at, for whoever sets GALLERY_OUT to a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['GALLERY_OUT'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, name), fullPage: true });
}
