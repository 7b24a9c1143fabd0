import type { Organisation } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { enterScope } from '../../platform/database.ts';
import { valueOf, type MemberVisit } from '../../platform/route.ts';
import type { AccountDesk } from './desk.ts';
import { mayBeginFor } from './part-grants-store.ts';
import { inAccounts } from './people-reader.ts';
import { addMembership, invitePerson, noteLink } from './people-store.ts';
import { invitation } from './rules.ts';

/** The invitation of somebody who begins for a partner; the link is a path of this site. */
export type Begun = { readonly personId: Id; readonly name: string; readonly path: string };

/**
 * Invites the person of the form as a contributor of a partner that nobody works for yet, and comes back to the records of
 * the visit's own body, whose history says that the link was handed over.
 */
export async function beginForPartner(visit: MemberVisit, desk: AccountDesk, partner: Organisation): Promise<Outcome<Begun>> {
  const { tx, form, permit, today, newId } = visit;
  if (!(await mayBeginFor(tx, [partner.id], today)).has(partner.id)) return refuse({ field: '', say: ({ together }) => together.partners.notWithoutPeople(partner.name) });
  const wished = invitation({ name: valueOf(form, 'name'), email: desk.emailOf(valueOf(form, 'email')), role: 'contributor', departmentId: '' }, partner.kind, []);
  if (!wished.accepted) return wished;
  const { name, email, role, departmentId } = wished.value;
  const [orgId, madeBy] = [partner.id, permit.personId];
  const accountId = await inAccounts(visit, (accounts) => desk.accountFor(accounts, { id: newId(), email, orgId }));
  await enterScope(tx, { is: 'own', orgId, personId: madeBy, day: today });
  const person = await invitePerson(tx, { orgId, id: newId(), accountId, name });
  if (person.isNew) await addMembership(tx, { orgId, id: newId(), personId: person.id, role, departmentId, fromDay: today });
  const path = await inAccounts(visit, (accounts) => desk.invite(accounts, { accountId, orgId, personId: person.id, madeBy }));
  await noteLink(tx, person.id, 'invitation');
  return accept({ personId: person.id, name, path });
}
