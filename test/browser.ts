// The browser of the tests, and the accessibility rules that every page is held to.
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

// No sandbox: CI runs as root. The rest keeps the browser from calling its maker while the tests run.
const ARGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const rules = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

const HOW_TO_GET_ONE = 'The tests need a browser. Set CHROMIUM_PATH to a Chromium or Chrome, or install one: '
  + '"apt-get install chromium", or for the one that npm brings (x64 only) "apt-get install libnss3 libnspr4 libexpat1".';

/** CHROMIUM_PATH, else the system's own Chromium or Chrome, else the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path)) ?? await fromNpm();
  try {
    return await chromium.launch({ executablePath, args: ARGS });
  } catch (cause) {
    throw new Error(`${HOW_TO_GET_ONE} ${executablePath} did not start.`, { cause });
  }
}

export type Violation = { rule: string; impact: string; help: string; nodes: string[] };

/** For who looks at many pages: each page reads the rules as it opens, at half of what it costs to hand them to a page that stands. */
export async function withRules(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: rules });
}

/**
 * What breaks WCAG 2.0 to 2.2, levels A and AA, on the page as it stands. The rules are put into a page once, at whatever
 * widths it is then looked at: reading them costs a browser as much as what they do. No page of the product has a frame.
 */
export async function axeViolations(page: Page): Promise<Violation[]> {
  if (!await page.evaluate('typeof axe === "object"')) await page.evaluate(rules);
  const options = JSON.stringify({ resultTypes: ['violations'], elementRef: false, runOnly: WCAG_2_2_AA });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id, impact: impact ?? 'unknown', help, nodes: nodes.map(({ html }) => html),
  }));
}

// The package's own way is to unpack into the shared temporary folder, where another account could have put a program of
// that name, and where a second test file would start a browser that is half there. It also offers arguments of its own,
// which switch off the very web security that the tests are to see at work. So we take the archive alone.
async function fromNpm(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(HOW_TO_GET_ONE);
  const home = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const browser = join(home, 'chromium');
  if (existsSync(browser)) return browser;
  const unfinished = `${browser}.${process.pid}`;
  await pipeline(createReadStream(join(home, 'bin/chromium.br')), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o755 }));
  await rename(unfinished, browser);
  return browser;
}
