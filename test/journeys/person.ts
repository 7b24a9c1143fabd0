// A person at a browser: goes by links, fields and buttons as they read on the page, and never by what stands behind them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

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
export function press(page: Page, name: string | RegExp): Promise<void> {
  return pressIn(page.locator('body'), name);
}

/** The same where the page has several of that name. */
export async function pressIn(part: Locator, name: string | RegExp): Promise<void> {
  const button = part.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  assert.equal(await button.count(), 1, `buttons “${String(name)}” on ${part.page().url()}`);
  await Promise.all([part.page().waitForEvent('domcontentloaded'), button.click()]);
}

/** Follows the first link of this text outside the footer; a link that looks like a button is announced as one. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const [above, named] = [page.locator('body > :not(footer)'), typeof name === 'string' ? { name, exact: true } : { name }];
  const links = above.getByRole('link', named).or(above.locator('a').and(page.getByRole('button', named)));
  assert.ok(await links.count() > 0, `no link “${String(name)}” on ${page.url()}: ${await main(page)}`);
  await Promise.all([page.waitForEvent('domcontentloaded'), links.first().click()]);
}

/** Marks the radio button of this label, or else the one whose label begins so. */
export async function choose(page: Page, label: string): Promise<void> {
  const exact = page.getByRole('main').getByRole('radio', { name: label, exact: true });
  const begins = page.getByRole('main').getByRole('radio', { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?! met|, and)`) });
  await (await exact.count() === 1 ? exact : begins).check();
}

export async function signOut(page: Page): Promise<void> {
  await press(page, 'Sign out');
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0);
}

export function main(page: Page): Promise<string> {
  return page.getByRole('main').innerText();
}

export function heading(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** What a link of a part of the page sends as a file. */
export function download(page: Page, part: string, link: string): Promise<Buffer> {
  return sentBy(page, page.getByRole('region', { name: part }).getByRole('link', { name: link }));
}

/** What the first link of this text sends as a file. */
export function take(page: Page, link: string | RegExp): Promise<Buffer> {
  return sentBy(page, page.getByRole('main').getByRole('link', { name: link }).first());
}

/** What the button of this text sends as a file. */
export function takeByButton(page: Page, button: string): Promise<Buffer> {
  return sentBy(page, page.getByRole('main').getByRole('button', { name: button, exact: true }));
}

async function sentBy(page: Page, link: Locator): Promise<Buffer> {
  const [sent] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await sent.path());
}
