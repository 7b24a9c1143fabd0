import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { enterScope } from '../../platform/database.ts';
import { notFoundPage, page, refusedPage, valueOf, type Answer, type OpenVisit } from '../../platform/route.ts';
import { confirmPerson, organisationPaths } from '../organisations/index.ts';
import { liveLink, useLink, type LiveLink } from './link-store.ts';
import { LinkPage, linkTitle, type LinkStep } from './pages/link.tsx';
import { newPassword } from './rules.ts';
import { proveAccount, provenAt } from './sign-in.ts';
import { signedIn, type AccountSettings } from './signed-in.ts';
import { replacePassword } from './store.ts';

export async function showLink(visit: OpenVisit): Promise<Answer> {
  const token = visit.params['token'] ?? '';
  const link = await liveLink(visit.tx, token);
  if (!link) return deadLink(visit);
  return page(linkTitle(visit.words, link), <LinkPage {...visit} token={token} link={link} step={stepOf(link, visit)} errors={[]} />);
}

/** Takes what the link asked for, uses it up, and signs in. */
export async function takeLink(visit: OpenVisit, settings: AccountSettings): Promise<Answer> {
  const token = visit.params['token'] ?? '';
  const link = await liveLink(visit.tx, token);
  if (!link) {
    visit.log('sign-in', { by: 'link', outcome: 'refused' });
    return deadLink(visit);
  }
  const step = stepOf(link, visit);
  const proven = await proofOf(link, step, visit, settings);
  visit.log('sign-in', { by: `${link.purpose} link`, outcome: proven.accepted ? 'accepted' : 'refused' });
  if (!proven.accepted) {
    const { refusals } = proven;
    return { ...refusedPage(linkTitle(visit.words, link), <LinkPage {...visit} token={token} link={link} step={step} errors={refusals} />, refusals), keep: true };
  }
  await useLink(visit.tx, token);
  if (link.purpose === 'invitation') await beginRoles(visit, link);
  return signedIn(visit, link.accountId, settings, organisationPaths.home);
}

/**
 * What the holder has to show. Only the body that made the account may hand over the right to choose its password, so
 * that another body's invitation cannot take an account over.
 */
function stepOf(link: LiveLink, { visitor }: OpenVisit): LinkStep {
  if (link.purpose === 'reset') return 'new password';
  if (visitor?.accountId === link.accountId) return 'accept';
  if (link.demonstration) return 'example first';
  if (link.passwordHash !== null) return 'own password';
  return link.orgId === link.homeOrgId ? 'new password' : 'home first';
}

async function proofOf(link: LiveLink, step: LinkStep, visit: OpenVisit, { passwords }: AccountSettings): Promise<Outcome<'proven'>> {
  const { tx, form } = visit;
  switch (step) {
    case 'accept': return accept('proven');
    case 'home first': return refuse({ field: '', say: ({ accounts }) => accounts.link.homeFirst(link.home) });
    case 'example first': return refuse({ field: '', say: ({ accounts }) => accounts.link.exampleFirst(link.email) });
    case 'own password':
      return provenAt('password', await proveAccount(visit, passwords, { id: link.accountId }, valueOf(form, 'password')), ({ accounts }) => accounts.link.wrongPassword);
    case 'new password': {
      const wished = newPassword(valueOf(form, 'password'), valueOf(form, 'again'), link.email);
      if (!wished.accepted) return wished;
      await replacePassword(tx, link.accountId, await passwords.hash(wished.value));
      return accept('proven');
    }
  }
}

async function beginRoles({ tx, today }: OpenVisit, { orgId, personId }: LiveLink & { purpose: 'invitation' }): Promise<void> {
  await enterScope(tx, { is: 'own', orgId, personId, day: today });
  await confirmPerson(tx, orgId, personId);
  await enterScope(tx, { is: 'accounts' });
}

function deadLink({ words }: OpenVisit): Answer {
  const said = words.accounts.link;
  return notFoundPage(said.deadTitle, <><h1 class="govuk-heading-l">{said.deadTitle}</h1><p class="govuk-body">{said.dead}</p></>);
}
