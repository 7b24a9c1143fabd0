import { about } from './about.ts';
import { accounts } from './accounts.ts';
import { assessment } from './assessment.ts';
import { commands } from './commands.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { frameworks } from './frameworks.ts';
import { moderation } from './moderation.ts';
import { organisations } from './organisations.ts';
import { history } from './history.ts';
import { platform } from './platform.ts';
import { reports } from './reports.ts';
import { site } from './site.ts';
import { start } from './start.ts';

/** Every string that a person reads, by capability. Welsh is a second object of the same shape. */
export const en = {
  about,
  accounts,
  assessment,
  commands,
  documents,
  evidence,
  frameworks,
  moderation,
  organisations,
  history,
  platform,
  reports,
  site,
  start,
};

export type Words = typeof en;
