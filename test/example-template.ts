import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemonstration } from '../src/demonstration/load.ts';
import { openDatabase } from '../src/platform/database.ts';
import { openFileStore } from '../src/platform/files.ts';
import { copyDatabase, query } from './database.ts';
import { madeOnce } from './made-once.ts';

const database = 'dueregard_examples';
/** Where the run keeps what its test files share, or a file that is run by itself. */
const place = process.env['DUEREGARD_TEST_EXAMPLES'] ?? join(mkdtempSync(join(tmpdir(), 'dueregard-examples-')), 'made');

/** A database that holds the examples, to be copied, and their files. To load them takes twenty times as long as to copy them. */
export async function exampleTemplate(now: Date): Promise<{ readonly database: string; readonly evidenceFolder: string }> {
  const kept = `${place}-loaded`;
  await madeOnce(kept, async (folder) => {
    const as = await copyDatabase(database);
    await query(as('dueregard_owner'), "insert into installation (demonstration, made_by_version) values (true, 'test')");
    const [app, owner] = [openDatabase({ connection: as('dueregard_app') }), openDatabase({ connection: as('dueregard_owner') })];
    try {
      await loadDemonstration({ database: app, owner, files: openFileStore(join(folder, 'evidence'), 1_000_000), now }, () => undefined);
    } finally {
      await app.close();
      await owner.close();
    }
  });
  return { database, evidenceFolder: join(kept, 'evidence') };
}
