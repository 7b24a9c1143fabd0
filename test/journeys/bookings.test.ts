// A booking in three hands, as they do it in a browser: a bookings officer takes it in, property and community safety decide.
// Once with scripts and once without, on one server.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../browser.ts';
import { startOnExamples, type Running } from '../running.ts';
import { actAs, choose, follow, main, press, sitDown } from './person.ts';
import { fillDay, inDays } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'dueregard-bookings-'));
let browser: Browser;
let server: Running;
before(async () => { [browser, server] = [await launchBrowser(), await startOnExamples(folder)]; });
after(async () => { await browser.close(); await server.stop(); rmSync(folder, { recursive: true, force: true }); });

for (const javaScriptEnabled of [true, false]) {
  test(`a booking that two departments decide, ${javaScriptEnabled ? 'with' : 'without'} scripts`, { timeout: 120_000 }, async () => {
    const { page, context, complaints } = await sitDown(browser, server.address, { javaScriptEnabled });
    const reference = javaScriptEnabled ? 'JS-5001' : 'NS-5001';
    const looksRight = async () => { if (javaScriptEnabled) assert.deepEqual(await axeViolations(page), []); };

    await actAs(page, 'Loamshire bookings officer');
    await page.goto('/organisations/loamshire');
    assert.doesNotMatch(await main(page), /Assessments|Evidence|Partnership plan/, 'who takes bookings in writes no assessment');
    await follow(page, 'Venues and bookings');
    await looksRight();
    await follow(page, 'Take a booking in');
    await fillBooking(page, 'Jo Field');
    await press(page, 'Take it in');
    assert.match(await main(page), /No name may be kept here/);
    await page.getByLabel('Reference in the booking system').fill(reference);
    await press(page, 'Take it in');
    assert.match(await main(page), /It is open to everybody and the first hire here/);
    await follow(page, 'Correct what was taken in');
    assert.match(await main(page), /So far nothing was looked at or decided/);
    await looksRight();
    await page.getByLabel('How many people are expected?').fill('95');
    await press(page, 'Correct it');
    assert.match(await main(page), /Say what was wrong/);
    await page.getByLabel('What was wrong, and how do you know?').fill('The form says 95.');
    await press(page, 'Correct it');
    assert.match(await main(page), /the number of people[\s\S]*The form says 95/);
    for (const item of await page.getByRole('main').getByRole('radio', { name: 'Looked at, no question' }).all()) await item.check();
    await press(page, 'Save what was looked at');
    assert.match(await main(page), /You hold no key/, 'who takes a booking in does not decide alone');
    await looksRight();
    const at = new URL(page.url()).pathname;

    await actAs(page, 'Loamshire property manager');
    await page.goto(at);
    await decide(page, 'Approve');
    assert.match(await main(page), /Waits for a decision[\s\S]*You have decided already/);

    await actAs(page, 'Loamshire community safety officer');
    await page.goto('/organisations/loamshire/bookings');
    await follow(page, reference);
    await follow(page, 'Decide');
    await choose(page, 'Refuse');
    await page.getByLabel('Why, in short?').fill('The hall is full that day.');
    await press(page, 'Record your decision');
    assert.match(await main(page), /Without one the booking cannot be refused/, 'no refusal without a ground');
    await looksRight();
    await choose(page, 'Approve');
    await press(page, 'Record your decision');
    assert.match(await main(page), /Approved/);
    assert.match(await main(page), /Property: Property services[\s\S]*Community safety: Community safety/);
    await looksRight();
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

async function fillBooking(page: Page, reference: string): Promise<void> {
  await page.getByLabel('Reference in the booking system').fill(reference);
  await page.getByLabel('Which site?').selectOption('Loam Hall');
  await fillDay(page.getByRole('main'), 'When is the event?', inDays(30));
  await page.getByLabel('How many people are expected?').fill('90');
  await choose(page, 'Everybody who comes');
  for (const [legend, answer] of [['Has this hirer hired here before, without an incident?', 'No'], ['Does the booking system hold who hires, for whom and what for?', 'Yes'], ['Has the hirer accepted the terms of hire?', 'Yes']] as const) {
    await page.getByRole('group', { name: legend }).getByRole('radio', { name: answer, exact: true }).check();
  }
  await choose(page, 'No concern on any of these grounds');
  await choose(page, 'A community group');
  await choose(page, 'Talk or debate');
}

async function decide(page: Page, verdict: string): Promise<void> {
  await follow(page, 'Decide');
  await page.getByRole('radio', { name: verdict, exact: true }).check();
  await page.getByLabel('Why, in short?').fill('The hall is free and holds the number.');
  await press(page, 'Record your decision');
}
