// What people of the examples do again and again in a year.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { choose, follow, main, press, pressIn, takeByButton } from './person.ts';

export type NotOurs = { readonly reason: string; readonly leadBody: string };

/** From any page of a year to the year. */
export async function toYear(page: Page): Promise<void> {
  await page.goto(new URL(page.url()).pathname.replace(/(\/assessments\/[\d-]+).*/, '$1'));
}

/** Answers an indicator, found by its code on its benchmark's page. */
export async function answer(page: Page, code: string, status: string, note: string): Promise<void> {
  await toYear(page);
  await follow(page, new RegExp(`^${code.replace(/^LA(\d+).*$/, '$1')}\\. `));
  await follow(page, `Answer this indicator (${code})`);
  await choose(page, status);
  await page.getByLabel('What was done').fill(note);
  await press(page, 'Save the answer');
  assert.match(await main(page), /Saved\./);
}

/** Fills in the form for a file and sends it. */
export async function addFile(form: Locator, { name, title, press: button }: { readonly name: string; readonly title: string; readonly press: string }): Promise<void> {
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('Loamshire and its districts are invented.\n') });
  await fillDetails(form, title);
  await pressIn(form, button);
}

export async function addLink(page: Page, { url, title }: { readonly url: string; readonly title: string }): Promise<void> {
  const form = page.getByRole('region', { name: 'Add a link' });
  await form.getByLabel('Link', { exact: true }).fill(url);
  await fillDetails(form, title);
  await pressIn(form, 'Add link');
  assert.match(await main(page), new RegExp(`Saved\\.[\\s\\S]*${title}`));
}

async function fillDetails(form: Locator, title: string): Promise<void> {
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('Owner').fill('Prevent lead');
  await fillDay(form, 'Date on the evidence', new Date('2026-03-04'));
  await form.getByLabel('OFFICIAL', { exact: true }).check();
}

/** Fills in the three fields of a day. */
export async function fillDay(form: Locator, legend: string, day: Date): Promise<void> {
  const fields = form.getByRole('group', { name: legend, exact: true });
  for (const [part, value] of [['Day', day.getUTCDate()], ['Month', day.getUTCMonth() + 1], ['Year', day.getUTCFullYear()]] as const) await fields.getByLabel(part).fill(String(value));
}

/** So many days after today, as the product reckons days; before today with a minus. */
export function inDays(count: number): Date {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  return new Date(Date.parse(`${today}T00:00:00Z`) + count * 86_400_000);
}

/** From an indicator: puts what the organisation has already behind it too. */
export async function reuse(page: Page, title: string): Promise<void> {
  await follow(page, 'Add or re-use evidence');
  await page.getByLabel(title).check();
  await press(page, 'Use for this indicator');
  assert.match(await main(page), new RegExp(`Saved\\.[\\s\\S]*${title}`));
}

/** Rates a benchmark; one that is not applicable with its reason and who leads it. */
export async function rate(page: Page, number: number, level: string, narrative: string, notOurs?: NotOurs): Promise<void> {
  await toYear(page);
  await follow(page, new RegExp(`^${number}\\. `));
  await follow(page, 'Rate this benchmark');
  await choose(page, level);
  if (notOurs) {
    await page.getByLabel('Why it is not applicable').fill(notOurs.reason);
    await page.getByLabel('The body that leads it').fill(notOurs.leadBody);
  }
  await page.getByLabel('What the rating rests on').fill(narrative);
  await press(page, 'Save the self-rating');
  assert.match(await main(page), /Saved\./);
}

/** On the findings: states the outcome of a benchmark and comes back to them. */
export async function recordOutcome(page: Page, number: number, level: string, notOurs?: NotOurs): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: String(number), exact: true }) });
  await Promise.all([page.waitForEvent('domcontentloaded'), row.getByRole('link', { name: /^Record / }).click()]);
  await choose(page, level);
  if (notOurs) {
    await page.getByLabel('Why is it not applicable?').fill(notOurs.reason);
    await page.getByLabel('Which body leads instead?').fill(notOurs.leadBody);
  }
  await press(page, 'Save');
  assert.match(await main(page), /Saved\.[\s\S]*What the Home Office found/);
}

/** On the slides and papers of a year: takes a file in a format that has no link of its own. */
export async function takeAs(page: Page, audience: string, format: string): Promise<Buffer> {
  await choose(page, audience);
  await page.getByLabel('Format', { exact: true }).selectOption(format);
  return takeByButton(page, 'Download');
}
