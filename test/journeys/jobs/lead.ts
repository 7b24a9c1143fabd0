// What the county’s Prevent lead does in a year.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { choose, follow, heading, main, press } from '../person.ts';
import { fillDay, inDays, rate, reuse } from '../steps.ts';
import { county, firstYear, names, parts, secondYear, texts, type Show } from './county.ts';

export async function handsOutWork(page: Page, show: Show): Promise<void> {
  await page.goto(firstYear);
  await show(page, 'lead-year');
  await page.goto(`${firstYear}/indicators/${parts.handedOut}`);
  await follow(page, 'Assign, return or comment');
  await page.getByLabel('Assign to').selectOption(names.writer);
  await fillDay(page.getByRole('main'), 'Due date', inDays(14));
  await show(page, 'lead-assign', 'Assign');
  await press(page, 'Save the assignment');
  assert.match(await main(page), new RegExp(`Assigned to ${names.writer}`));
}

export async function opensAnIndicatorToAPartner(page: Page): Promise<void> {
  await page.goto(`${firstYear}/work/${parts.partner}`);
  await follow(page, 'Open this to a partner organisation');
  await page.getByLabel('Partner', { exact: true }).selectOption('Pellbridge');
  await choose(page, 'Read and answer');
  await page.getByLabel('Reason').fill('The district books the shared halls.');
  await fillDay(page.getByRole('main'), 'First day', inDays(0));
  await fillDay(page.getByRole('main'), 'First day on which it is closed again', inDays(30));
  await press(page, 'Open it to the partner');
  assert.match(await main(page), /It is open to the partner\.[\s\S]*Pellbridge\s+Read and answer/);
}

export async function returnsAnAnswer(page: Page): Promise<void> {
  await page.goto(`${firstYear}/work/${parts.handedOut}`);
  await page.getByLabel('What has to be done again, and why').fill('Say how many residents answered, as the comment asks.');
  await press(page, 'Return it');
  assert.match(await main(page), /Returned for rework by Loamshire Prevent lead/);
}

export async function readsWhatThePartnerWrote(page: Page): Promise<void> {
  await page.goto(`${firstYear}/indicators/${parts.partner}`);
  assert.equal(await page.getByLabel('What was done').inputValue(), texts.partner);
}

export async function ratesWhatIsLeft(page: Page): Promise<void> {
  await page.goto(firstYear);
  for (const [number, level] of [[4, 'Not met'], [6, 'Not met'], [8, 'Met']] as const) await rate(page, number, level, 'What the record of the year shows.');
  await page.goto(firstYear);
  assert.match(await main(page), /8 of 8 benchmarks rated/);
}

/** Of the challenges that wait, the lead gives way to one and stands by the other. */
export async function answersTheChallenges(page: Page): Promise<void> {
  await page.goto(`${firstYear}/benchmarks/LA1/challenge`);
  await page.getByLabel('Change it').check();
  await page.getByLabel('Why').fill('The minutes do not show how the decision came about.');
  await press(page, 'Answer');
  assert.match(await main(page), /Self-rating changed by Loamshire Prevent lead/);
  await page.goto(`${firstYear}/benchmarks/LA8/challenge`);
  await page.getByLabel('Keep it').check();
  await page.getByLabel('Why').fill('The survey is summed up, and the plan follows it.');
  await press(page, 'Answer');
  assert.match(await main(page), /Self-rating kept by Loamshire Prevent lead/);
}

/** Goes through the list of what is missing, one line after the other, until there is none. */
export async function mendsWhatIsMissing(page: Page, show: Show): Promise<void> {
  await page.goto(`${firstYear}/submission`);
  await show(page, 'lead-missing');
  const lines = page.getByRole('region', { name: /missing$/ }).getByRole('link');
  const addresses = await lines.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(addresses.length > 0);
  for (const address of addresses) {
    await page.goto(address);
    await reuse(page, texts.evidence);
  }
  await page.goto(`${firstYear}/submission`);
  assert.match(await main(page), /Nothing is missing\.[\s\S]*may sign it off: .*Loamshire second reader/);
}

export async function submits(page: Page, year: string, show?: Show): Promise<void> {
  await page.goto(`${year}/submission`);
  await press(page, 'Submit the assessment');
  assert.match(await main(page), /The assessment has been submitted[\s\S]*SHA-256 of the submission/);
  await show?.(page, 'lead-submitted');
}

export async function repliesToTheDraft(page: Page, show: Show): Promise<void> {
  await page.goto(`${firstYear}/findings`);
  assert.match(await main(page), /Shared draft/);
  await follow(page, 'Reply to the shared draft');
  const answerTo = (about: string) => page.getByRole('group', { name: `Your answer: ${about}` });
  await answerTo('Recommendation 1').getByLabel('Accepted').check();
  await answerTo('Recommendation 2').getByLabel('A comment').check();
  await page.getByLabel('In words (optional where you accept): Recommendation 2').fill('The districts meet in May and agree it there.');
  await answerTo('The draft as a whole').getByLabel('Accepted').check();
  await show(page, 'lead-reply');
  await press(page, 'Send the reply');
  assert.match(await main(page), /The reply has been sent/);
}

/** One recommendation is done and proposed for closure, the other has an owner and a day. */
export async function followsTheRecommendations(page: Page, show: Show): Promise<void> {
  await page.goto(`${county}/recommendations`);
  await follow(page, texts.open);
  await plan(page, 'Prevent lead', 200);
  await page.goto(`${county}/recommendations`);
  await follow(page, texts.done);
  await plan(page, 'Communications officer', 60);
  await page.getByLabel('What was done?').fill('The report of the year has a page on it.');
  await fillDay(page.getByRole('main'), 'When?', inDays(-1));
  await press(page, 'Add the note');
  await page.getByLabel('Add one of your pieces of evidence').selectOption({ index: 1 });
  await press(page, 'Add the evidence');
  await page.getByLabel('What came of it?').fill('The yearly report shows it from this year on.');
  await show(page, 'lead-recommendation');
  await press(page, 'Propose to close it');
  assert.match(await main(page), /You proposed it\. Somebody else has to confirm it\./);
}

async function plan(page: Page, owner: string, days: number): Promise<void> {
  await page.getByLabel('Who owns it? (optional)').fill(owner);
  await fillDay(page.getByRole('main'), 'By when? (optional)', inDays(days));
  await press(page, 'Save the plan');
  assert.match(await main(page), /Saved\./);
}

export async function writesAnAmendment(page: Page): Promise<void> {
  await page.goto(`${firstYear}/amendments`);
  await page.getByLabel('What it concerns').selectOption({ index: 8 });
  await page.getByLabel('What has to be known').fill(texts.amendment);
  await press(page, 'Write an amendment');
  assert.match(await main(page), /Waits for a second person to confirm it/);
}

export async function publishesTheEdition(page: Page): Promise<void> {
  await page.goto('/edition-drafts');
  await follow(page, 'Invented example: benchmarks of 2026/27');
  await press(page, 'Publish this edition');
  assert.match(await main(page), /The edition has been published/);
}

export async function opensTheNextYear(page: Page): Promise<void> {
  await page.goto(`${county}/assessments`);
  await page.getByLabel('Financial year').fill('2026-27');
  await choose(page, 'Invented example: benchmarks of 2026/27');
  await press(page, 'Open the assessment');
  assert.equal(await heading(page), 'Prevent duty assurance 2026/27');
  const said = await main(page);
  assert.match(said, /Still open from earlier years/);
  assert.ok(said.includes(texts.open) && !said.includes(texts.done), 'what was closed is not carried on');
}

export async function takesOverLastYear(page: Page, show: Show): Promise<void> {
  await page.goto(`${secondYear}/indicators/LA1.a`);
  await show(page, 'lead-last-year', 'Last year: 2025/26');
  await press(page, 'Take last year’s answer over as a draft');
  assert.match(await page.getByLabel('What was done').inputValue(), /agrees the risk every September/);
  await press(page, /^Use last year’s evidence \(\d+\) this year too$/);
  assert.match(await main(page), /Last year’s entry stands in this year now[\s\S]*How the Prevent board fits with other boards/);
  await rate(page, 1, 'In full', 'The board goes on as before.');
}

export async function asksToReopen(page: Page): Promise<void> {
  await page.goto(`${secondYear}/reopening`);
  await page.getByLabel('Why must it be re-opened?').fill('The residents’ panel met after all.');
  await press(page, 'Ask to re-open it');
  assert.match(await main(page), /You asked, so somebody else has to confirm/);
  assert.equal(await page.getByRole('button', { name: 'Re-open the assessment' }).count(), 0);
}
