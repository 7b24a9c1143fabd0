import { loadDemonstration } from '../demonstration/load.ts';
import { systemClock } from '../platform/clock.ts';
import { openFileStore, type FileStore } from '../platform/files.ts';
import { openStore, type Store } from '../platform/store.ts';
import type { Settings } from '../settings.ts';
import { en } from '../words/index.ts';
import { version } from '../platform/version.ts';

/** The store and its files, ready for use: an empty demonstration has its examples loaded first. */
export async function openPrepared(settings: Settings, { say, beside }: { readonly say: (line: string) => void; readonly beside: boolean }): Promise<{ store: Store; files: FileStore }> {
  const store = await openStore(settings, { version: version(), say, beside });
  try {
    const files = openFileStore(store.evidenceFolder, settings.fileLimitBytes);
    if (store.demonstration) await loadDemonstration({ ...store, files, now: systemClock() }, () => say(en.platform.loadingExample));
    return { store, files };
  } catch (error) {
    await store.close();
    throw error;
  }
}
