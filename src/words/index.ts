import { about } from './about.ts';
import { accounts } from './accounts.ts';
import { actionPlan } from './action-plan.ts';
import { api } from './api.ts';
import { assessment } from './assessment.ts';
import { channel } from './channel.ts';
import { commands } from './commands.ts';
import { dipSampling } from './dip-sampling.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { frameworks } from './frameworks.ts';
import { glossary } from './glossary.ts';
import { look } from './look.ts';
import { imports } from './imports.ts';
import { meetings } from './meetings.ts';
import { moderation } from './moderation.ts';
import { organisations } from './organisations.ts';
import { oversight } from './oversight.ts';
import { history } from './history.ts';
import { packs } from './packs.ts';
import { paper } from './paper.ts';
import { platform } from './platform.ts';
import { publishing } from './publishing.ts';
import { recommendations } from './recommendations.ts';
import { reminders } from './reminders.ts';
import { reports } from './reports.ts';
import { riskLog } from './risk-log.ts';
import { secondReader } from './second-reader.ts';
import { site } from './site.ts';
import { start } from './start.ts';
import { accessibility, privacy } from './statements.ts';
import { together } from './together.ts';
import { venueHire } from './venue-hire.ts';
import { willNotDo } from './will-not-do.ts';
import { years } from './years.ts';

/** Every string that a person reads, by capability. Welsh is a second object of the same shape. */
export const en = {
  about,
  accounts,
  accessibility,
  actionPlan,
  api,
  assessment,
  channel,
  commands,
  dipSampling,
  documents,
  evidence,
  frameworks,
  glossary,
  look,
  imports,
  meetings,
  moderation,
  organisations,
  oversight,
  history,
  packs,
  paper,
  platform,
  publishing,
  recommendations,
  reminders,
  reports,
  riskLog,
  privacy,
  secondReader,
  site,
  start,
  together,
  venueHire,
  willNotDo,
  years,
};

export type Words = typeof en;
