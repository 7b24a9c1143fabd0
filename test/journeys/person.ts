// A person at a browser: goes by links, fields and buttons as they read on the page, and never by what stands behind them.
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export type Sitting = { readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] };

/** A browser of somebody's own, which notes what the console complains of. */
export async function sitDown(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Sitting> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' && !isAnswer(message.text())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, complaints };
}

/** The browser itself notes a page that says no, and that is what the test asks for. */
function isAnswer(complaint: string): boolean {
  return /the server responded with a status of 4(03|04|09|22) /.test(complaint);
}

/** Becomes a person of the examples by one press. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.goto('/demonstration');
  await press(page, `Act as ${name}`);
}

/** Presses a button and waits for the page that it leads to. */
export async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  assert.equal(await button.count(), 1, `buttons “${name}” on ${page.url()}`);
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()]);
}

/** Follows the link of this text. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const link = page.getByRole('main').or(page.locator('.govuk-breadcrumbs')).or(page.locator('header')).getByRole('link', typeof name === 'string' ? { name, exact: true } : { name }).first();
  await Promise.all([page.waitForEvent('domcontentloaded'), link.click()]);
}
