import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCluster, type TestCluster } from './cluster.ts';

let cluster: TestCluster | undefined;
let examples: string | undefined;

/** One PostgreSQL for the whole run: each test file makes its databases in it from a template. And one place for the examples that journeys begin with. */
export async function globalSetup(): Promise<void> {
  examples = mkdtempSync(join(tmpdir(), 'dueregard-examples-'));
  process.env['DUEREGARD_TEST_EXAMPLES'] = join(examples, 'made');
  cluster = await startTestCluster();
  process.env['DUEREGARD_TEST_CLUSTER'] = JSON.stringify(cluster.address);
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop();
  for (const folder of [cluster?.folder, examples]) if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
