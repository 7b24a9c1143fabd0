import { sql } from 'kysely';
import type { Organisation, Role } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { HeldRole, Opening } from './rules.ts';
import type { OrganisationTables } from './tables.ts';

export type Person = { readonly id: Id; readonly accountId: Id; readonly name: string; readonly invited: boolean };
export type RoleLine = HeldRole & { readonly version: number; readonly department: string | null };
export type Department = { readonly id: Id; readonly name: string };
export type GrantLine = { readonly id: Id; readonly version: number; readonly granteeId: Id; readonly grantee: string; readonly reason: string; readonly fromDay: string; readonly toDay: string };

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

/** Enters a person of the scope's organisation; the account may be one that already works for another body. */
export async function addPerson(tx: Transaction, person: { orgId: Id; id: Id; accountId: Id; name: string }): Promise<void> {
  await tables(tx).insertInto('person').values(person).execute();
}

/** A person whose roles give nothing yet; who is there already stays as they are. */
export async function invitePerson(tx: Transaction, person: { orgId: Id; id: Id; accountId: Id; name: string }): Promise<{ id: Id; invited: boolean; isNew: boolean }> {
  const added = await tables(tx).insertInto('person').values({ ...person, invited: true }).onConflict((conflict) => conflict.columns(['orgId', 'accountId']).doNothing()).returning(['id', 'invited']).executeTakeFirst();
  if (added) return { ...added, isNew: true };
  const there = await tables(tx).selectFrom('person').select(['id', 'invited']).where('orgId', '=', person.orgId).where('accountId', '=', person.accountId).executeTakeFirstOrThrow();
  return { ...there, isNew: false };
}

/** The person has followed the invitation's link: their roles count from now on. */
export async function confirmPerson(tx: Transaction, orgId: Id, id: Id): Promise<void> {
  await tables(tx).updateTable('person').set({ invited: false }).where('orgId', '=', orgId).where('id', '=', id).execute();
}

export async function peopleOf(tx: Transaction, orgId: Id): Promise<Person[]> {
  return tables(tx).selectFrom('person').select(['id', 'accountId', 'name', 'invited']).where('orgId', '=', orgId).orderBy('name').orderBy('id').execute();
}

/** The roles of a body's people, or of one of them, past and coming ones too. */
export async function rolesOfPeople(tx: Transaction, orgId: Id, personId?: Id): Promise<RoleLine[]> {
  const query = tables(tx).selectFrom('membership as m')
    .innerJoin('person as p', (join) => join.onRef('p.orgId', '=', 'm.orgId').onRef('p.id', '=', 'm.personId'))
    .leftJoin('department as d', (join) => join.onRef('d.orgId', '=', 'm.orgId').onRef('d.id', '=', 'm.departmentId'))
    .select(['m.id', 'm.version', 'm.personId', 'm.role', 'm.fromDay', 'm.toDay', 'p.invited', 'd.name as department'])
    .where('m.orgId', '=', orgId).orderBy('m.fromDay').orderBy('m.role');
  return (personId === undefined ? query : query.where('m.personId', '=', personId)).execute();
}

export async function addMembership(tx: Transaction, membership: { orgId: Id; id: Id; personId: Id; role: Role; fromDay: Day; departmentId: Id | null }): Promise<void> {
  await tables(tx).insertInto('membership').values(membership).execute();
}

/** Holds a body's administrators still until the transaction ends, so that two cannot end each other's role at once. */
export async function lockAdministrators(tx: Transaction, orgId: Id): Promise<void> {
  await tables(tx).selectFrom('membership').select('id').where('orgId', '=', orgId).where('role', '=', 'administrator').orderBy('id').forUpdate().execute();
}

/** @returns whether the version was still the one that the person saw. */
export async function endMembership(tx: Transaction, orgId: Id, id: Id, version: number, toDay: Day): Promise<boolean> {
  const row = await tables(tx).updateTable('membership').set({ toDay }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('version').executeTakeFirst();
  return row !== undefined;
}

/** Takes out a role that never held. @returns whether the version was still the one that the person saw. */
export async function removeMembership(tx: Transaction, orgId: Id, id: Id, version: number): Promise<boolean> {
  const row = await tables(tx).deleteFrom('membership').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function departmentsOf(tx: Transaction, orgId: Id): Promise<Department[]> {
  return tables(tx).selectFrom('department').select(['id', 'name']).where('orgId', '=', orgId).orderBy('name').execute();
}

export async function addDepartment(tx: Transaction, department: { orgId: Id; id: Id; name: string }): Promise<void> {
  await tables(tx).insertInto('department').values(department).execute();
}

export async function addGrant(tx: Transaction, grant: { orgId: Id; id: Id; toDay?: Opening['toDay'] } & Omit<Opening, 'toDay'>): Promise<void> {
  await tables(tx).insertInto('accessGrant').values({ ...grant, kind: 'moderation', recordId: null }).execute();
}

/** What a body has opened to others, the latest first. */
export async function grantsOf(tx: Transaction, orgId: Id): Promise<GrantLine[]> {
  return tables(tx).selectFrom('accessGrant as g').innerJoin('organisation as o', 'o.id', 'g.granteeId')
    .select(['g.id', 'g.version', 'g.granteeId', 'o.name as grantee', 'g.reason', 'g.fromDay', 'g.toDay'])
    .where('g.orgId', '=', orgId).where('g.kind', '=', 'moderation').orderBy('g.fromDay', 'desc').orderBy('g.id').execute();
}

/** Closes what was opened, from the day on; what had not begun is taken out. @returns whether the version was still the one seen. */
export async function endGrant(tx: Transaction, orgId: Id, id: Id, version: number, day: Day): Promise<boolean> {
  const removed = await tables(tx).deleteFrom('accessGrant').where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('fromDay', '>=', day).returning('id').executeTakeFirst();
  if (removed) return true;
  const ended = await tables(tx).updateTable('accessGrant').set({ toDay: day }).where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).where('toDay', '>', day).returning('id').executeTakeFirst();
  return ended !== undefined;
}

/** The bodies that have opened their assessments to the scope's organisation. Only in the grant scope. */
export async function openedToUs(tx: Transaction): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation').select(['id', 'shortName', 'name', 'kind', 'invented'])
    .where(sql<boolean>`id = any(scope_granted('moderation'))`).orderBy('name').execute();
}

/** Notes in the body's trail that a one-time link was handed over; the link itself is written nowhere. */
export async function noteLink(tx: Transaction, personId: Id, purpose: 'invitation' | 'reset'): Promise<void> {
  await sql`select audit_note('one_time_link', ${personId}::uuid, ${JSON.stringify({ purpose })}::jsonb)`.execute(tx);
}
