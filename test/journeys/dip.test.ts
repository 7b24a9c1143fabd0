// A dip sample of the invented county, from the plan to the learning: the lead, a Channel chair of another council and a
// police reviewer, each at a browser of their own, once with scripts and once without.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../browser.ts';
import { startOnExamples, type Running } from '../running.ts';
import { people } from './addresses.ts';
import { actAs, follow, main, press, sitDown } from './person.ts';
import { fillDay } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'dueregard-dip-'));
const questions = ['Was each step taken within its target time?', 'Is the record complete?'];
let browser: Browser;
let server: Running;

before(async () => { [server, browser] = await Promise.all([startOnExamples(folder), launchBrowser()]); });

after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const scripts of [true, false]) {
  test(`two reviewers, ${scripts ? 'with' : 'without'} scripts`, { timeout: 240_000 }, async () => {
    const sittings = await Promise.all([0, 1, 2].map(() => sitDown(browser, server.address, { javaScriptEnabled: scripts })));
    const [lead, chair, police] = sittings.map(({ page }) => page);
    assert.ok(lead && chair && police);
    await actAs(lead, people.lead);
    await actAs(chair, people.chair);
    await actAs(police, people.police);
    const at = await plan(lead, scripts);
    for (const [page, dice] of [[chair, '35124 61533 61124 45263'], [police, '11662 43521 33561 24456']] as const) {
      await page.goto(at);
      await press(page, /^Take the seat: /);
      await page.getByLabel('Your 20 throws').fill(dice);
      await press(page, 'Enter the throws');
    }
    await chair.goto(at);
    await review(chair, 'Yes');
    await police.goto(at);
    assert.doesNotMatch(await main(police), /agree beyond|settle together/, 'the police reviewer sees nothing of the chair’s answers');
    await review(police, 'Partly');
    await settle(chair, police, at, scripts);
    await close(lead, at, scripts);
    for (const { complaints, context } of sittings) { assert.deepEqual(complaints, []); await context.close(); }
  });
}

/** @returns the address of the exercise, whose frame is frozen */
async function plan(page: Page, scripts: boolean): Promise<string> {
  await page.goto('/organisations/loamshire');
  await follow(page, 'Dip samples');
  await follow(page, 'Plan an exercise');
  const year = scripts ? 2022 : 2023;
  await page.getByLabel('Whose Channel panel is sampled?').selectOption('Loamshire');
  await fillDay(page.getByRole('main'), 'Referrals from', new Date(`${year}-04-01`));
  await fillDay(page.getByRole('main'), 'Referrals to', new Date(`${year}-09-30`));
  await page.getByLabel('Which list is it?').fill('Referrals received, police case system');
  await page.getByLabel('In which order does it stand?').fill('By date of receipt, the earliest first');
  await page.getByLabel('Which role keeps the list?').fill('Prevent supervisor');
  await page.getByLabel('How many referrals are in the list?').fill('8');
  await page.getByLabel('How many do the police count for themselves?').fill('8');
  await page.getByLabel('How many are drawn?').fill('9');
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.uncheck();
  for (const question of questions) await page.getByLabel(question).check();
  for (const [group, body, role] of [['The reviewer for the Channel chairs', 'Westmarch', 'Channel chair'], ['The reviewer of Counter Terrorism Policing', 'Example Counter Terrorism Policing', 'Police reviewer']] as const) {
    const fields = page.getByRole('group', { name: group });
    await fields.getByLabel('Which organisation are they of?').selectOption(body);
    await fields.getByLabel('Which role is it?').fill(role);
  }
  await press(page, 'Plan the exercise');
  assert.match(await main(page), /The list has 8, so at most 8 can be drawn/);
  await page.getByLabel('How many are drawn?').fill('2');
  await press(page, 'Plan the exercise');
  assert.match(await main(page), /2 of 8 gives a \d+(\.\d)?% chance of seeing a fault that is in \d cases/);
  await follow(page, 'Change the plan');
  if (scripts) await judge(page);
  await press(page, 'Save the plan');
  await press(page, 'Freeze the frame');
  return new URL(page.url()).pathname;
}

/** One page a case; every question alike. */
async function review(page: Page, code: string): Promise<void> {
  const positions = await page.getByRole('main').getByRole('link', { name: /^Position \d+$/ }).allInnerTexts();
  assert.equal(positions.length, 2);
  for (const position of positions) {
    await follow(page, position);
    for (const question of questions) await page.getByRole('group', { name: question }).getByLabel(question.startsWith('Is') ? 'Yes' : code, { exact: true }).check();
    await press(page, 'Save the answers');
  }
  await press(page, 'I have finished');
}

/** The chair records what both settled on, and the police reviewer confirms it. */
async function settle(chair: Page, police: Page, at: string, scripts: boolean): Promise<void> {
  await chair.goto(at);
  assert.match(await main(chair), /They gave the same answer 2 of 4 times \(50%\)/);
  await follow(chair, 'Settle where you differ (2 answers)');
  if (scripts) await judge(chair);
  for (const group of await chair.getByRole('main').getByRole('group').all()) await group.getByLabel('Partly', { exact: true }).check();
  await press(chair, 'Record what you settled on');
  await police.goto(at);
  await follow(police, 'Confirm what you settled');
  if (scripts) await judge(police);
  await press(police, 'This is what we settled on');
}

async function close(page: Page, at: string, scripts: boolean): Promise<void> {
  await page.goto(at);
  await follow(page, 'Close the exercise');
  if (scripts) await judge(page);
  await page.getByLabel('Which themes showed?').fill('Target times were met in part.');
  await page.getByLabel('What is to be learned from it?').fill('Look at the second step again.');
  for (const group of await page.getByRole('main').getByRole('group', { name: /^Has this worked/ }).all()) await group.getByLabel('Too early to say').check();
  await press(page, 'Close and erase the answers');
  assert.match(await main(page), /The answers about single cases were erased/);
  await follow(page, 'Make an action of it');
  assert.match(await main(page), /New action/);
  assert.ok(await page.getByLabel('A dip sample').isChecked());
}

async function judge(page: Page): Promise<void> {
  assert.deepEqual(await axeViolations(page), [], page.url());
  await page.setViewportSize({ width: 360, height: 800 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360), `${page.url()} sticks out at 360`);
  await page.setViewportSize({ width: 1280, height: 900 });
}
