import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { aboutRoutes } from './capabilities/about/routes.tsx';
import { actionPlanAccess, actionPlanPaths, actionPlanRoutes, actionsForOthers, besideRecommendation, overdueActions, planFacts, planSheet } from './capabilities/action-plan/index.ts';
import { accountDesk, accountPaths, accountRoutes, argon2Passwords } from './capabilities/accounts/index.ts';
import { assessmentAccess, assessmentPaths, assessmentRoutes, assessmentsOf } from './capabilities/assessment/index.ts';
import { channelAccess, channelFacts, channelPaths, channelRoutes, panelsForOthers } from './capabilities/channel/index.ts';
import { committeeAccess, committeePaths, committeeRoutes, paperDue, papersDue } from './capabilities/committees/index.ts';
import { dipSamplingAccess, dipSamplingPaths, dipSamplingRoutes, sampleFacts, sampleOrigin, samplesForOthers, sampleTasks } from './capabilities/dip-sampling/index.ts';
import { evidenceAccess, evidenceFacts, evidencePaths, evidenceRoutes } from './capabilities/evidence/index.ts';
import { frameworkRoutes } from './capabilities/frameworks/index.ts';
import { importRoutes, type KindPlace } from './capabilities/imports/index.ts';
import { historyAccess, historyPaths, historyRoutes } from './capabilities/history/index.ts';
import { lookAccess, lookPaths, lookRoutes } from './capabilities/look/index.ts';
import { moderationAccess, moderationPaths, moderationRoutes, outcomesOf } from './capabilities/moderation/index.ts';
import { organisationPaths, organisationRoutes, type NextStep, type Section, type SharedReader, type TaskReader } from './capabilities/organisations/index.ts';
import { asked, besideRisk, oversightAccess, oversightFacts, oversightPaths, oversightRoutes, requestsToAnswer } from './capabilities/oversight/index.ts';
import { publishingAccess, publishingPaths, publishingRoutes } from './capabilities/publishing/index.ts';
import { recommendationAccess, recommendationPaths, recommendationRoutes, stillOpen } from './capabilities/recommendations/index.ts';
import { lettersGivenUp, reminderAccess, reminderPaths, reminderRoutes } from './capabilities/reminders/index.ts';
import { reportAccess, reportPaths, reportRoutes } from './capabilities/reports/index.ts';
import { returnDue, riskLogAccess, riskLogPaths, riskLogRoutes, riskOrigin, riskSheet } from './capabilities/risk-log/index.ts';
import { bookingsToDecide, incidentOrigin, venueAccess, venueFacts, venuePaths, venueRoutes } from './capabilities/venue-hire/index.ts';
import { yearsAccess, yearsPaths, yearsRoutes } from './capabilities/years/index.ts';
import { beside, sharedWithUs, tasks, togetherRoutes } from './capabilities/together/index.ts';
import { chromeOf } from './chrome.tsx';
import { exampleDoors } from './demonstration/doors.ts';
import { permitFor, type MemberRule, type Role } from './kernel/access.ts';
import { yearContaining, type Year } from './kernel/year.ts';
import type { Clock } from './platform/clock.ts';
import type { FileStore } from './platform/files.ts';
import type { Post } from './platform/mail.ts';
import type { MemberVisit, Route } from './platform/route.ts';
import type { Store } from './platform/store.ts';
import { version } from './platform/version.ts';
import { openWeb, type Surroundings } from './platform/web.ts';
import type { Settings } from './settings.ts';
import { en } from './words/index.ts';

export type SiteOptions = {
  readonly store: Store;
  readonly files: FileStore;
  readonly settings: Partial<Pick<Settings, 'metricsToken'>> & Pick<Settings, 'publicAddress' | 'proxies' | 'fileLimitBytes' | 'idleMinutes'>;
  readonly clock: Clock;
  /** By which way letters leave; left out: by none. */
  readonly lettersBy?: Post['by'] | undefined;
  readonly logTo?: { write(line: string): void };
};

const assetFolders = ['./govuk/assets/', '../node_modules/govuk-frontend/dist/govuk/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** What the page of a body leads to. */
const sections: readonly Section[] = [
  { text: (words) => words.site.rooms.assessments, href: assessmentPaths.list, access: assessmentAccess.readSubmission },
  { text: (words) => words.moderation.advising.title, href: moderationPaths.advising, access: moderationAccess.advise },
  { text: (words) => words.years.heading, href: yearsPaths.outcomes, access: yearsAccess.read },
  { text: (words) => words.recommendations.link, href: recommendationPaths.list, access: recommendationAccess.list },
  { text: (words) => words.riskLog.link, href: riskLogPaths.log, access: riskLogAccess.read },
  { text: (words) => words.riskLog.returnsLink, href: riskLogPaths.returns, access: riskLogAccess.timeliness },
  { text: (words) => words.oversight.requests.link, href: oversightPaths.requests, access: oversightAccess.requests },
  { text: (words) => words.oversight.link, href: oversightPaths.grid, access: oversightAccess.read },
  { text: (words) => words.actionPlan.link, href: actionPlanPaths.plan, access: actionPlanAccess.read },
  { text: (words) => words.dipSampling.link, href: dipSamplingPaths.list, access: dipSamplingAccess.list },
  { text: (words) => words.venueHire.link, href: venuePaths.bookings, access: venueAccess.read },
  { text: (words) => words.channel.link, href: channelPaths.panel, access: channelAccess.read },
  { text: (words) => words.site.rooms.evidence, href: evidencePaths.list, access: evidenceAccess.read },
  { text: (words) => words.reminders.link, href: reminderPaths.dates, access: reminderAccess.read },
  { text: (words) => words.meetings.link, href: committeePaths.list, access: committeeAccess.read },
  { text: (words) => words.look.heading, href: lookPaths.look, access: lookAccess.write },
  { text: (words) => words.reminders.letters.link, href: reminderPaths.letters, access: reminderAccess.letters },
  { text: (words) => words.history.kept.heading, href: historyPaths.kept, access: historyAccess.read },
  { text: (words) => words.site.rooms.history, href: (org) => historyPaths.organisation(org), access: historyAccess.read },
];

/** What comes in from spreadsheets, and where it stands afterwards. */
const importPlaces: readonly KindPlace[] = [
  { kind: riskSheet, text: (words) => words.riskLog.link, after: (org, quarter) => (quarter === null ? riskLogPaths.log(org) : riskLogPaths.return(org, quarter)) },
  { kind: planSheet, text: (words) => words.actionPlan.link, after: actionPlanPaths.plan },
];

/** A lead goes on with the year that is open and not submitted, else opens this one. */
const yearToDo: NextStep = async ({ tx, organisation, roles, today }) => {
  if (!roles.includes('prevent_lead')) return undefined;
  const assessments = await assessmentsOf(tx, organisation.id);
  const underWay = assessments.find(({ openedOn, submittedAt }) => openedOn !== null && !submittedAt);
  if (underWay) return { text: (words) => words.site.rooms.workOnYear(underWay.year), href: assessmentPaths.year(organisation.shortName, underWay.year) };
  const year = yearContaining(today);
  return assessments.some((one) => one.year === year) ? undefined : { text: (words) => words.site.rooms.openYear(year), href: assessmentPaths.list(organisation.shortName) };
};

/** What somebody has to do, and what was opened to their body, as each capability knows it. */
const allTasks: TaskReader = async (ask) => [
  ...(onlyBookings(ask.roles) ? [] : [...await tasks(ask), ...await overdueActions(ask), ...await requestsToAnswer(ask), ...await sampleTasks(ask)]), ...await bookingsToDecide(ask),
];
const allShared: SharedReader = async (tx, today, roles) => onlyBookings(roles) ? [] : [...await sharedWithUs(tx, today, roles), ...await actionsForOthers(tx, today, roles), ...await samplesForOthers(tx, today, roles), ...await panelsForOthers(tx, today, roles)];

/** Every route of the product, the capabilities in the order in which they may use each other. */
export function siteRoutes({ store, files, settings, lettersBy, logTo }: SiteOptions): readonly Route[] {
  return [
    ...organisationRoutes({ accounts: accountDesk, sections, nextSteps: [lettersGivenUp, paperDue, returnDue, yearToDo], tasks: allTasks, shared: allShared }),
    ...accountRoutes({ idleMinutes: settings.idleMinutes, demonstration: store.demonstration, passwords: argon2Passwords() }),
    ...frameworkRoutes(),
    ...historyRoutes(),
    ...evidenceRoutes({
      files, fileLimitBytes: settings.fileLimitBytes, assessmentReader: assessmentsOf,
      onDamaged: (found) => logTo?.write(`${JSON.stringify({ level: 'error', message: 'evidence damaged', ...found })}\n`),
    }),
    ...lookRoutes(),
    ...assessmentRoutes({ outcomesOf, factSources: [evidenceFacts, oversightFacts, planFacts, sampleFacts, venueFacts, channelFacts], beside, further: furtherInYear, stillOpen, papersDue }),
    ...togetherRoutes(),
    ...moderationRoutes({ files, fileLimitBytes: settings.fileLimitBytes, demonstration: store.demonstration }),
    ...recommendationRoutes({ beside: besideRecommendation }),
    ...actionPlanRoutes({ origins: [riskOrigin, sampleOrigin, incidentOrigin], demonstration: store.demonstration }),
    ...yearsRoutes({ files, fileLimitBytes: settings.fileLimitBytes }),
    ...committeeRoutes(),
    ...importRoutes(importPlaces),
    ...riskLogRoutes({ chases: asked, beside: besideRisk, demonstration: store.demonstration }),
    ...dipSamplingRoutes({ demonstration: store.demonstration }),
    ...venueRoutes(),
    ...channelRoutes(),
    ...oversightRoutes(),
    ...reportRoutes({ demonstration: store.demonstration, files, version: version() }),
    ...publishingRoutes(),
    ...reminderRoutes({ lettersBy: store.demonstration ? 'demonstration' : lettersBy }),
    ...aboutRoutes({ examples: store.demonstration ? exampleDoors() : [], home: organisationPaths.home }),
  ];
}

/** Who takes bookings in, and is nothing else, may open none of the other tasks. */
const onlyBookings = (roles: readonly Role[]) => roles.every((role) => role === 'bookings_officer');

/** Where a year goes on after its assessment. */
function furtherInYear({ organisation: { shortName }, words, visitor, permit }: MemberVisit, year: Year, submitted: boolean) {
  const findings = { text: words.moderation.findings.heading, href: moderationPaths.findings(shortName, year) };
  const reports = { text: words.reports.link, href: reportPaths.list(shortName, year) };
  const documents = { text: words.years.documents.link, href: yearsPaths.documents(shortName, year) };
  const visits = { text: words.moderation.visits.title, href: moderationPaths.visits(shortName, year) };
  const bundle = { text: words.moderation.bundle.link, href: moderationPaths.bundle(shortName, year) };
  const release = { text: words.publishing.link, href: publishingPaths.release(shortName, year) };
  const meetings = { text: words.meetings.link, href: committeePaths.list(shortName) };
  const may = (rule: MemberRule) => permitFor(rule, visitor, [permit]) !== undefined;
  return [
    findings, ...(submitted && may(moderationAccess.bundle) ? [bundle] : []), ...(may(moderationAccess.visits) ? [visits] : []),
    ...(may(reportAccess.read) ? [reports] : []), ...(may(yearsAccess.read) ? [documents] : []),
    ...(may(committeeAccess.read) ? [meetings] : []), ...(may(publishingAccess.release) ? [release] : []),
  ];
}

/** The whole product behind one web server, ready to listen. */
export async function openSite(options: SiteOptions): Promise<FastifyInstance> {
  const { store, files, settings, clock, logTo } = options;
  return openWeb({
    database: store.database, files, clock, words: en, routes: siteRoutes(options), assetFolders,
    chrome: chromeOf({ words: en, demonstration: store.demonstration, navigation, logoPath: lookPaths.logoFile }),
    demonstration: store.demonstration, publicAddress: settings.publicAddress, metricsToken: settings.metricsToken, proxies: settings.proxies, fileLimitBytes: settings.fileLimitBytes,
    ready: () => answers(store),
    ...(logTo ? { logTo } : {}),
  });
}

function navigation({ visitor, path }: Surroundings) {
  const bodies = new Map(visitor?.memberships.map(({ organisation }) => [organisation.shortName, organisation.name]));
  const items = [...bodies].map(([shortName, name]) => ({ text: name, href: `/organisations/${shortName}`, active: new RegExp(`^/organisations/${shortName}(?:[/?]|$)`).test(path) }));
  return visitor ? [...items, { text: en.site.account, href: accountPaths.account, active: path === accountPaths.account }]
    : [{ text: en.site.signIn, href: accountPaths.signIn, active: path.startsWith(accountPaths.signIn) }];
}

async function answers({ database }: Store): Promise<boolean> {
  try {
    await database.transaction((tx) => sql`select 1`.execute(tx));
    return true;
  } catch {
    return false;
  }
}
