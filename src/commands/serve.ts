import { once } from 'node:events';
import { createServer } from 'node:net';
import { systemClock, today } from '../platform/clock.ts';
import { postOf } from '../platform/mail-ways.ts';
import { disposeOfDue } from '../platform/retention.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { openSite } from '../site.tsx';
import type { Settings } from '../settings.ts';
import { en } from '../words/index.ts';
import { startLetters, type Letters } from './letters.ts';
import { openPrepared } from './opening.ts';

const dayMs = 86_400_000;

/** Starts the product and runs until it is told to stop. */
export async function serve(settings: Settings): Promise<void> {
  const say = (line: string) => console.log(line);
  await tryPlace(settings);
  const { store, files } = await openPrepared(settings, { say, beside: false });
  let daily: NodeJS.Timeout | undefined;
  let letters: Letters | undefined;
  try {
    await files.sweep(new Date(Date.now() - dayMs));
    const post = postOf(settings, store.demonstration);
    const app = await openSite({ store, files, settings, clock: systemClock, lettersBy: post?.by, logTo: process.stdout });
    await listening(() => app.listen({ host: settings.host, port: settings.port }), settings);
    daily = everyDay(() => disposeOfDue({ ...store, files }, today(systemClock)).then(() => undefined));
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : settings.port;
    const typed = settings.publicAddress ?? `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
    if (post) letters = startLetters({ database: store.database, post, clock: systemClock, address: typed, logTo: process.stdout });
    say(en.platform.listening(typed));
    await Promise.race([untilToldToStop(), store.databaseLost.then(() => { throw new StartRefused(en.platform.databaseLost); })]);
    say(en.platform.stopping);
    await app.close();
  } finally {
    clearInterval(daily);
    await letters?.stop();
    await store.close();
  }
}

/** Whether there is a place to listen at is told before a first start makes its database. */
async function tryPlace(settings: Settings): Promise<void> {
  const trial = createServer();
  await listening(() => once(trial.listen(settings.port, settings.host), 'listening'), settings);
  await once(trial.close(), 'close');
}

async function listening(work: () => Promise<unknown>, { host, port }: Settings): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new StartRefused(en.platform.portInUse(host, port));
    if (code === 'EACCES') throw new StartRefused(en.platform.portNotAllowed(host, port));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartRefused(en.platform.hostUnknown(host));
    throw error;
  }
}

/** Now and every day that the server runs; a failure is told and tried again the next day. */
function everyDay(work: () => Promise<void>): NodeJS.Timeout {
  const run = () => { work().catch((error: unknown) => console.error(`${en.commands.notDisposed} ${error instanceof Error ? error.name : ''}`)); };
  run();
  return setInterval(run, dayMs);
}

function untilToldToStop(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
}
