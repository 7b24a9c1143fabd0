import type { Id } from '../../kernel/id.ts';
import type { Answer, OpenVisit } from '../../platform/route.ts';
import { knowBrowser } from './guess-store.ts';
import type { Passwords } from './passwords.ts';
import { beginSession, endSession, sessionHours } from './sessions.ts';

export type AccountSettings = { readonly idleMinutes: number; readonly demonstration: boolean; readonly passwords: Passwords };

/** The cookie outlives its session, so that what is sent too late can be kept (src/platform/kept-form.ts). */
const cookieHours = sessionHours + 12;

/** Ends the session that the browser had, so that nobody carries one over, and begins a new one. */
export async function signedIn({ tx, sessionToken, browserToken }: OpenVisit, accountId: Id, { idleMinutes, demonstration }: AccountSettings, to: string): Promise<Answer> {
  if (sessionToken !== undefined) await endSession(tx, sessionToken);
  const token = await beginSession(tx, accountId, idleMinutes);
  // Nobody has a password in a demonstration, so there is nothing to guess at.
  const known = demonstration ? {} : { browser: await knowBrowser(tx, accountId, browserToken) };
  return { is: 'redirect', to, session: { token, minutes: cookieHours * 60 }, ...known };
}
