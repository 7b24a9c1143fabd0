// What a colleague who answers part of the assessment does, and what a partner does who was asked.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { choose, follow, main, press } from '../person.ts';
import { addFile } from '../steps.ts';
import { firstYear, parts, secondYear, texts, type Show } from './county.ts';

/** With scripts the words are kept while they are typed: the writer leaves without saving, comes back, and they are there. */
export async function typesLeavesAndFindsItsWordsAgain(page: Page, show: Show): Promise<void> {
  await begins(page, show);
  await choose(page, 'Partly');
  await page.getByLabel('What was done').pressSequentially(texts.draft);
  await page.getByText(/^Draft saved at /).waitFor();
  await page.goto('/home');
  await page.goto(`${firstYear}/indicators/${parts.handedOut}`);
  assert.match(await main(page), /This is your draft of .* nobody else sees it/);
  assert.equal(await page.getByLabel('What was done').inputValue(), texts.draft);
  assert.ok(await page.getByLabel('Partly').isChecked());
  await show(page, 'writer-draft');
  await press(page, 'Save the answer');
  assert.match(await main(page), /Saved\./);
  assert.doesNotMatch(await main(page), /This is your draft/);
}

/** Without scripts it is the same form, and the button saves it. */
export async function typesAndSaves(page: Page, show: Show): Promise<void> {
  await begins(page, show);
  await choose(page, 'Partly');
  await page.getByLabel('What was done').fill(texts.draft);
  await press(page, 'Save the answer');
  assert.match(await main(page), /Saved\./);
}

async function begins(page: Page, show: Show): Promise<void> {
  await page.goto('/home');
  await show(page, 'writer-home');
  await follow(page, new RegExp(`^${parts.handedOut} \\(2025/26\\), due`));
  await follow(page, 'Back to what this is about');
}

export async function addsEvidence(page: Page, show: Show): Promise<void> {
  await follow(page, 'Add or re-use evidence');
  await show(page, 'writer-evidence');
  await addFile(page.getByRole('region', { name: 'Add a file' }), { name: 'survey.txt', title: texts.evidence, press: 'Add file' });
  assert.match(await main(page), new RegExp(`Saved\\.[\\s\\S]*${texts.evidence}`));
}

export async function mendsWhatWasReturned(page: Page, show: Show): Promise<void> {
  await page.goto('/home');
  await follow(page, `${parts.handedOut} (2025/26), returned for rework`);
  const said = await main(page);
  assert.match(said, /Say how many residents answered[\s\S]*Loamshire second reader/);
  await show(page, 'writer-returned');
  await follow(page, 'Back to what this is about');
  await choose(page, 'Yes');
  await page.getByLabel('What was done').fill(texts.mended);
  await press(page, 'Save the answer');
  await follow(page, 'Comment on this, or see who does it');
  await press(page, 'Hand in again');
  assert.match(await main(page), /Handed in again by Loamshire community safety officer/);
}

/** Two people answer the same indicator: the second is told, is shown both texts, and makes one of them. */
export async function writesAtTheSameTime(page: Page, other: Page, scripts: boolean, show: Show): Promise<void> {
  for (const one of [page, other]) await one.goto(`${firstYear}/indicators/${parts.written}`);
  await choose(page, 'Yes');
  await page.getByLabel('What was done').fill('The board looks at the calendar each quarter.');
  await choose(other, 'Partly');
  await other.getByLabel('What was done').fill('The communications officer keeps the calendar.');
  await press(other, 'Save the answer');
  if (scripts) {
    await page.getByLabel('What was done').pressSequentially(' ');
    await page.getByText(/^Draft saved at .* Somebody else has saved meanwhile/).waitFor();
  }
  await press(page, 'Save the answer');
  assert.match(await main(page), /Somebody else saved first[\s\S]*The communications officer keeps the calendar\.[\s\S]*The board looks at the calendar each quarter\./);
  await show(page, 'writer-conflict');
  await page.getByLabel('What was done').fill(texts.both);
  await press(page, 'Save the answer');
  assert.match(await main(page), /Saved\./);
  await other.goto(`${firstYear}/indicators/${parts.written}`);
  assert.equal(await other.getByLabel('What was done').inputValue(), texts.both);
}

/** The partner sees the one indicator that was opened, and nothing else of the county. */
export async function answersForThePartner(page: Page, show: Show): Promise<void> {
  await page.goto('/home');
  await follow(page, `${parts.partner} of Loamshire (2025/26)`);
  await choose(page, 'Yes');
  await page.getByLabel('Note').fill(texts.partner);
  await show(page, 'writer-partner');
  await press(page, 'Save the answer');
  assert.match(await main(page), /Saved\./);
  assert.equal((await page.goto(`${firstYear}/indicators/${parts.partner}`))?.status(), 403);
}

export async function answersWhatIsNew(page: Page, status: string, note: string): Promise<void> {
  await page.goto(`${secondYear}/indicators/LA1.b`);
  await choose(page, status);
  await page.getByLabel('What was done').fill(note);
  await press(page, 'Save the answer');
  assert.match(await main(page), /Saved\./);
}
