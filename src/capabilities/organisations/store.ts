import { sql } from 'kysely';
import type { Organisation, OrganisationKind } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { OrganisationTables } from './tables.ts';

export type NewOrganisation = Organisation & { readonly parentId?: Id; readonly openedOn?: Day };

/** What became of a body, or what it came from. */
export type Succeeded = { readonly name: string; readonly shortName: string; readonly onDay: string };

export type { OrganisationKind };

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

const asOrganisation = ['id', 'shortName', 'name', 'kind', 'invented'] as const;
const ofOrganisation = ['o.id', 'o.shortName', 'o.name', 'o.kind', 'o.invented'] as const;

export async function organisationNamed(tx: Transaction, shortName: string): Promise<Organisation | undefined> {
  return tables(tx).selectFrom('organisation').select(asOrganisation).where('shortName', '=', shortName).executeTakeFirst();
}

export async function organisationsByName(tx: Transaction): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation').select(asOrganisation).orderBy('name').execute();
}

export async function namesOfOrganisations(tx: Transaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await tables(tx).selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The open bodies of one kind, by name. */
export async function organisationsOfKind(tx: Transaction, kind: OrganisationKind, today: Day): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation').select(asOrganisation).where('kind', '=', kind)
    .where((where) => where.or([where('closedOn', 'is', null), where('closedOn', '>', today)])).orderBy('name').execute();
}

/** The bodies directly below one, on a day. */
export async function bodiesBelow(tx: Transaction, parentId: Id, day: Day): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation as o').innerJoin('organisationLink as l', 'l.childId', 'o.id').select(ofOrganisation)
    .where('l.parentId', '=', parentId).where('l.fromDay', '<=', day).where('l.toDay', '>', day)
    .orderBy('o.name').execute();
}

/** The bodies above one, nearest first, on a day. */
export async function bodiesAbove(tx: Transaction, childId: Id, day: Day): Promise<Organisation[]> {
  return tables(tx).selectFrom('organisation as o').innerJoin('organisationClosure as c', 'c.ancestorId', 'o.id').select(ofOrganisation)
    .where('c.descendantId', '=', childId).where('c.fromDay', '<=', day).where('c.toDay', '>', day)
    .groupBy('o.id').orderBy(sql`min(c.depth)`).orderBy('o.name').execute();
}

export async function datesOf(tx: Transaction, id: Id): Promise<{ openedOn: string | null; closedOn: string | null; predecessors: Succeeded[]; successors: Succeeded[] }> {
  const { openedOn, closedOn } = await tables(tx).selectFrom('organisation').select(['openedOn', 'closedOn']).where('id', '=', id).executeTakeFirstOrThrow();
  const related = tables(tx).selectFrom('organisationSuccession as s');
  const shown = ['o.name', 'o.shortName', 's.onDay'] as const;
  const predecessors = await related.innerJoin('organisation as o', 'o.id', 's.predecessorId').select(shown).where('s.successorId', '=', id).orderBy('o.name').execute();
  const successors = await related.innerJoin('organisation as o', 'o.id', 's.successorId').select(shown).where('s.predecessorId', '=', id).orderBy('o.name').execute();
  return { openedOn, closedOn, predecessors, successors };
}

/** Adds bodies and their places in the tree, then rebuilds who stands above whom. As the owner of the schema. */
export async function addOrganisations(tx: Transaction, list: readonly NewOrganisation[]): Promise<void> {
  const rows = list.map(({ id, shortName, name, kind, invented, openedOn }) => ({ id, shortName, name, kind, invented, openedOn: openedOn ?? null, closedOn: null }));
  await tables(tx).insertInto('organisation').values(rows).execute();
  const links = list.flatMap(({ id, parentId }) => (parentId === undefined ? [] : [{ parentId, childId: id }]));
  if (links.length > 0) await tables(tx).insertInto('organisationLink').values(links).execute();
  await sql`call rebuild_organisation_closure()`.execute(tx);
}
