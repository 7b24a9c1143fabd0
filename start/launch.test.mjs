import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { transformSync } from 'esbuild';
import { begin, isAlive, npm, projects, run, told, until, write } from './tiny-project.mjs';

const WITHOUT_EXECVE = 'data:text/javascript,delete process.execve';

const places = projects();
const door = (...args) => [process.execPath, [join(places.project, 'start/dueregard.mjs'), ...args]];
const olderDoor = (...args) => [process.execPath, ['--import', WITHOUT_EXECVE, join(places.project, 'start/dueregard.mjs'), ...args]];

describe('handing over', () => {
  beforeEach(() => npm(places.project, 'ci', '--omit=dev'));

  for (const [name, through] of [['in its own process', door], ['beneath an older Node', olderDoor]]) {
    test(`${name}: arguments, folder and exit code are the product's`, async () => {
      const args = ['exit', '9', 'two words', '--flag=*', ''];
      const ended = await run(through(...args), { cwd: places.home });
      assert.equal(ended.code, 9, ended.err);
      const { rest, folder } = told(ended);
      assert.deepEqual([rest, folder], [args.slice(1), places.home]);
    });

    test(`${name}: the product ends itself when it is told to`, async () => {
      const serving = begin(through('serve'));
      await until(() => serving.out.includes('\n'));
      serving.child.kill('SIGTERM');
      const { code, out } = await serving.ended;
      assert.equal(code, 3);
      assert.match(out, /ended in order/);
    });

    test(`${name}: the product does not outlive a start that is killed`, async () => {
      const serving = begin(through('serve'));
      await until(() => serving.out.includes('\n'));
      serving.child.kill('SIGKILL');
      await until(() => !isAlive(told(serving).pid));
    });
  }

  test('the command works from another folder, through a chain of links, and with the Node of the packages', async () => {
    write(places.project, 'node_modules/.bin/node', `#!/bin/sh\nCHOSEN=packages exec "${process.execPath}" "$@"\n`);
    chmodSync(join(places.project, 'node_modules/.bin/node'), 0o755);
    const bin = mkdtempSync(join(places.home, 'bin '));
    symlinkSync(join(places.project, 'dueregard'), join(bin, 'first'));
    symlinkSync('first', join(bin, 'second'));
    const ended = await run([join(bin, 'second'), ['exit', '2', 'a b']], { cwd: bin });
    assert.equal(ended.code, 2, ended.err);
    const { rest, folder, chosen } = told(ended);
    assert.deepEqual([rest, folder, chosen], [['2', 'a b'], bin, 'packages']);
  });

  test('the platform package\'s Node is chosen before the one that started', async () => {
    const carried = join(places.project, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
    write(places.project, `node_modules/node-${process.platform}-${process.arch}/bin/node`, `#!/bin/sh\nCHOSEN=carried exec "${process.execPath}" "$@"\n`);
    chmodSync(carried, 0o755);
    assert.equal(told(await run(door('hello'))).chosen, 'carried');
  });

  test('without any Node the command says what to install', async () => {
    const tools = mkdtempSync(join(places.home, 'tools '));
    for (const tool of ['sh', 'dirname', 'readlink']) symlinkSync(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), join(tools, tool));
    const { code, err } = await run([join(places.project, 'dueregard'), ['serve']], { env: { PATH: tools } });
    assert.equal(code, 1);
    assert.match(err, /needs Node 20 or later/);
  });
});

describe('an old Node', () => {
  const pretend = (version) => `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`;

  for (const file of ['dueregard', 'test', 'run']) {
    test(`start/${file}.mjs says what to install on Node 14`, async () => {
      const { code, out, err } = await run([process.execPath, ['--import', pretend('14.21.3'), join(places.project, `start/${file}.mjs`), 'src/main.ts']]);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, /^DueRegard needs Node 20 or later.* this is Node 14\.21\.3\..*\n$/);
    });
  }

  test('a Node that can install but not run the product is told so where none comes with the packages', async () => {
    npm(places.project, 'ci', '--omit=dev');
    const { code, err } = await run([process.execPath, ['--import', pretend('22.20.0'), join(places.project, 'start/dueregard.mjs')]]);
    assert.equal(code, 1);
    assert.match(err, /^DueRegard runs on Node 24 or later\..*\n$/);
  });

  test('what such a Node reads has no newer syntax', async () => {
    for (const file of ['dueregard', 'test', 'run', 'node-version', 'words']) {
      const source = readFileSync(join(import.meta.dirname, `${file}.mjs`), 'utf8');
      const options = { format: 'esm', charset: 'utf8' };
      assert.equal(transformSync(source, { ...options, target: 'node14' }).code, transformSync(source, { ...options, target: 'esnext' }).code, file);
    }
  });
});
