import { redirect, routes, valueOf, type Answer, type OpenVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { paths } from './paths.ts';
import { beginSession, endSession, sessionHours } from './sessions.ts';
import { demonstrationAccount } from './store.ts';

export type AccountSettings = { readonly idleMinutes: number; readonly demonstration: boolean };

export function accountRoutes(settings: AccountSettings): readonly Route[] {
  const demonstration = routes({ method: 'POST', path: paths.demonstrationSession, access: access.signIn, handle: (visit: OpenVisit) => signInToExample(visit, settings) });
  return [
    ...routes({ method: 'POST', path: paths.signOut, access: access.signedIn, handle: signOut }),
    ...(settings.demonstration ? demonstration : []),
  ];
}

async function signInToExample(visit: OpenVisit, { idleMinutes }: AccountSettings): Promise<Answer> {
  const accountId = await demonstrationAccount(visit.tx, valueOf(visit.form, 'person'));
  if (!accountId) return redirect('/');
  const token = await beginSession(visit.tx, accountId, visit.now, idleMinutes);
  const to = valueOf(visit.form, 'to');
  return { is: 'redirect', to: isOwnPath(to) ? to : '/', session: { token, minutes: sessionHours * 60 } };
}

async function signOut(visit: OpenVisit): Promise<Answer> {
  if (visit.sessionToken !== undefined) await endSession(visit.tx, visit.sessionToken);
  return { is: 'redirect', to: '/?done=signedOut', session: 'ended' };
}

/** Only a path of this site: "//elsewhere" and "/\elsewhere" lead to another. */
export function isOwnPath(to: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$/.test(to);
}
