import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { aboutRoutes } from './capabilities/about/routes.tsx';
import { accountRoutes } from './capabilities/accounts/index.ts';
import { assessmentRoutes, assessmentsOf } from './capabilities/assessment/index.ts';
import { evidenceFacts, evidenceRoutes } from './capabilities/evidence/index.ts';
import { frameworkRoutes } from './capabilities/frameworks/index.ts';
import { historyRoutes } from './capabilities/history/index.ts';
import { moderationRoutes, outcomesOf } from './capabilities/moderation/index.ts';
import { chromeOf } from './chrome.tsx';
import { exampleDoors } from './demonstration/doors.ts';
import type { Clock } from './platform/clock.ts';
import type { FileStore } from './platform/files.ts';
import type { Route } from './platform/route.ts';
import type { Store } from './platform/store.ts';
import { openWeb, type Surroundings } from './platform/web.ts';
import type { Settings } from './settings.ts';
import { en } from './words/index.ts';

export type SiteOptions = {
  readonly store: Store;
  readonly files: FileStore;
  readonly settings: Pick<Settings, 'publicAddress' | 'fileLimitBytes' | 'idleMinutes'>;
  readonly clock: Clock;
  readonly logTo?: { write(line: string): void };
};

const assetFolders = ['./govuk/assets/', '../node_modules/govuk-frontend/dist/govuk/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** Every route of the product, the capabilities in the order in which they may use each other. */
export function siteRoutes({ store, files, settings, logTo }: SiteOptions): readonly Route[] {
  return [
    ...accountRoutes({ idleMinutes: settings.idleMinutes, demonstration: store.demonstration }),
    ...frameworkRoutes(),
    ...historyRoutes(),
    ...evidenceRoutes({
      files, fileLimitBytes: settings.fileLimitBytes, assessmentReader: assessmentsOf,
      onDamaged: (found) => logTo?.write(`${JSON.stringify({ level: 'error', message: 'evidence damaged', ...found })}\n`),
    }),
    ...assessmentRoutes({ outcomesOf, factSources: [evidenceFacts] }),
    ...moderationRoutes({ files, fileLimitBytes: settings.fileLimitBytes }),
    ...aboutRoutes({ examples: store.demonstration ? exampleDoors() : [], home: '/home' }),
  ];
}

/** The whole product behind one web server, ready to listen. */
export async function openSite(options: SiteOptions): Promise<FastifyInstance> {
  const { store, files, settings, clock, logTo } = options;
  return openWeb({
    database: store.database, files, clock, words: en, routes: siteRoutes(options), assetFolders,
    chrome: chromeOf(en, store.demonstration, navigation),
    demonstration: store.demonstration, publicAddress: settings.publicAddress, fileLimitBytes: settings.fileLimitBytes,
    ready: () => answers(store),
    ...(logTo ? { logTo } : {}),
  });
}

function navigation({ visitor, path }: Surroundings) {
  const bodies = new Map(visitor?.memberships.map(({ organisation }) => [organisation.shortName, organisation.name]));
  return [...bodies].map(([shortName, name]) => ({ text: name, href: `/organisations/${shortName}`, active: path.startsWith(`/organisations/${shortName}`) }));
}

async function answers({ database }: Store): Promise<boolean> {
  try {
    await database.transaction((tx) => sql`select 1`.execute(tx));
    return true;
  } catch {
    return false;
  }
}
