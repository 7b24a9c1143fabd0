import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, routes, valueOf, type AccountVisit, type Answer, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { NewTokenPage, TokensPage } from './pages/tokens.tsx';
import { paths, patterns } from './paths.ts';
import { tokenWish, tokensAtOnce } from './rules.ts';
import { liveTokens, makeToken, revokeToken } from './token-store.ts';

export function tokenRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: paths.tokens, data: { without: 'ownAccount' }, access: access.ownAccount, handle: showTokens },
    { method: 'POST', path: paths.tokens, form: { without: 'ownAccount' }, access: access.ownAccount, handle: makeOne },
    { method: 'POST', path: patterns.tokenEnd, form: { without: 'ownAccount' }, access: access.ownAccount, handle: endOne },
  );
}

async function showTokens(visit: AccountVisit): Promise<Answer> {
  return page(visit.words.accounts.tokens.title, await tokensPage(visit));
}

/** The answer is the page itself, not a redirect, so that the token stands in no address and no second page. */
async function makeOne(visit: AccountVisit): Promise<Answer> {
  const { tx, form, words, visitor: { accountId }, newId } = visit;
  const held = await liveTokens(tx, accountId);
  const wished = tokenWish({ name: valueOf(form, 'name'), scope: valueOf(form, 'scope'), days: valueOf(form, 'days') });
  const refusals: readonly Refusal[] = [
    ...(wished.accepted ? [] : wished.refusals),
    ...(held.length < tokensAtOnce ? [] : [{ field: 'name', say: ({ accounts }: typeof words) => accounts.tokens.tooMany(tokensAtOnce) }]),
  ];
  if (!wished.accepted || refusals.length > 0) return refusedPage(words.accounts.tokens.title, await tokensPage(visit, refusals), refusals);
  const token = await makeToken(tx, { id: newId(), accountId, ...wished.value });
  return page(words.accounts.tokens.made, <NewTokenPage words={words} token={token} name={wished.value.name} />, { breadcrumbs: crumbs(visit) });
}

async function endOne({ tx, params, visitor }: AccountVisit): Promise<Answer> {
  const id = params['token'] ?? '';
  if (isId(id)) await revokeToken(tx, visitor.accountId, id);
  return redirect(paths.tokens, 'tokenEnded');
}

async function tokensPage(visit: AccountVisit, errors: readonly Refusal[] = []) {
  const { tx, words, seal, form, visitor } = visit;
  return <TokensPage words={words} seal={seal} tokens={await liveTokens(tx, visitor.accountId)} form={form} errors={errors} />;
}

function crumbs({ words }: AccountVisit) {
  return [{ text: words.accounts.account.title, href: paths.account }, { text: words.accounts.tokens.title, href: paths.tokens }];
}
