import assert from 'node:assert/strict';
import { accountOf, argon2Passwords } from '../src/capabilities/accounts/index.ts';
import { clientOf, elements, attribute, type Client, type Reply } from './client.ts';
import { query } from './database.ts';
import type { TestSite } from './site.ts';

/** Cheap parameters, so that tests do not wait; the first sign-in keeps the password with the real ones. */
const cheap = argon2Passwords({ memoryKib: 64, passes: 1, lanes: 1 });

export const goodPassword = 'kettle lamp bridge';

export async function givePassword({ db }: TestSite, email: string, password: string = goodPassword): Promise<void> {
  await query(db.as('dueregard_owner'), 'update account set password_hash = $2 where email = $1', [email, await cheap.hash(password)]);
}

/** The browser after an answer that may have set its cookie. */
export function browserAfter({ app }: TestSite, reply: Reply): Client {
  return clientOf(app, tokenIn(reply));
}

/** The session token that an answer gives the browser; undefined when it gives none or takes it away. */
export function tokenIn(reply: Reply): string | undefined {
  const [cookie] = [reply.headers['set-cookie']].flat().filter((value) => String(value).startsWith('dueregard-session='));
  return /^dueregard-session=([^;]+)/.exec(String(cookie ?? ''))?.[1];
}

export async function sessionsOf({ db, store }: TestSite, email: string): Promise<number> {
  const id = await store.database.within({ is: 'accounts' }, (tx) => accountOf(tx, email));
  const [row] = await query<{ count: string }>(db.as('dueregard_owner'), 'select count(*) from session where account_id = $1', [id]);
  return Number(row?.count);
}

/** The path of the one-time link that an administrator's page shows. */
export function linkOn(page: Reply): string {
  assert.equal(page.status, 200, page.text.slice(0, 400));
  const [field] = elements(page.body, (element) => element.tagName === 'input' && attribute(element, 'name') === 'link');
  const address = new URL(field ? attribute(field, 'value') ?? '' : '');
  assert.match(address.pathname, /^\/links\/[\w-]{43}$/);
  return address.pathname;
}
