import { sql } from 'kysely';
import type { Organisation } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { OrganisationTables } from './tables.ts';
import type { Body, Link, Succession, Tree, TreeDay } from './tree.ts';

const tables = (tx: Transaction) => tx.withTables<OrganisationTables>();

/** The whole tree of all days, held still until the transaction ends. As the owner of the tables. */
export async function lockTree(tx: Transaction): Promise<Tree> {
  await sql`lock table organisation_link in exclusive mode`.execute(tx);
  const bodies = await tables(tx).selectFrom('organisation').select(['id', 'name', 'openedOn', 'closedOn']).$narrowType<Body>().execute();
  const links = await tables(tx).selectFrom('organisationLink').select(['parentId', 'childId', 'fromDay', 'toDay']).$narrowType<{ fromDay: TreeDay; toDay: TreeDay }>().execute();
  const successions = await tables(tx).selectFrom('organisationSuccession').select(['predecessorId', 'successorId', 'onDay']).$narrowType<Succession>().execute();
  return { bodies, links, successions };
}

/** Writes what a command changed: new bodies, closings, links that end, go or come; then rebuilds who stands above whom. */
export async function saveTree(tx: Transaction, before: Tree, after: Tree, added?: Organisation): Promise<void> {
  const body = after.bodies.find(({ id }) => id === added?.id);
  if (added && body) await tables(tx).insertInto('organisation').values({ ...added, openedOn: body.openedOn, closedOn: body.closedOn }).execute();
  const open = new Set(before.bodies.filter(({ closedOn }) => closedOn === null).map(({ id }) => id));
  for (const [closedOn, closed] of Map.groupBy(after.bodies.filter(({ id, closedOn: day }) => day !== null && open.has(id)), ({ closedOn: day }) => day)) {
    await tables(tx).updateTable('organisation').set({ closedOn }).where('id', 'in', closed.map(({ id }) => id)).execute();
  }
  await saveLinks(tx, before.links, after.links);
  const successions = after.successions.filter((one) => !before.successions.includes(one));
  if (successions.length > 0) await tables(tx).insertInto('organisationSuccession').values(successions).execute();
  await sql`call rebuild_organisation_closure()`.execute(tx);
}

async function saveLinks(tx: Transaction, before: readonly Link[], after: readonly Link[]): Promise<void> {
  const kept = new Set(after.map(keyOf));
  const gone = before.filter((link) => !kept.has(keyOf(link)));
  if (gone.length > 0) {
    await tables(tx).deleteFrom('organisationLink')
      .where(({ or, and }) => or(gone.map(({ parentId, childId, fromDay }) => and({ parentId, childId, fromDay })))).execute();
  }
  const saved = new Map(before.map((link) => [keyOf(link), link.toDay]));
  const changed = after.filter((link) => saved.get(keyOf(link)) !== link.toDay);
  if (changed.length === 0) return;
  await tables(tx).insertInto('organisationLink').values(changed)
    .onConflict((conflict) => conflict.columns(['parentId', 'childId', 'fromDay']).doUpdateSet((row) => ({ toDay: row.ref('excluded.toDay') }))).execute();
}

function keyOf({ parentId, childId, fromDay }: { parentId: Id; childId: Id; fromDay: string }): string {
  return `${parentId} ${childId} ${fromDay}`;
}
