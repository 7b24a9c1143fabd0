// A quarter of the invented county: a district sends a log of ten risks, the county chases, rolls up, is asked to take a risk,
// answers and closes it. With scripts and without at the same time, each by a district of its own, on one server; the district
// works at 360 pixels. Nothing here touches the database.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { dayIn, quartersOf, writtenQuarter, yearContaining, yearOf, type Quarter } from '../../src/kernel/year.ts';
import { axeViolations, launchBrowser } from '../browser.ts';
import { startOnExamples, type Running } from '../running.ts';
import { actAs, choose, follow, main, press, sitDown } from './person.ts';
import { fillDay, inDays } from './steps.ts';

/** A phone of which nothing may stand beyond the edge. */
const narrow = { width: 360, height: 740 };
const mostPresses = 25;
const county = '/organisations/loamshire';
const brought = 8;

/** Who plays, and the two quarters that it is about: of a year that the examples do not know. */
type Play = { readonly scripts: boolean; readonly name: string; readonly district: string; readonly overdue: Quarter; readonly next: Quarter };

const folder = mkdtempSync(join(tmpdir(), 'dueregard-districts-'));
let browser: Browser;
let server: Running;
before(async () => { [browser, server] = await Promise.all([launchBrowser(), startOnExamples(join(folder, 'data'))]); });
after(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a quarter of two districts and their county', { concurrency: true, timeout: 240_000 }, async (both) => {
  const [first, second, third, fourth] = nextYear();
  assert.ok(first && second && third && fourth);
  await Promise.all([
    both.test('with scripts', (journey) => walk(journey, { scripts: true, name: 'South Loamshire', district: '/organisations/south-loamshire', overdue: first, next: second })),
    both.test('without scripts', (journey) => walk(journey, { scripts: false, name: 'Tarnmarsh', district: '/organisations/tarnmarsh', overdue: third, next: fourth })),
  ]);
});

async function walk(journey: TestContext, play: Play): Promise<void> {
  const javaScriptEnabled = play.scripts;
  const [ours, theirs] = [await sitDown(browser, server.address, { javaScriptEnabled }), await sitDown(browser, server.address, { javaScriptEnabled, viewport: narrow })];
  const [lead, small] = [ours.page, theirs.page];
  await actAs(lead, 'Loamshire Prevent lead');
  await actAs(small, `${play.name} Prevent lead`);
  let stuck = false;
  for (const [named, work] of Object.entries(stepsOf(play, lead, small))) {
    await journey.test(named, async (step) => {
      if (stuck) return step.skip('an earlier step failed');
      stuck = true;
      await work();
      if (play.scripts) await fits(lead, small);
      assert.deepEqual([...ours.complaints, ...theirs.complaints], []);
      stuck = false;
    });
  }
  await ours.context.close();
  await theirs.context.close();
}

const stepsOf = (play: Play, lead: Page, small: Page) => ({
  'the county asks for a log that is overdue': () => chases(play, lead),
  'the district reads that, brings its log in from a spreadsheet, and sends it late': () => sendsLate(play, small),
  'ten unchanged risks are looked at and sent in few presses': () => sendsTen(play, lead, small),
  'the county reads that it came in time, and writes its own risk from what was sent': () => rollsUp(play, lead),
  'the district asks the county to take a risk': () => asks(play, small),
  'the county takes it': () => answers(play, lead),
  'the district reads the answer': () => readsTheAnswer(play, small),
  'the county closes the risk': () => closes(play, lead),
});

async function chases({ name, overdue }: Play, page: Page): Promise<void> {
  await setsQuarter(page, overdue, inDays(-60), inDays(-10));
  await page.goto(county);
  await follow(page, 'Returns of the bodies below');
  await follow(page, `Ask for it ${name}, ${writtenQuarter(overdue)}`);
  await page.getByLabel('To which role?').fill('Head of communities');
  await choose(page, 'By phone');
  await page.getByLabel('Note (optional)').fill('Promised for Friday.');
  await press(page, 'Record it');
  assert.match(await main(page), /Head of communities/);
}

async function sendsLate({ district, name, overdue }: Play, page: Page): Promise<void> {
  await page.goto(`${district}/returns`);
  assert.ok((await main(page)).includes(`to Head of communities, by phone`));
  await page.goto(`${district}/risks`);
  await follow(page, 'Bring in a spreadsheet');
  await page.getByLabel('For which quarter?').fill(overdue);
  await page.locator('input[type=file]').setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: ownLog(name) });
  await press(page, 'Read the file');
  await press(page, `Bring in ${brought} rows`);
  for (const box of await page.getByRole('checkbox', { name: /is unchanged$/ }).all()) await box.check();
  await press(page, 'Save the marks');
  await press(page, 'Send the return');
  assert.match(await main(page), /10 days late/);
}

/** Every link, mark and button counts, from the page of the body to the return that was sent. */
async function sendsTen({ district, next }: Play, lead: Page, page: Page): Promise<void> {
  await setsQuarter(lead, next, inDays(-5), inDays(30));
  await page.goto(district);
  let presses = 0;
  const counting = async (work: Promise<void>) => { presses += 1; await work; };
  await counting(follow(page, 'Quarterly returns'));
  await counting(press(page, `Start the return for ${writtenQuarter(next)}`));
  const boxes = await page.getByRole('checkbox', { name: /is unchanged$/ }).all();
  assert.equal(boxes.length, 10);
  for (const box of boxes) {
    assert.equal(await box.isChecked(), false, 'nothing is marked before somebody marks it');
    await counting(box.check());
  }
  await counting(press(page, 'Save the marks'));
  await counting(press(page, 'Send the return'));
  assert.match(await main(page), /On time/);
  assert.ok(presses <= mostPresses, `${presses} presses`);
}

async function rollsUp({ scripts, name, next }: Play, page: Page): Promise<void> {
  await page.goto(`${county}/oversight`);
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  assert.match(await row.first().innerText(), /On time/);
  await follow(page, 'Which log has not changed for two quarters');
  assert.ok(!(await main(page)).includes(name), 'eight of its risks are new in the quarter before');
  await page.goto(`${county}/oversight`);
  await follow(page, 'Register of the area');
  await follow(page, 'Add a risk from what was sent');
  for (const number of [1, 2]) await page.getByLabel(eventOf(name, number)).check();
  await press(page, 'Write the area’s risk');
  if (scripts) assert.deepEqual(await axeViolations(page), []);
  await choose(page, 'Premises and venues');
  await page.getByLabel('Cause: what makes it possible?').fill(`Venues around ${name} are let by many hands.`);
  await page.getByLabel('Event: what could happen?').fill(`A venue near ${name} is let against its terms.`);
  await page.getByLabel(/^Effect: /).fill('Public places lose the trust of those who use them.');
  await page.getByLabel('Who owns it? (optional)').fill('Head of property');
  await fillDay(page.locator('form').filter({ hasText: 'Add a risk' }), 'When will you look at it again?', inDays(90));
  for (const [kind, likelihood, impact] of [['Before controls', '4', '4'], ['With controls', '3', '4'], ['Target', '2', '3']] as const) {
    await page.getByLabel(`${kind}: likelihood`).selectOption(likelihood);
    await page.getByLabel(`${kind}: impact`).selectOption(impact);
  }
  await press(page, 'Add the risk');
  const said = await main(page);
  for (const words of [eventOf(name, 1), eventOf(name, 2), `${name}, risk 3, ${writtenQuarter(next)}`, 'This is the last time it was sent']) assert.ok(said.includes(words), words);
}

async function asks({ district, name }: Play, page: Page): Promise<void> {
  await page.goto(`${district}/risks`);
  await follow(page, `5. ${eventOf(name, 3)}`);
  await follow(page, 'Pass this risk to another body');
  await choose(page, 'Ask Loamshire to take it');
  await page.getByLabel('Why?').fill('One trust lets the halls of three districts.');
  await press(page, 'Pass it on');
  assert.match(await main(page), /asks Loamshire to take it[\s\S]*Waits for an answer/);
}

async function answers({ name, next }: Play, page: Page): Promise<void> {
  await page.goto('/home');
  await follow(page, /^Answer \d risks? that (was|were) passed to you$/);
  await follow(page, eventOf(name, 3));
  await choose(page, 'Accept it');
  await page.getByLabel('Why?').fill('It reaches beyond one district.');
  await press(page, 'Send the reply');
  assert.match(await main(page), /Accepted/);
  await follow(page, /^Risk \d+$/);
  assert.ok((await main(page)).includes(`${name}, risk 5, ${writtenQuarter(next)}`), 'what was sent is cited');
}

async function readsTheAnswer({ district, name }: Play, page: Page): Promise<void> {
  await page.goto(district);
  await follow(page, 'Risks passed to others');
  await follow(page, eventOf(name, 3));
  assert.match(await main(page), /Accepted[\s\S]*It reaches beyond one district\./);
}

async function closes({ name }: Play, page: Page): Promise<void> {
  await page.getByLabel('Why is it closed?').fill('The trust checks every booking from this month on.');
  await press(page, 'Close the risk');
  assert.match(await main(page), /The trust checks every booking/);
  await follow(page, 'Risk log');
  const open = page.getByRole('table', { name: 'Open risks', exact: true });
  assert.ok(!(await open.innerText()).includes(eventOf(name, 3)), 'it has left the open risks');
}

async function setsQuarter(page: Page, quarter: Quarter, opens: Date, due: Date): Promise<void> {
  await page.goto(`${county}/risk-calendar`);
  await page.getByLabel('Which quarter?').selectOption(quarter);
  const form = page.locator('form').filter({ hasText: 'Set a quarter' });
  await fillDay(form, 'From when can a return be begun?', opens);
  await fillDay(form, 'By when is it due?', due);
  await press(page, 'Save the quarter');
  assert.match(await main(page), /Saved\./);
}

/** Nothing stands beyond the edge. The pages are held to axe in test/journeys/pages.test.ts, this one form aside, which is reached by ticks. */
async function fits(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const { width } = page.viewportSize() ?? assert.fail();
    assert.equal(await page.evaluate<number>('document.documentElement.scrollWidth'), width, page.url());
  }
}

/** What a district keeps in a spreadsheet of its own, under common headings. */
function ownLog(name: string): Buffer {
  const headings = ['Risk', 'Cause', 'Consequence', 'Theme', 'Risk owner', 'Inherent likelihood', 'Inherent impact', 'Likelihood', 'Impact', 'Target likelihood', 'Target impact', 'Review date'];
  const rows = Array.from({ length: brought }, (_, at) => [eventOf(name, at + 1), 'It is let without a check of the booking.', 'The hall loses the trust of its users.', 'Premises and venues', 'Head of property', '4', '4', '3', '4', '2', '3', inDays(90).toISOString().slice(0, 10)]);
  return Buffer.from([headings, ...rows].map((row) => row.join(',')).join('\r\n'));
}

function eventOf(name: string, number: number): string {
  return `Hall ${number} of ${name} is let against its terms.`;
}

/** The quarters of the financial year after this one. */
function nextYear(): readonly Quarter[] {
  const from = Number(yearContaining(dayIn(new Date())).slice(0, 4)) + 1;
  return quartersOf(yearOf(`${from}-${String((from + 1) % 100).padStart(2, '0')}`) ?? assert.fail());
}
