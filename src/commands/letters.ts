import { setTimeout as sleep } from 'node:timers/promises';
import { letterOf, queueDue } from '../capabilities/reminders/index.ts';
import { today, type Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Post } from '../platform/mail.ts';
import { sendWaiting, type Outbox } from '../platform/outbox.ts';
import { en } from '../words/index.ts';

const pauseMs = 10_000;
const hourMs = 3_600_000;

export type LettersOptions = {
  readonly database: Database; readonly post: Post; readonly clock: Clock;
  /** The site's address, which the links of letters begin with. */
  readonly address: string;
  readonly logTo: { write(line: string): unknown };
};

/** The server's work with letters, until it is stopped. */
export type Letters = { readonly stop: () => Promise<void> };

/** Now and each hour queues what is due, and every few seconds sends what waits. What fails is told and tried again. */
export function startLetters({ database, post, clock, address, logTo }: LettersOptions): Letters {
  const ending = new AbortController();
  const log: Outbox['log'] = (message, facts) => { logTo.write(`${JSON.stringify({ level: 'warn', message, ...facts })}\n`); };
  const outbox: Outbox = { database, post, clock, log, write: (waiting, to) => letterOf(en, address, waiting, to) };
  let queuedAt = Number.NEGATIVE_INFINITY;
  const once = async () => {
    if (clock().getTime() - queuedAt >= hourMs) {
      await queueDue(database, today(clock));
      queuedAt = clock().getTime();
    }
    await sendWaiting(outbox, () => !ending.signal.aborted);
  };
  const work = async () => {
    while (!ending.signal.aborted) {
      await once().catch((error: unknown) => log('letters interrupted', { error: error instanceof Error ? error.name : '' }));
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    post.close();
  };
  const working = work();
  return { stop: () => { ending.abort(); return working; } };
}
