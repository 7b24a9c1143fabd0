import { isId } from '../../kernel/id.ts';
import { readTicket, unseal } from '../../platform/kept-form.ts';
import { page, redirect, routes, type AccountVisit, type Answer, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forgetForm, sealedForm } from './kept-store.ts';
import { KeptPage, NothingKept } from './pages/kept.tsx';
import { paths } from './paths.ts';

/** Gives back what somebody sent after their session had ended. */
export function keptRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: paths.kept, data: { without: 'typing' }, access: access.kept, handle: showKept },
    { method: 'POST', path: paths.kept, form: { without: 'typing' }, access: access.kept, handle: forgetKept },
  );
}

async function showKept({ tx, words, seal, visitor, keptTicket }: AccountVisit): Promise<Answer> {
  const ticket = readTicket(keptTicket);
  const row = ticket && (await sealedForm(tx, visitor.accountId, ticket.id));
  const kept = row && unseal(row.sealed, ticket);
  const said = words.accounts.kept;
  if (!kept) return page(said.nothingTitle, <NothingKept words={words} />);
  const sent = kept.fields.find(([name]) => name === 'request_key')?.[1] ?? '';
  // The key of the form as it was sent: however often the words are sent from here, they arrive once.
  const sameKey = isId(sent) ? { ...seal, requestKey: sent } : seal;
  return page(said.title, <KeptPage words={words} seal={seal} sendSeal={sameKey} kept={kept} until={row.endsAt} />);
}

async function forgetKept({ tx, visitor, keptTicket }: AccountVisit): Promise<Answer> {
  const ticket = readTicket(keptTicket);
  if (ticket) await forgetForm(tx, visitor.accountId, ticket.id);
  return redirect('/');
}
