// What the second reader does: somebody who wrote none of it.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { choose, follow, main, press } from '../person.ts';
import { county, firstYear, parts, secondYear, texts, type Show } from './county.ts';

export async function comments(page: Page): Promise<void> {
  await page.goto(`${firstYear}/indicators/${parts.handedOut}`);
  await follow(page, 'Comment on this, or see who does it');
  await page.getByLabel('Your comment').fill('How many residents answered?');
  await press(page, 'Add the comment');
  assert.match(await main(page), /How many residents answered\?/);
}

export async function challengesARating(page: Page, show: Show): Promise<void> {
  await page.goto(`${firstYear}/benchmarks/LA8`);
  await follow(page, 'Challenge this rating');
  await choose(page, 'Not met');
  await page.getByLabel('Why').fill('The survey is the only evidence of the year.');
  await show(page, 'second-reader-challenge');
  await press(page, 'Record the challenged rating');
  assert.match(await main(page), /Waits for an answer/);
}

export async function signsOff(page: Page, year: string, show?: Show): Promise<void> {
  await page.goto(`${year}/submission`);
  await page.getByLabel('I wrote none of this assessment.').check();
  await show?.(page, 'second-reader-sign-off');
  await press(page, 'Sign off');
  assert.match(await main(page), /Signed off by Loamshire second reader/);
}

export async function confirmsTheClosure(page: Page): Promise<void> {
  await page.goto(`${county}/recommendations`);
  await follow(page, texts.done);
  await press(page, 'Confirm that it is closed');
  assert.match(await main(page), /State\s+Closed/);
}

export async function confirmsTheAmendment(page: Page): Promise<void> {
  await page.goto(`${firstYear}/amendments`);
  await press(page, /^Confirm the amendment/);
  assert.match(await main(page), /Written by Loamshire Prevent lead, confirmed by Loamshire second reader/);
}

export async function confirmsTheReopening(page: Page, show: Show): Promise<void> {
  await page.goto(`${secondYear}/reopening`);
  await show(page, 'second-reader-reopening');
  await press(page, 'Re-open the assessment');
  assert.match(await main(page), /The assessment has been re-opened/);
}
