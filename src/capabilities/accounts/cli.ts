import { parseArgs } from 'node:util';
import type { Organisation } from '../../kernel/access.ts';
import { newId } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import { enterScope, type Database, type Transaction } from '../../platform/database.ts';
import { StartRefused } from '../../platform/start-refused.ts';
import { en } from '../../words/index.ts';
import { addMembership, invitePerson, organisationNamed, rolesOfPeople } from '../organisations/index.ts';
import { makeInvitation } from './link-store.ts';
import { paths } from './paths.ts';
import { emailOf } from './rules.ts';
import { accountFor } from './store.ts';

export type AdministratorOptions = { readonly database: Database; readonly demonstration: boolean; readonly address: string; readonly today: Day };

const said = en.accounts.administrator;

/**
 * `./dueregard administrator --organisation SHORT --name NAME --email EMAIL`: invites the first administrator of a body
 * and prints the link that lets them in. Asked again, it makes a new link, and the old one works no more.
 * @throws StartRefused with a sentence that says what to give.
 */
export async function administrator(args: readonly string[], { database, demonstration, address, today }: AdministratorOptions, say: (line: string) => void): Promise<void> {
  if (demonstration) throw new StartRefused(said.notInDemonstration);
  const wished = readArguments(args);
  const { organisation, token } = await database.within({ is: 'accounts' }, (tx) => invite(tx, wished, today));
  say(said.done(wished.name, organisation.name));
  say(`${address}${paths.link(token)}`);
}

async function invite(tx: Transaction, { shortName, name, email }: Wished, today: Day): Promise<{ organisation: Organisation; token: string }> {
  const organisation = await organisationNamed(tx, shortName);
  if (!organisation) throw new StartRefused(said.noSuchOrganisation(shortName));
  const orgId = organisation.id;
  const accountId = await accountFor(tx, { id: newId(), homeOrgId: orgId, email, demonstration: false });
  await enterScope(tx, { is: 'own', orgId, personId: null, day: today });
  const person = await invitePerson(tx, { orgId, id: newId(), accountId, name });
  const isAdministrator = (await rolesOfPeople(tx, orgId, person.id)).some(({ role, toDay }) => role === 'administrator' && toDay > today);
  if (isAdministrator && !person.invited) throw new StartRefused(said.alreadyThere(email, organisation.name));
  if (!isAdministrator) await addMembership(tx, { orgId, id: newId(), personId: person.id, role: 'administrator', fromDay: today, departmentId: null });
  await enterScope(tx, { is: 'accounts' });
  return { organisation, token: await makeInvitation(tx, { accountId, orgId, personId: person.id, madeBy: null }) };
}

type Wished = { readonly shortName: string; readonly name: string; readonly email: string };

function readArguments(args: readonly string[]): Wished {
  const text = { type: 'string' } as const;
  const { values } = parsed(() => parseArgs({ args: [...args], options: { organisation: text, name: text, email: text } }));
  if (values.organisation === undefined || values.name === undefined || values.email === undefined) throw new StartRefused(said.usage);
  const email = emailOf(values.email);
  if (email === undefined) throw new StartRefused(said.badEmail(values.email));
  const name = values.name.trim();
  if (name.length < 1 || name.length > 120) throw new StartRefused(said.badName);
  return { shortName: values.organisation, name, email };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new StartRefused(said.usage);
  }
}
