// npm test: types, then every test there is; `npm test -- src/kernel` runs only the test files under that path.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { provideBrowserLibraries } from './browser-libraries.mjs';
import { install } from './install.mjs';
import { loader, productNode, root, runBeneath } from './launch.mjs';
import { orStop, Stop } from './stop.mjs';
import { words } from './words.mjs';

const ROOMS = ['src', 'test', 'start', 'bench'];
const FILES_AT_ONCE = 2;
const ONE_TEST_MS = 5 * 60_000;
// A test file that leaves a server open would never end. Stopped, the runner names the file that it was in.
const WHOLE_RUN_MS = 60 * 60_000;

export function runTests(paths) {
  return orStop(async () => {
    const started = Date.now();
    await install(root, { dev: true });
    const files = testFiles(paths.map((path) => resolve(path)));
    if (files.length === 0) throw new Stop(words.noTests(paths.join(' ')));
    const isWhole = paths.length === 0;
    provideBrowserLibraries();
    const types = isWhole ? await stage(words.types, [join(root, 'node_modules/typescript/bin/tsc')]) : undefined;
    const tests = await stage(words.tests(files.length), testRun(files));
    if (types !== undefined) console.log(words.typesEnded(types === 0));
    console.log(words.testsEnded(tests === 0, Math.round((Date.now() - started) / 1000)));
    process.exitCode = types || tests;
  });
}

function testFiles(within) {
  return ROOMS.map((room) => join(root, room)).filter(existsSync)
    .flatMap((room) => readdirSync(room, { recursive: true }).map((name) => join(room, name)))
    .filter((file) => /\.test\.(ts|tsx|mjs)$/.test(file))
    .filter((file) => within.length === 0 || within.some((path) => file === path || file.startsWith(path + sep)))
    .sort()
    .map((file) => relative(root, file));
}

function testRun(files) {
  const setup = join(root, 'test/global-setup.ts');
  return [
    '--disable-warning=ExperimentalWarning', '--import', loader, '--test', '--test-reporter=spec',
    `--test-concurrency=${FILES_AT_ONCE}`, `--test-timeout=${ONE_TEST_MS}`,
    ...(existsSync(setup) ? ['--test-global-setup', setup] : []),
    ...files,
  ];
}

function stage(title, args) {
  console.log(title);
  return runBeneath(productNode(), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: WHOLE_RUN_MS });
}
