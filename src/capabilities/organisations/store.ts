import { sql } from 'kysely';
import type { Organisation, OrganisationKind, Role } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { OrganisationTables } from './tables.ts';

export type NewOrganisation = Organisation & { readonly parentId?: Id; readonly openedOn?: Day };

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

const asOrganisation = ['id', 'shortName', 'name', 'kind', 'invented'] as const;

export async function organisationNamed(tx: Transaction, shortName: string): Promise<Organisation | undefined> {
  return tables(tx).selectFrom('organisation').select(asOrganisation).where('shortName', '=', shortName).executeTakeFirst();
}

export async function organisationsByName(tx: Transaction): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation').select(asOrganisation).orderBy('name').execute();
}

/** The bodies directly below one, on a day. */
export async function bodiesBelow(tx: Transaction, parentId: Id, day: Day): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation as o').innerJoin('organisationLink as l', 'l.childId', 'o.id')
    .select(['o.id', 'o.shortName', 'o.name', 'o.kind', 'o.invented'])
    .where('l.parentId', '=', parentId).where('l.fromDay', '<=', day).where('l.toDay', '>', day)
    .orderBy('o.name').execute();
}

/** The bodies above one, nearest first, on a day. */
export async function bodiesAbove(tx: Transaction, childId: Id, day: Day): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation as o').innerJoin('organisationClosure as c', 'c.ancestorId', 'o.id')
    .select(['o.id', 'o.shortName', 'o.name', 'o.kind', 'o.invented'])
    .where('c.descendantId', '=', childId).where('c.fromDay', '<=', day).where('c.toDay', '>', day)
    .orderBy('c.depth').orderBy('o.name').execute();
}

/** Enters a person of the scope's organisation; the account may be one that already works for another body. */
export async function addPerson(tx: Transaction, person: { orgId: Id; id: Id; accountId: Id; name: string }): Promise<void> {
  await tables(tx).insertInto('person').values(person).execute();
}

export async function addMembership(tx: Transaction, membership: { orgId: Id; id: Id; personId: Id; role: Role; fromDay: Day; departmentId: Id | null }): Promise<void> {
  await tables(tx).insertInto('membership').values(membership).execute();
}

export async function addGrant(tx: Transaction, grant: { orgId: Id; id: Id; granteeId: Id; reason: string; fromDay: Day }): Promise<void> {
  await tables(tx).insertInto('accessGrant').values({ ...grant, kind: 'moderation', recordId: null }).execute();
}

/** Adds bodies and their places in the tree, then rebuilds who stands above whom. As the owner of the schema. */
export async function addOrganisations(tx: Transaction, list: readonly NewOrganisation[]): Promise<void> {
  const rows = list.map(({ id, shortName, name, kind, invented, openedOn }) => ({ id, shortName, name, kind, invented, openedOn: openedOn ?? null, closedOn: null }));
  await tables(tx).insertInto('organisation').values(rows).execute();
  const links = list.flatMap(({ id, parentId }) => (parentId === undefined ? [] : [{ parentId, childId: id }]));
  if (links.length > 0) await tables(tx).insertInto('organisationLink').values(links).execute();
  await sql`call rebuild_organisation_closure()`.execute(tx);
}

export type { OrganisationKind };
