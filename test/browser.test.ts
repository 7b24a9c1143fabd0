import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeViolations, launchBrowser } from './browser.ts';

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

const page = (body: string) => `<!doctype html><html lang="en"><head><title>Risk log</title></head><body><main><h1>Risk log</h1>${body}</main></body></html>`;

async function violationsOf(body: string) {
  const context = await browser.newContext({ bypassCSP: true });
  try {
    const opened = await context.newPage();
    await opened.setContent(page(body));
    return await axeViolations(opened);
  } finally {
    await context.close();
  }
}

test('a page with nothing wrong has no violations', async () => {
  assert.deepEqual(await violationsOf('<label for="d">District</label><input id="d">'), []);
});

test('a fault of each generation of the guidelines is found', async () => {
  const faults: [string, string][] = [
    ['label', '<input id="d">'],
    ['color-contrast', '<p style="color:#bbb;background:#fff">Late</p>'],
    ['autocomplete-valid', '<label for="d">Name</label><input id="d" autocomplete="nobody">'],
    ['target-size', '<p><button style="width:9px;height:9px;padding:0;border:0" aria-label="a"></button><button style="width:9px;height:9px;padding:0;border:0" aria-label="b"></button></p>'],
  ];
  for (const [rule, body] of faults) {
    const found = (await violationsOf(body)).map((violation) => violation.rule);
    assert.ok(found.includes(rule), `${rule} in ${found.join()}`);
  }
});

test('a page\'s scripts run, and do not in a context without JavaScript', async () => {
  const body = '<p id="p">still</p><script>document.getElementById("p").textContent = "scripted"</script>';
  for (const [javaScriptEnabled, expected] of [[true, 'scripted'], [false, 'still']] as const) {
    const context = await browser.newContext({ javaScriptEnabled });
    const opened = await context.newPage();
    await opened.setContent(page(body));
    assert.equal(await opened.textContent('#p'), expected);
    await context.close();
  }
});
