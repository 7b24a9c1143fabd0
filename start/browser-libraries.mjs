// The tests' browser comes from npm, but uses three libraries of the system that a bare server or container lacks.
import { execFileSync } from 'node:child_process';
import { words } from './words.mjs';

const LIBRARIES = { 'libnss3.so': 'libnss3', 'libnspr4.so': 'libnspr4', 'libexpat.so.1': 'libexpat1' };

/**
 * Installs with apt what is missing, where we are root and there is apt. Never an error: test/browser.ts says what to
 * install when no browser starts.
 */
export function provideBrowserLibraries() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return;
  const packages = lackingPackages();
  if (packages.length === 0) return;
  console.log(words.installingLibraries(packages.join(' ')));
  try {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages);
  } catch (error) {
    console.log(words.librariesNotInstalled(packages.join(' '), error.message.split('\n')[0]));
  }
}

/** Chromium itself where npm has none for this processor; else the libraries that the linker cannot find. */
function lackingPackages() {
  if (process.arch !== 'x64') return hasCommand('chromium') ? [] : ['chromium'];
  const known = output('ldconfig', '-p') ?? output('/sbin/ldconfig', '-p');
  if (known === undefined) return [];
  return Object.entries(LIBRARIES).filter(([file]) => !known.includes(`${file} `)).map(([, name]) => name);
}

function hasCommand(name) {
  return output('sh', '-c', `command -v ${name}`) !== undefined;
}

function output(command, ...args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

function apt(...args) {
  execFileSync('apt-get', ['--quiet', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
