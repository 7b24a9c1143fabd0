// The pictures of docs/guide/: the journey with scripts takes each at its moment. GUIDE_PICTURES names the folder that keeps
// them; without it none is taken, and the journey holds that each would be.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { withPalette } from './palette.ts';

/** Each picture by the job whose page of the guide shows it. */
export const pictures = [
  'lead-year', 'lead-assign', 'lead-missing', 'lead-submitted', 'lead-reply', 'lead-recommendation', 'lead-paper', 'lead-pack', 'lead-release', 'lead-last-year', 'lead-outcomes',
  'writer-home', 'writer-draft', 'writer-evidence', 'writer-conflict', 'writer-returned', 'writer-partner',
  'second-reader-challenge', 'second-reader-sign-off', 'second-reader-reopening',
  'adviser-queue', 'adviser-visit', 'adviser-findings', 'adviser-letter',
  'member-slides', 'member-public',
  'administrator-people', 'administrator-link', 'administrator-edition', 'administrator-kept', 'administrator-token',
] as const;

export type Picture = (typeof pictures)[number];

const [wide, narrow, tallest] = [{ width: 1280, height: 900 }, { width: 900, height: 900 }, 800];

/** A picture of what somebody has before them, from the first heading or the one that is named. */
export async function takePicture(page: Page, name: Picture, folder: string, from?: string): Promise<void> {
  await page.setViewportSize(narrow);
  await page.evaluate('scrollTo(0, 0)');
  const heading = from === undefined ? page.getByRole('heading', { level: 1 }) : page.getByRole('heading', { name: from }).first();
  const top = Math.max(0, ((await heading.boundingBox())?.y ?? 0) - 40);
  const length = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const taken = await page.screenshot({ fullPage: true, clip: { x: 0, y: top, width: narrow.width, height: Math.min(tallest, length - top) } });
  writeFileSync(join(folder, `${name}.png`), withPalette(taken));
  await page.setViewportSize(wide);
}
