// One year of a council, from the first page to the committee's slides, as its people do it in a browser. The two years of
// two-years.test.ts are walked without scripts, too. Then the same end by transcription of the Home Office's letter. Nothing here touches the database.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../browser.ts';
import { startOnExamples, type Running } from '../running.ts';
import { actAs, choose, download, follow, heading, main, press, sitDown, signOut } from './person.ts';
import { addFile, addLink, answer, rate, recordOutcome, reuse, takeAs, toYear } from './steps.ts';

const lead = 'South Loamshire Prevent lead';
const adviser = 'Example Home Office adviser';
const recommendation = 'Show each quarter which districts sent their risk log on time.';
const outcomes = { 1: 'Exceeded', 2: 'Met', 3: 'Not met', 4: 'Not met', 6: 'Not met', 7: 'Not met', 8: 'Met' };

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

test("a district's year", { timeout: 300_000 }, async (journey) => {
  await onServer(async (server) => {
    const { page, context, complaints } = await sitDown(browser, server.address);
    let stuck = false;
    const step = (name: string, work: (page: Page) => Promise<void>) => journey.test(name, async (walked) => {
      if (stuck) return walked.skip('an earlier step failed');
      stuck = true;
      await work(page);
      assert.deepEqual(complaints, []);
      stuck = false;
    });
    await step('one press on the first page opens the invented county', openCounty);
    await step('the lead of a district that has nothing yet opens its year', openYear);
    await step('answers indicators, with a file, the same file again, and a link', answerWithEvidence);
    await step('sees what is missing before the assessment can be submitted', seeWhatIsMissing);
    await step('rates every benchmark, one of them another body’s', rateAll);
    await step('a second reader challenges a rating, the lead answers, and the second reader signs off', signOff);
    await step('submits, and opens the year to the Home Office', submit);
    await step('the adviser reads the submission and records an outcome for every benchmark', recordOutcomes);
    await step('adds a strength, and a recommendation on a benchmark that is exceeded, and publishes', publish);
    await step('the lead reads self-rating and outcome side by side', readSideBySide);
    await step('takes slides, paper and data for the committee', takeReports);
    await step('the county reads what its district submitted and what was found', readAsCounty);
    await step('the history says who did what', readHistory);
    await context.close();
  });
});

test('the Home Office’s letter is transcribed, checked by a second person and published', { timeout: 300_000 }, async () => {
  await onServer(async (server) => {
    const { page, context } = await sitDown(browser, server.address);
    await actAs(page, 'Loamshire Prevent lead');
    await page.goto('/organisations/loamshire/assessments/2025-26/findings');
    await follow(page, 'Transcribe the letter');
    await addFile(page.locator('form').filter({ hasText: 'Attach the letter' }), { name: 'letter.txt', title: 'Letter of the Home Office', press: 'Attach the letter' });
    for (const [number, outcome] of Object.entries({ ...outcomes, 5: 'N/A, and the letter does not say why' })) await recordOutcome(page, Number(number), outcome);
    await follow(page, 'Add or change recommendations');
    await page.getByLabel('What is recommended?').fill(recommendation);
    await press(page, 'Add recommendation');
    await follow(page, 'Back to the findings');
    await follow(page, 'Check against the letter');
    assert.match(await main(page), /You wrote part of them/, 'who transcribed cannot check');
    await signOut(page);

    await actAs(page, 'Loamshire second reader');
    await page.goto('/organisations/loamshire/assessments/2025-26/findings/check');
    assert.deepEqual(await axeViolations(page), []);
    await page.getByLabel('I have compared every outcome').check();
    await press(page, 'Confirm the check');
    assert.match(await main(page), /Checked by\s+Loamshire second reader/);
    await signOut(page);

    await actAs(page, 'Loamshire Prevent lead');
    await page.goto('/organisations/loamshire/assessments/2025-26/findings');
    await follow(page, 'Publish the findings');
    await press(page, 'Publish');
    assert.match(await main(page), /The findings have been published/);
    await page.goto('/organisations/loamshire/assessments/2025-26/reports');
    assert.ok(strFromU8(await takeAs(page, 'For elected members', 'Data (JSON)')).includes(recommendation));
    await context.close();
  });
});

async function onServer(work: (server: Running) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dueregard-journey-'));
  const server = await startOnExamples(folder);
  try {
    await work(server);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openCounty(page: Page): Promise<void> {
  await page.goto('/');
  await press(page, 'Open the Loamshire example');
  assert.equal(await heading(page), 'Prevent duty assurance 2025/26');
  assert.match(await page.locator('body').innerText(), /Loamshire is invented/);
  await signOut(page);
}

async function openYear(page: Page): Promise<void> {
  await actAs(page, lead);
  await follow(page, 'South Loamshire');
  await follow(page, 'Assessments');
  await page.getByLabel('Financial year').fill('2025-26');
  await choose(page, 'Eight local authority benchmarks');
  await press(page, 'Open the assessment');
  assert.equal(await heading(page), 'Prevent duty assurance 2025/26');
  assert.match(await main(page), /0 of 8 benchmarks rated, 0 of \d+ indicators answered/);
}

async function answerWithEvidence(page: Page): Promise<void> {
  await answer(page, 'LA1.m3', 'Yes', 'Four meetings in the year, each with minutes.');
  await follow(page, 'Add or re-use evidence');
  await addFile(page.getByRole('region', { name: 'Add a file' }), { name: 'minutes.txt', title: 'Minutes of the group', press: 'Add file' });
  for (const code of ['LA1.x2', 'LA2.m7']) {
    await answer(page, code, 'Yes', '');
    await reuse(page, 'Minutes of the group');
  }
  await answer(page, 'LA8.m2', 'Partly', 'The public page waits for its new text.');
  await follow(page, 'Add or re-use evidence');
  await addLink(page, { url: 'https://south-loamshire.example/prevent', title: 'The public page' });
}

async function seeWhatIsMissing(page: Page): Promise<void> {
  await toYear(page);
  await follow(page, 'Check and submit');
  const said = await main(page);
  assert.match(said, /8 things are missing/);
  assert.match(said, /5\. Channel Panel has no self-rating/);
  assert.equal(await page.getByRole('button', { name: 'Submit the assessment' }).count(), 0);
}

async function rateAll(page: Page): Promise<void> {
  for (const [number, level] of Object.entries(outcomes)) await rate(page, Number(number), level, 'What the record shows.');
  await rate(page, 5, 'N/A', '', { reason: 'One combined panel serves the area.', leadBody: 'Loamshire' });
  await toYear(page);
  assert.match(await main(page), /8 of 8 benchmarks rated/);
}

async function signOff(page: Page): Promise<void> {
  await follow(page, 'Check and submit');
  assert.match(await main(page), /may sign it off: South Loamshire second reader/);
  await signOut(page);
  await actAs(page, 'South Loamshire second reader');
  await page.goto('/organisations/south-loamshire/assessments/2025-26');
  await follow(page, /^2\. /);
  await follow(page, 'Challenge this rating');
  await choose(page, 'Not met');
  await page.getByLabel('Why').fill('One log came late.');
  await press(page, 'Record the challenged rating');
  await signOut(page);
  await actAs(page, lead);
  await page.goto('/organisations/south-loamshire/assessments/2025-26/benchmarks/LA2/challenge');
  await page.getByLabel('Keep it').check();
  await page.getByLabel('Why').fill('The county had agreed to the later day.');
  await press(page, 'Answer');
  assert.match(await main(page), /Self-rating kept by South Loamshire Prevent lead/);
  await signOut(page);
  await actAs(page, 'South Loamshire second reader');
  await page.goto('/organisations/south-loamshire/assessments/2025-26/submission');
  await page.getByLabel('I wrote none of this assessment.').check();
  await press(page, 'Sign off');
  assert.match(await main(page), /Signed off by South Loamshire second reader/);
  await signOut(page);
}

async function submit(page: Page): Promise<void> {
  await actAs(page, lead);
  await page.goto('/organisations/south-loamshire/assessments/2025-26');
  await follow(page, 'Check and submit');
  await press(page, 'Submit the assessment');
  assert.match(await main(page), /The assessment has been submitted[\s\S]*SHA-256 of the submission/);
  await page.goto('/organisations/south-loamshire');
  await follow(page, 'What is open to the Home Office');
  await page.getByLabel('To whom').selectOption('Example Home Office region');
  await page.getByLabel('Why').fill('The adviser moderates our year.');
  await press(page, 'Open');
  assert.match(await main(page), /Your assessments are open/);
  await signOut(page);
}

async function recordOutcomes(page: Page): Promise<void> {
  await actAs(page, adviser);
  await follow(page, 'Example Home Office region');
  await follow(page, 'Assessments open to you');
  await follow(page, /^Submitted .* of South Loamshire$/);
  assert.match(await main(page), /Four meetings in the year, each with minutes\./);
  await follow(page, 'What the Home Office found');
  await press(page, 'Begin the findings');
  for (const [number, level] of Object.entries(outcomes)) await recordOutcome(page, Number(number), level);
  await recordOutcome(page, 5, 'N/A', { reason: 'One combined panel serves the area.', leadBody: 'Loamshire' });
}

async function publish(page: Page): Promise<void> {
  await follow(page, 'Add or change strengths');
  await page.getByLabel('What is the strength?').fill('The group meets every quarter and keeps a record.');
  await press(page, 'Add strength');
  await follow(page, 'Back to the findings');
  await follow(page, 'Add or change recommendations');
  await page.getByLabel('What is recommended?').fill(recommendation);
  await page.getByLabel('Which benchmark does it concern?').selectOption('1 Multi Agency Partnership Group');
  await press(page, 'Add recommendation');
  await follow(page, 'Back to the findings');
  await follow(page, 'Publish the findings');
  await press(page, 'Publish');
  assert.match(await main(page), /The findings have been published/);
  await signOut(page);
}

async function readSideBySide(page: Page): Promise<void> {
  await actAs(page, lead);
  await page.goto('/organisations/south-loamshire/assessments/2025-26/findings');
  const rows = await page.getByRole('table').getByRole('row').allInnerTexts();
  assert.match(rows.find((row) => row.includes('Multi Agency')) ?? '', /Exceeded\s+Exceeded/);
  assert.match(rows.find((row) => row.includes('Channel Panel')) ?? '', /N\/A\s+N\/A\s+One combined panel serves the area\. Led by Loamshire\./);
  assert.ok((await main(page)).includes(recommendation));
}

async function takeReports(page: Page): Promise<void> {
  await page.goto('/organisations/south-loamshire/assessments/2025-26/reports');
  const slides = unzipSync(await download(page, 'For elected members', 'Slides (PowerPoint)'));
  const text = Object.entries(slides).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map(([, bytes]) => strFromU8(bytes).replace(/<[^>]+>/g, ' ')).join(' ').replace(/\s+/g, ' ');
  assert.ok(text.includes(recommendation), text);
  assert.match(text, /South Loamshire is an invented district\. Nothing here is about a real body\./);
  assert.equal(strFromU8((await download(page, 'For the public', 'Paper (PDF)')).subarray(0, 5)), '%PDF-');
  assert.ok(strFromU8(await takeAs(page, 'For elected members', 'Data (JSON)')).includes(recommendation));
  const html = strFromU8(await takeAs(page, 'For elected members', 'Web page in one file (HTML)'));
  assert.ok(html.includes(recommendation) && /<h1>/.test(html));
  await follow(page, /^Read it here.*for elected members$/);
  assert.ok((await main(page)).includes(recommendation));
  await signOut(page);
}

async function readAsCounty(page: Page): Promise<void> {
  await actAs(page, 'Loamshire Prevent lead');
  await page.goto('/organisations/loamshire');
  await follow(page, 'South Loamshire');
  await follow(page, 'Assessments');
  await follow(page, '2025/26');
  assert.match(await main(page), /What was submitted[\s\S]*Four meetings in the year/);
  await follow(page, 'What the Home Office found');
  assert.ok((await main(page)).includes(recommendation));
  await signOut(page);
}

async function readHistory(page: Page): Promise<void> {
  await actAs(page, lead);
  await page.goto('/organisations/south-loamshire/history');
  const said = await main(page);
  assert.match(said, /Added the publication of findings\s+\d+ \w+ \d{4} at \d\d:\d\d, Example Home Office adviser \(Example Home Office region\)/);
  assert.match(said, /Added the submission\s+\d+ \w+ \d{4} at \d\d:\d\d, South Loamshire Prevent lead \(South Loamshire\)/);
}
