import { rmSync } from 'node:fs';
import { startTestCluster, type TestCluster } from './cluster.ts';

let cluster: TestCluster | undefined;

/** One PostgreSQL for the whole run: each test file makes its databases in it from a template. */
export async function globalSetup(): Promise<void> {
  cluster = await startTestCluster();
  process.env['DUEREGARD_TEST_CLUSTER'] = JSON.stringify(cluster.address);
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop();
  if (cluster) rmSync(cluster.folder, { recursive: true, force: true });
}
