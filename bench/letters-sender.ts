// A process of its own for bench/letters.ts: the server's work with letters, until none waits.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import * as z from 'zod';
import { startLetters } from '../src/commands/letters.ts';
import { openDatabase } from '../src/platform/database.ts';
import { smtpPost } from '../src/platform/mail-smtp.ts';

const given = z.object({ connection: z.looseObject({}), url: z.string(), moment: z.coerce.date() }).parse(JSON.parse(process.argv[2] ?? ''));
const database = openDatabase({ connection: given.connection });
const letters = startLetters({
  database, post: smtpPost({ url: given.url, from: 'reminders@council.test' }), clock: () => given.moment, address: 'https://dueregard.test', logTo: process.stderr,
});
const waiting = () => database.within({ is: 'accounts' }, (tx) => sql`select 1 from outgoing_mail where sent_at is null and given_up_at is null limit 1`.execute(tx));
do await sleep(200); while ((await waiting()).rows.length > 0);
await letters.stop();
await database.close();
