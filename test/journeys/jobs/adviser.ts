// What the Home Office’s adviser does with a submission.
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { choose, follow, main, press, take } from '../person.ts';
import { fillDay, inDays, recordOutcome } from '../steps.ts';
import { firstYear, secondYear, texts, type Show } from './county.ts';

const outcomes = { 1: 'Met', 2: 'Met', 3: 'Met', 4: 'Met', 6: 'Not met', 7: 'Met', 8: 'Exceeded' };
const strength = 'The county asked its residents, and says what it heard.';

export async function readsTheSubmission(page: Page, show: Show): Promise<void> {
  await page.goto('/home');
  await follow(page, 'Example Home Office region');
  await follow(page, 'Assessments open to you');
  await show(page, 'adviser-queue');
  await follow(page, /^Submitted .* of Loamshire$/);
  const said = await main(page);
  for (const text of [texts.mended, texts.both, texts.partner]) assert.ok(said.includes(text), text);
  const bundle = unzipSync(await take(page, 'Submission and evidence in one file (ZIP)'));
  assert.ok(Object.values(bundle).some((bytes) => strFromU8(bytes) === 'Loamshire and its districts are invented.\n'), 'the evidence of the year is in the bundle');
}

export async function notesAVisit(page: Page, show: Show): Promise<void> {
  await page.goto(`${firstYear}/visits`);
  await choose(page, 'Visit');
  await fillDay(page.getByRole('main'), 'When was it?', inDays(-2));
  await page.getByLabel('In which role did you make it?').fill('Regional adviser');
  await page.getByLabel('What was said of the organisation’s work?').fill('Saw the survey and the calendar of messages.');
  await show(page, 'adviser-visit', 'Add a note');
  await press(page, 'Add the note');
  await press(page, /^Share with the organisation/);
  assert.match(await main(page), /Shared on/);
}

export async function draftsTheFindings(page: Page, show: Show): Promise<void> {
  await page.goto(`${firstYear}/findings`);
  await press(page, 'Begin the findings');
  for (const [number, level] of Object.entries(outcomes)) await recordOutcome(page, Number(number), level);
  await recordOutcome(page, 5, 'N/A', { reason: 'One combined panel serves the county and its neighbour.', leadBody: 'Example neighbouring council' });
  await follow(page, 'Add or change strengths');
  await page.getByLabel('What is the strength?').fill(strength);
  await press(page, 'Add strength');
  await follow(page, 'Back to the findings');
  await follow(page, 'Add or change recommendations');
  for (const text of [texts.done, texts.open]) {
    await page.getByLabel('What is recommended?').fill(text);
    await press(page, 'Add recommendation');
  }
  await follow(page, 'Back to the findings');
  await show(page, 'adviser-findings');
}

export async function sharesTheDraft(page: Page): Promise<void> {
  await page.goto(`${firstYear}/findings`);
  await follow(page, 'Share the draft with the organisation');
  await press(page, 'Share the draft');
  assert.match(await main(page), /The draft has been shared/);
}

export async function publishes(page: Page, show: Show): Promise<void> {
  await page.goto(`${firstYear}/findings`);
  assert.match(await main(page), /The districts meet in May and agree it there\./);
  await follow(page, 'Publish the findings');
  await press(page, 'Publish');
  assert.match(await main(page), /The findings have been published/);
  await show(page, 'adviser-letter', 'The letter');
}

/** The letter in the formats of an office, from whoever may have it. */
export async function takesTheLetter(page: Page, year: string, says: string): Promise<void> {
  await page.goto(`${year}/findings`);
  assert.equal(strFromU8((await take(page, 'Letter (PDF)')).subarray(0, 5)), '%PDF-');
  for (const [format, part] of [['DOCX', 'word/document.xml'], ['ODT', 'content.xml']] as const) {
    const written = unzipSync(await take(page, `Letter (${format})`))[part];
    assert.ok(written && strFromU8(written).replace(/<[^>]+>/g, '').includes(says), `${format}: ${says}`);
  }
  assert.equal(await page.getByRole('link', { name: /^Letter / }).count(), 4, 'a letter is no slides and no table');
}

/** A short year: its one benchmark, and published. */
export async function moderatesTheSecondYear(page: Page): Promise<void> {
  await page.goto(`${secondYear}/submission`);
  assert.match(await main(page), /Number 2 of 2[\s\S]*The residents’ panel met twice\./);
  await page.goto(`${secondYear}/findings`);
  await press(page, 'Begin the findings');
  await recordOutcome(page, 1, 'In part');
  await follow(page, 'Publish the findings');
  await press(page, 'Publish');
  assert.match(await main(page), /The findings have been published/);
}
