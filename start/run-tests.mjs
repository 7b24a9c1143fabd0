// npm test: types, then every test there is; `npm test -- src/kernel` runs only the test files under that path.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provideBrowserLibraries } from './browser-libraries.mjs';
import { install } from './install.mjs';
import { flags, productNode, root, runBeneath } from './launch.mjs';
import { orStop, Stop } from './stop.mjs';
import { words } from './words.mjs';

const ROOMS = ['src', 'test', 'start', 'bench'];
const PROCESSES_AT_ONCE = 2;
// Half of what a test file of the product costs is to read and to warm the product: files share a process, one after the
// other, each as a test of its own that closes what it opened. The journeys have one each, for they take long, and so have
// the tests of start/, which is not yet the product.
const FILES_A_PROCESS = 16;
// Begun first, so that nothing long is left alone at the end.
const LONGEST = ['journeys/two-years', 'journeys/pages', 'journeys/year', 'crash', 'mistakes'].map((name) => join('test', `${name}.test.ts`));
const ONE_FILE_MS = 20 * 60_000;
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
    const folder = mkdtempSync(join(tmpdir(), 'dueregard-tests-'));
    const tests = await stage(words.tests(files.length), testRun(inProcesses(files, folder))).finally(() => rmSync(folder, { recursive: true, force: true }));
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

/** What the runner is given: for each process a file that reads those of its share. */
function inProcesses(files, folder) {
  const long = LONGEST.filter((file) => files.includes(file));
  const sharing = files.filter((file) => !long.includes(file) && (file.startsWith(`src${sep}`) || dirname(file) === 'test'));
  const groups = Array.from({ length: Math.ceil(sharing.length / FILES_A_PROCESS) }, (_, at) => sharing.slice(at * FILES_A_PROCESS, (at + 1) * FILES_A_PROCESS));
  const alone = files.filter((file) => !long.includes(file) && !sharing.includes(file));
  return [...long.map((file) => [file]), ...groups, ...alone.map((file) => [file])].map((share, at) => together(share, join(folder, `${String(at).padStart(3, '0')}.test.mjs`)));
}

/** Node waits for the tests that a file adds to the one that reads it, and runs the file's hooks for that one alone. It takes the shares in the order of their names. */
function together(share, file) {
  writeFileSync(file, [
    "import { test } from 'node:test';",
    ...share.map((name) => `test(${JSON.stringify(name)}, { timeout: ${ONE_FILE_MS} }, async () => { await import(${JSON.stringify(pathToFileURL(join(root, name)).href)}); });`),
  ].join('\n'));
  return file;
}

function testRun(files) {
  const setup = join(root, 'test/global-setup.ts');
  return [
    ...flags, '--test', '--test-reporter=spec',
    `--test-concurrency=${PROCESSES_AT_ONCE}`,
    ...(existsSync(setup) ? ['--test-global-setup', setup] : []),
    ...files,
  ];
}

function stage(title, args) {
  console.log(title);
  return runBeneath(productNode(), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: WHOLE_RUN_MS });
}
