import { enterScope, type Transaction } from '../../platform/database.ts';
import type { MemberVisit } from '../../platform/route.ts';
import { historyFor } from '../history/index.ts';
import type { AccountDesk } from './desk.ts';
import type { PersonLine } from './pages/people.tsx';
import type { PersonProps } from './pages/person.tsx';
import { departmentsOf, peopleOf, rolesOfPeople } from './people-store.ts';
import { namesOfOrganisations } from './store.ts';

/** Leaves the body's own records for the accounts and comes back: no scope reaches both. */
export async function inAccounts<T>({ tx, permit: { orgId, personId }, today }: MemberVisit, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await enterScope(tx, { is: 'accounts' });
  const result = await work(tx);
  await enterScope(tx, { is: 'own', orgId, personId, day: today });
  return result;
}

/** The people of a body, each with their account and all their roles. */
export async function peopleLines(visit: MemberVisit, desk: AccountDesk): Promise<PersonLine[]> {
  const { tx, organisation } = visit;
  const people = await peopleOf(tx, organisation.id);
  const roles = Map.groupBy(await rolesOfPeople(tx, organisation.id), ({ personId }) => personId);
  const states = await inAccounts(visit, (accounts) => desk.states(accounts, people.map(({ accountId }) => accountId)));
  const accounts = new Map(states.map((state) => [state.id, state]));
  return people.map((person) => ({ ...person, account: accounts.get(person.accountId), roles: roles.get(person.id) ?? [] }));
}

/** What the page of the person in the address shows; undefined when the body has no such person. */
export async function personProps(visit: MemberVisit, desk: AccountDesk): Promise<PersonProps | undefined> {
  const { tx, words, seal, organisation: { id: orgId, shortName, kind }, today, params } = visit;
  const person = (await peopleLines(visit, desk)).find(({ id }) => id === params['person']);
  if (!person) return undefined;
  const homeId = person.account?.homeOrgId ?? orgId;
  const homeElsewhere = homeId === orgId ? undefined : (await namesOfOrganisations(tx, [homeId])).get(homeId);
  return { words, seal, org: shortName, orgId, kind, today, person, departments: await departmentsOf(tx, orgId), homeElsewhere, history: historyFor(visit, 'person', person.id) };
}
