// What the administrator of an organisation looks after, and the tokens that anybody makes for programs.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { choose, follow, main, press } from '../person.ts';
import { county, type Show } from './county.ts';

export async function invitesSomebody(page: Page, show: Show): Promise<void> {
  await page.goto(county);
  await page.goto(`${county}/people`);
  await show(page, 'administrator-people');
  await follow(page, 'Invite somebody');
  await page.getByLabel('Name').fill('Jo Field');
  await page.getByLabel('E-mail address').fill('jo.field@loamshire.example');
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Reader');
  await press(page, 'Make the invitation');
  assert.match(await main(page), /You see this link only now/);
  await show(page, 'administrator-link');
}

export async function looksAtWhatIsKept(page: Page, show: Show): Promise<void> {
  await page.goto(`${county}/kept`);
  assert.match(await main(page), /How long records are kept/);
  await show(page, 'administrator-kept');
}

export async function readsTheEditionThatWaits(page: Page, show: Show): Promise<void> {
  await page.goto('/edition-drafts');
  await follow(page, 'Invented example: benchmarks of 2026/27');
  assert.match(await main(page), /You loaded this edition, so somebody else has to publish it/);
  await show(page, 'administrator-edition');
}

export async function makesAToken(page: Page, show: Show): Promise<void> {
  await page.goto('/account/tokens');
  await page.getByLabel('Name').fill('Performance dashboard');
  await choose(page, 'Read only');
  await page.getByLabel('Days that it works').fill('30');
  await show(page, 'administrator-token');
  await press(page, 'Make a token');
  assert.match(await main(page), /Copy the token now/);
}
