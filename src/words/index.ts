import { platform } from './platform.ts';
import { frameworks } from './frameworks.ts';
import { site } from './site.ts';
import { start } from './start.ts';

/** Every string that a person reads, by capability. Welsh is a second object of the same shape. */
export const en = {
  platform,
  site,
  start,
};
export const en = { frameworks, site };

export type Words = typeof en;
