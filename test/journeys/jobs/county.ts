// Where the two years play, and who takes part: one person is one browser of their own.
import type { Page } from 'playwright-core';
import type { Picture } from '../pictures.ts';

export const names = {
  lead: 'Loamshire Prevent lead',
  writer: 'Loamshire community safety officer',
  secondReader: 'Loamshire second reader',
  administrator: 'Loamshire administrator',
  councillor: 'Loamshire councillor',
  partner: 'Pellbridge Prevent lead',
  adviser: 'Example Home Office adviser',
} as const;

export type Job = keyof typeof names;

/** Shows a page to the guide, where its pictures are taken. */
export type Show = (page: Page, name: Picture, from?: string) => Promise<void>;

export const county = '/organisations/loamshire';
export const firstYear = `${county}/assessments/2025-26`;
export const secondYear = `${county}/assessments/2026-27`;

/** What one person hands to another, by its code in the first year’s benchmarks. */
export const parts = { handedOut: 'LA8.m2', written: 'LA8.m3', partner: 'LA7.m4' } as const;

export const texts = {
  draft: 'Residents were asked in the autumn which messages reach them.',
  mended: 'Residents were asked in the autumn which messages reach them: 412 answers, summed up in November.',
  both: 'The calendar is kept by the communications officer, and the board looks at it each quarter.',
  partner: 'The district checks every booking of the shared halls with the county’s form.',
  evidence: 'Summary of what residents answered',
  done: 'Show in the yearly report which messages reached residents.',
  open: 'Agree with the districts how often the shared venues are visited.',
  finance: 'The survey is paid from the communications budget.',
  amendment: 'The survey had 421 answers, not 412: nine came in late.',
} as const;
