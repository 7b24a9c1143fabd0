// What goes to the committee and to everybody, and who reads it there.
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { choose, follow, main, press, take } from '../person.ts';
import { fillDay, inDays } from '../steps.ts';
import { county, firstYear, texts, type Show } from './county.ts';

export async function datesTheCommittee(page: Page): Promise<void> {
  await page.goto(`${county}/meetings`);
  await page.getByLabel('Committee', { exact: true }).fill('Scrutiny committee');
  await page.getByLabel('Which year’s assessment goes there?').selectOption('2025/26');
  await fillDay(page.getByRole('main'), 'By when is the paper due?', inDays(20));
  await fillDay(page.getByRole('main'), 'When does the committee meet?', inDays(30));
  await press(page, 'Add a meeting');
  assert.match(await main(page), /Scrutiny committee[\s\S]*Paper due in \d+ days/);
}

export async function writesThePaper(page: Page, show: Show): Promise<void> {
  await page.goto(`${firstYear}/paper/finance`);
  await page.getByLabel('Text', { exact: true }).fill(texts.finance);
  await press(page, 'Save');
  await page.goto(`${firstYear}/paper`);
  assert.ok((await main(page)).includes(texts.finance));
  await show(page, 'lead-paper');
  await page.goto(`${firstYear}/exempt`);
  await page.getByLabel('Part', { exact: true }).selectOption('Finance');
  await choose(page, '3. Information relating to the financial');
  await page.getByLabel('Why the public interest is against publication').fill('The price is not agreed yet, and will be published once it is.');
  await choose(page, 'Members');
  await press(page, 'Make a part exempt');
  assert.match(await main(page), /Finance\s+3\s+The price is not agreed yet/);
}

/** Members read the exempt part, and the public a line in its place; every file of a pack is the one that its manifest names. */
export async function issuesThePacks(page: Page, year: string, show?: Show): Promise<void> {
  await page.goto(`${year}/packs`);
  for (const audience of ['For elected members', 'For the public']) {
    await choose(page, audience);
    await press(page, 'Issue the pack');
    assert.match(await main(page), /The pack has been issued/);
  }
  await show?.(page, 'lead-pack');
  await page.getByRole('row').filter({ hasText: 'For the public' }).getByRole('button', { name: /^Make it again and compare/ }).click();
  await page.getByText('The pack was made again from its record. Every byte is the same.').waitFor();
}

export async function takesThePack(page: Page, year: string, audience: string): Promise<Readonly<Record<string, Uint8Array>>> {
  await page.goto(`${year}/packs`);
  const files = unzipSync(await take(page, new RegExp(`^Download for ${audience}`)));
  const manifest = files['manifest.json'];
  assert.ok(manifest);
  for (const format of ['pptx', 'odp', 'docx', 'odt', 'pdf', 'html', 'json', 'csv', 'xlsx', 'ods']) assert.ok(Object.keys(files).some((name) => name.endsWith(`.${format}`)), format);
  return files;
}

export async function releases(page: Page, year: string, show?: Show): Promise<void> {
  await page.goto(`${year}/release`);
  await show?.(page, 'lead-release');
  await page.getByLabel('I have read what will be public, and may release it').check();
  await press(page, 'Release to everybody');
  assert.match(await main(page), /The year is public\./);
}

/** What the county’s slides tell besides its findings: a page each. */
const kept = ['Quarterly risk logs: on time', 'Partnership plan', 'Dip samples of referrals', 'Venue hire', 'Channel panel'];

/** The councillor reads the slides’ own text on a page, takes the members’ pack, and sees when the committee meets. */
export async function readsForTheCommittee(page: Page, show: Show): Promise<void> {
  await page.goto(county);
  await follow(page, 'Committee dates');
  assert.match(await main(page), /Scrutiny committee/);
  await page.goto(`${firstYear}/reports`);
  await follow(page, /^Read it here.*for elected members$/);
  const said = await main(page);
  for (const text of [texts.done, texts.open, texts.finance, texts.amendment, ...kept]) assert.ok(said.includes(text), text);
  await show(page, 'member-slides');
  const files = await takesThePack(page, firstYear, 'elected members');
  assert.ok(textOf(files).includes(texts.finance));
  const open = await takesThePack(page, firstYear, 'the public');
  assert.ok(textOf(open).includes(texts.open) && !textOf(open).includes(texts.finance), 'what is exempt is in no file for the public');
}

export async function readsWhatIsPublic(page: Page, said: RegExp, show?: Show): Promise<void> {
  await page.goto('/public/loamshire');
  assert.match(await main(page), said);
  assert.doesNotMatch(await main(page), new RegExp(texts.finance));
  await show?.(page, 'member-public');
}

export async function readsEveryYear(page: Page, show: Show): Promise<void> {
  await page.goto(county);
  await follow(page, 'Outcomes by year');
  const strip = await page.getByRole('table').first().innerText();
  assert.match(strip, /2024\/25[\s\S]*2025\/26[\s\S]*2026\/27/);
  assert.match(strip, /Communication and Engagement[\s\S]*Exceeded/);
  await show(page, 'lead-outcomes');
}

/** Of the formats that are text by themselves. */
function textOf(files: Readonly<Record<string, Uint8Array>>): string {
  return Object.entries(files).filter(([name]) => /\.(html|json|csv)$/.test(name)).map(([, bytes]) => strFromU8(bytes)).join('\n');
}
