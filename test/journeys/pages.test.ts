// Every page of the product, opened by somebody who may, wide and narrow: the accessibility rules, nothing that sticks out
// sideways, one first heading, a title of its own, and a quiet console, in which breaches of the content-security policy show.
// PAGES_OUT names a folder for a picture of each.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser, withRules } from '../browser.ts';
import { attribute, elements } from '../client.ts';
import { allRoutes } from '../doc-tables.ts';
import { startOnExamples, type Running } from '../running.ts';
import { files, mistakes, pages, people, refusals, type Address, type Person, type Place } from './addresses.ts';
import { actAs, press, sitDown, type Sitting } from './person.ts';

const widths = [1280, 360];
/** The page’s script has answered the new width, such as whether a table must scroll: observers are told in the order in which they were made. */
const drawn = 'new Promise((drawn) => new ResizeObserver((_, last) => { last.disconnect(); setTimeout(drawn); }).observe(document.documentElement))';
const folder = mkdtempSync(join(tmpdir(), 'dueregard-pages-'));
const pictures = process.env['PAGES_OUT'];
const titles = new Map<string, string>();
const sittings = new Map<Person | 'nobody', Promise<Sitting>>();
let server: Running;
let browser: Browser;
let invitation: string;
let calendar: string;

before(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  [server, browser] = await Promise.all([startOnExamples(folder), launchBrowser()]);
  await makeReady();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every route that is read has an address to read it at', () => {
  const read = allRoutes().filter(({ method }) => method === 'GET').map(({ path }) => path);
  assert.deepEqual(read.sort(), [...Object.keys(pages), ...Object.keys(files)].sort());
});

for (const [route, addresses] of Object.entries(pages)) {
  for (const [at, address] of addresses.entries()) {
    test(`${route} as ${address.as}${at > 0 ? `, ${at + 1}` : ''}`, async () => {
      const page = await open(address);
      await judge(page, nameOf(route, at));
      const title = await page.title();
      assert.match(title, /\S – DueRegard$/);
      const path = new URL(page.url()).pathname;
      assert.equal(titles.get(title) ?? path, path, `two pages have the title “${title}”`);
      titles.set(title, path);
    });
  }
}

for (const [route, addresses] of Object.entries(files)) {
  for (const { type, ...address } of addresses) {
    test(`${route} sends ${type.source}`, async () => {
      const { page } = await seat(address.as);
      const answer = await page.request.get(await pathOf(page, address.at) + (route.endsWith('/file') ? '/file' : ''));
      assert.equal(answer.status(), 200);
      const sent = answer.headers()['content-type'] ?? '';
      assert.match(sent, type);
      if (sent.startsWith('text/html')) await judgeFile(await answer.text());
    });
  }
}

for (const { status, ...address } of refusals) {
  test(`${String(address.at)} as ${address.as} says ${status}`, async () => {
    await judge(await open(address, status), nameOf(String(address.at), status));
  });
}

for (const { as, at, press: button } of mistakes) {
  test(`“${button}” with nothing filled in, on ${String(at)}, shows what to mend at the fields`, async () => {
    const page = await open({ as, at });
    for (const field of await page.locator('main input[type="text"]:visible').all()) await field.fill('');
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await press(page, button);
    assert.equal((await answered).status(), 422);
    assert.match(await page.title(), /^Error: /);
    await judge(page, nameOf(`${String(at)}-${button}`, 422));
    const wrong = await page.locator('.govuk-error-summary__list a').evaluateAll((links) => links.filter((link) => !document.querySelector(link.getAttribute('href') ?? '#')).length);
    assert.equal(wrong, 0, 'every line of the summary leads to its field');
  });
}

test('two people who write the same answer: the second is shown both', async () => {
  const { page, context } = await seat('lead');
  const [path, other] = ['/organisations/loamshire/assessments/2025-26/indicators/LA8.m3', await context.newPage()];
  for (const one of [page, other]) await one.goto(path);
  for (const one of [page, other]) {
    await one.getByLabel('Partly').check();
    await one.getByLabel('What was done').fill(one === page ? 'Written first.' : 'Written second.');
    await press(one, 'Save the answer');
  }
  assert.match(await other.locator('main').innerText(), /Written first\.[\s\S]*Written second\./);
  await judge(other, nameOf(path, 409));
  await other.close();
});

/** What the examples do not hold: an invitation that nobody has used, a calendar’s address, a recommendation in a draft, and a transcription that has begun. */
async function makeReady(): Promise<void> {
  const { page: administrator } = await seat('administrator');
  await administrator.goto('/organisations/loamshire/invitations');
  await administrator.getByLabel('Name').fill('Jo Field');
  await administrator.getByLabel('E-mail address').fill('jo.field@loamshire.example');
  await administrator.getByRole('combobox', { name: 'Role' }).selectOption('Reader');
  await press(administrator, 'Make the invitation');
  invitation = new URL(await administrator.getByLabel('Link').inputValue()).pathname;
  await judge(administrator, 'invitation-handed-over');
  const { page: lead } = await seat('lead');
  await lead.goto('/organisations/loamshire/dates');
  await press(lead, 'Make an address for the organisation’s calendar');
  calendar = new URL(await lead.getByLabel('Address').inputValue()).pathname;
  await judge(lead, 'calendar-handed-over');
  const { page: adviser } = await seat('adviser');
  await adviser.goto('/organisations/north-loamshire/assessments/2025-26/findings/recommendations');
  await adviser.getByLabel('What is recommended?').fill('Show the trend of the risk log over four quarters.');
  await adviser.getByLabel('OFFICIAL', { exact: true }).check();
  await press(adviser, 'Add recommendation');
  const { page: transcriber } = await seat('transcriber');
  await transcriber.goto('/organisations/tarnmarsh/assessments/2025-26/findings/letter');
  await transcriber.getByRole('combobox', { name: 'The letter' }).selectOption({ index: 1 });
  await press(transcriber, 'Use this letter');
}

/** Each person sits down once, at a browser of their own. */
function seat(as: Person | 'nobody'): Promise<Sitting> {
  const there = sittings.get(as) ?? sitDown(browser, server.address).then(async (sitting) => {
    await withRules(sitting.context);
    if (as !== 'nobody') await actAs(sitting.page, people[as]);
    return sitting;
  });
  sittings.set(as, there);
  return there;
}

async function open({ as, at }: Address, status = 200): Promise<Page> {
  const { page } = await seat(as);
  const answer = await page.goto(await pathOf(page, at));
  assert.equal(answer?.status(), status, page.url());
  return page;
}

async function pathOf(page: Page, at: Place): Promise<string> {
  if (at === '/links/of-an-invitation') return invitation;
  if (at === '/calendars/of-the-county') return calendar;
  if (typeof at === 'string') return at;
  const on = await pathOf(page, at.on);
  const links = elements(await (await page.request.get(on)).text(), ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? '');
  const found = links.find((link) => at.link.test(link));
  assert.ok(found, `no link on ${on} like ${at.link.source}: ${links.join(' ')}`);
  return found;
}

async function judge(page: Page, name: string): Promise<void> {
  // A page is drawn anew for every change of its width: it is looked at first as wide as the page before it was left.
  for (const width of page.viewportSize()?.width === widths[0] ? widths : widths.toReversed()) {
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
    await page.evaluate(drawn);
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    assert.deepEqual(await axeViolations(page), [], `at ${width} px`);
    assert.equal(await page.evaluate('document.scrollingElement.scrollWidth'), width, `something sticks out sideways at ${width} px`);
  }
  assert.equal(await page.locator('h1').count(), 1, 'one first heading');
  for (const { complaints } of await Promise.all(sittings.values())) assert.deepEqual(complaints.splice(0), [], page.url());
}

/** A page that is a file is read where it was put, without the server. */
async function judgeFile(html: string): Promise<void> {
  const { page, context } = await sitDown(browser, server.address, { offline: true });
  await page.setContent(html);
  await judge(page, 'file');
  await context.close();
}

function nameOf(route: string, at: number): string {
  return `${route.replace(/^\/(organisations\/)?/, '').replace(/[^\w.-]+/g, '_') || 'first'}${at > 0 ? `-${at}` : ''}`;
}
