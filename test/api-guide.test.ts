// The commands of docs/guide/api.md, run as they stand there, answer what stands there.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { tokenOf } from './program.ts';
import { testSite } from './site.ts';

const run = promisify(execFile);
const guide = readFileSync(new URL('../docs/guide/api.md', import.meta.url), 'utf8');
const steps = [...guide.matchAll(/```sh\n([\s\S]+?)```\n```json\n([\s\S]+?)```/g)].map(([, command = '', expected = '']) => ({ command, expected: JSON.parse(expected) as object }));

test('every command of the guide answers what the guide says', { skip: await isMissing('curl') && 'curl is not on this computer' }, async () => {
  const site = await testSite({ examples: true });
  const [, email = ''] = /--person (\S+)/.exec(guide) ?? [];
  const address = await site.app.listen({ host: '127.0.0.1', port: 0 });
  const cwd = mkdtempSync(join(tmpdir(), 'dueregard-guide-'));
  const env = { PATH: process.env['PATH'], ADDRESS: address, TOKEN: await tokenOf(site, email, 'write') };
  try {
    for (const { command, expected } of steps) {
      const { stdout } = await run('sh', ['-ec', command], { cwd, env });
      assert.partialDeepStrictEqual(JSON.parse(stdout), expected, `${command}${stdout}`);
    }
    assert.ok(steps.length >= 6, `${steps.length} steps`);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});

async function isMissing(program: string): Promise<boolean> {
  return run(program, ['--version']).then(() => false, () => true);
}
