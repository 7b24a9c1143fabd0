import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, routes, tooManyPage, valueOf, type AccountVisit, type Answer, type OpenVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { keptRoutes } from './kept-routes.tsx';
import { showLink, takeLink } from './link-routes.tsx';
import { AccountPage } from './pages/account.tsx';
import { DemonstrationPage } from './pages/demonstration.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { paths, patterns } from './paths.ts';
import { emailOf, isOwnPath, newPassword } from './rules.ts';
import { endAllSessions, endSession, liveSessions } from './sessions.ts';
import { proveAccount, provenAt } from './sign-in.ts';
import { signedIn, type AccountSettings } from './signed-in.ts';
import { tokenRoutes } from './token-routes.tsx';
import { accountStates, demonstrationAccount, demonstrationPeople, replacePassword } from './store.ts';

export function accountRoutes(settings: AccountSettings): readonly Route[] {
  const demonstration = routes(
    { method: 'GET', path: paths.demonstration, data: { without: 'signIn' }, access: access.demonstration, handle: showDemonstration },
    { method: 'POST', path: paths.demonstrationSession, form: { without: 'signIn' }, access: access.demonstration, handle: (visit: OpenVisit) => signInToExample(visit, settings) },
  );
  return [
    ...routes(
      { method: 'GET', path: paths.signIn, data: { without: 'signIn' }, access: access.signIn, handle: (visit: OpenVisit) => showSignIn(visit, settings) },
      { method: 'POST', path: paths.signIn, form: { without: 'signIn' }, access: access.signIn, handle: (visit: OpenVisit) => signIn(visit, settings) },
      { method: 'POST', path: paths.signOut, form: { without: 'signIn' }, access: access.signedIn, handle: signOut },
      { method: 'GET', path: paths.account, data: { without: 'ownAccount' }, access: access.ownAccount, handle: (visit: AccountVisit) => showAccount(visit) },
      { method: 'POST', path: paths.password, form: { without: 'ownAccount' }, access: access.ownAccount, handle: (visit: AccountVisit) => changePassword(visit, settings) },
      { method: 'POST', path: paths.signOutEverywhere, form: { without: 'ownAccount' }, access: access.ownAccount, handle: signOutEverywhere },
      { method: 'GET', path: patterns.link, data: { without: 'signIn' }, access: access.followLink, secretPath: true, handle: showLink },
      { method: 'POST', path: patterns.link, form: { without: 'signIn' }, access: access.followLink, secretPath: true, handle: (visit: OpenVisit) => takeLink(visit, settings) },
    ),
    ...tokenRoutes(),
    ...keptRoutes(),
    ...(settings.demonstration ? demonstration : []),
  ];
}

async function showSignIn(visit: OpenVisit, settings: AccountSettings): Promise<Answer> {
  if (visit.visitor) return redirect(wayBack(visit.query));
  return page(visit.words.accounts.signIn.title, signInPage(visit, settings));
}

async function signIn(visit: OpenVisit, settings: AccountSettings): Promise<Answer> {
  const { form, words, log } = visit;
  const proof = await proveAccount(visit, settings.passwords, { email: emailOf(valueOf(form, 'email')) ?? '' }, valueOf(form, 'password'));
  log('sign-in', { by: 'password', outcome: outcomeInLog[proof.is] });
  const { title, refused, heldBack } = words.accounts.signIn;
  switch (proof.is) {
    case 'right': return signedIn(visit, proof.accountId, settings, wayBack(form));
    case 'wrong': return { ...refusedPage(title, signInPage(visit, settings, refused), [{ field: 'email', say: () => refused }]), keep: true };
    case 'held back': {
      const sentence = heldBack(proof.again);
      return tooManyPage(title, signInPage(visit, settings, sentence), [{ field: 'email', say: () => sentence }], proof.again);
    }
  }
}

const outcomeInLog = { right: 'accepted', wrong: 'refused', 'held back': 'held back' } as const;

function signInPage({ words, seal, form, query }: OpenVisit, { demonstration }: AccountSettings, error?: string) {
  return <SignInPage words={words} seal={seal} to={wayBack('email' in form ? form : query)} email={valueOf(form, 'email')} error={error} demonstration={demonstration} />;
}

async function signOut(visit: OpenVisit): Promise<Answer> {
  if (visit.sessionToken !== undefined) await endSession(visit.tx, visit.sessionToken);
  return { is: 'redirect', to: '/?done=signedOut', session: 'ended' };
}

async function signOutEverywhere({ tx, visitor }: AccountVisit): Promise<Answer> {
  await endAllSessions(tx, visitor.accountId);
  return { is: 'redirect', to: '/?done=signedOut', session: 'ended' };
}

async function showAccount(visit: AccountVisit): Promise<Answer> {
  return page(visit.words.accounts.account.title, await accountPage(visit));
}

async function changePassword(visit: AccountVisit, settings: AccountSettings): Promise<Answer> {
  const { tx, form, words, visitor: { accountId }, log } = visit;
  const proof = await proveAccount(visit, settings.passwords, { id: accountId }, valueOf(form, 'old'));
  const old = provenAt('old', proof, ({ accounts }) => accounts.password.oldIsWrong);
  const wished = newPassword(valueOf(form, 'password'), valueOf(form, 'again'), await emailOfAccount(visit));
  const refusals: Refusal[] = [
    ...(old.accepted ? [] : old.refusals),
    ...(wished.accepted ? [] : wished.refusals),
  ];
  log('password change', { outcome: refusals.length === 0 ? 'accepted' : 'refused' });
  if (!wished.accepted || refusals.length > 0) return { ...refusedPage(words.accounts.account.title, await accountPage(visit, refusals), refusals), keep: true };
  await replacePassword(tx, accountId, await settings.passwords.hash(wished.value));
  return signedIn(visit, accountId, settings, `${paths.account}?done=saved`);
}

async function accountPage(visit: AccountVisit, errors: readonly Refusal[] = []) {
  const { tx, words, seal, visitor, sessionToken } = visit;
  const sessions = await liveSessions(tx, visitor.accountId, sessionToken);
  return <AccountPage words={words} seal={seal} email={await emailOfAccount(visit)} demonstration={visitor.demonstration} sessions={sessions} errors={errors} />;
}

async function emailOfAccount({ tx, visitor }: AccountVisit): Promise<string> {
  const [state] = await accountStates(tx, [visitor.accountId]);
  return state?.email ?? '';
}

async function showDemonstration({ tx, words, seal, today, query }: OpenVisit): Promise<Answer> {
  return page(words.accounts.demonstration.title, <DemonstrationPage words={words} seal={seal} to={wayBack(query)} people={await demonstrationPeople(tx, today)} />);
}

async function signInToExample(visit: OpenVisit, settings: AccountSettings): Promise<Answer> {
  const accountId = await demonstrationAccount(visit.tx, valueOf(visit.form, 'person'));
  visit.log('sign-in', { by: 'demonstration', outcome: accountId ? 'accepted' : 'refused' });
  return accountId ? signedIn(visit, accountId, settings, wayBack(visit.form)) : redirect(paths.demonstration);
}

/** The page that somebody came from, if it is one of ours. */
function wayBack(from: OpenVisit['form']): string {
  const to = valueOf(from, 'to');
  return isOwnPath(to) ? to : '/';
}
