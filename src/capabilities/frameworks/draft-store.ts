import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId, type Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { AnyEdition } from './edition.ts';
import type { EditionTables } from './tables.ts';

/** An edition that was loaded in the product: as its file holds it, and what became of it. */
export type EditionDraft = {
  readonly id: Id;
  readonly title: string;
  readonly fileText: string;
  readonly loadedBy: Id;
  readonly loadedByEmail: string;
  readonly loadedAt: Date;
  readonly publishedAt: Date | null;
};

const tables = (tx: Transaction) => tx.withTables<EditionTables>();

/** Whether who runs the installation has named this account for loading and publishing editions. */
export async function isKeeper(tx: Transaction, accountId: Id): Promise<boolean> {
  return (await tables(tx).selectFrom('editionKeeper').select('accountId').where('accountId', '=', accountId).executeTakeFirst()) !== undefined;
}

/** Names or no longer names the account with this e-mail, as the owner of the tables. @returns false when there is no such account */
export async function nameKeeper(tx: Transaction, email: string): Promise<boolean> {
  const { rows } = await sql`insert into edition_keeper (account_id) select id from account where email = ${email.toLowerCase()}
    on conflict (account_id) do update set since = edition_keeper.since returning account_id`.execute(tx);
  return rows.length > 0;
}

export async function addDraft(tx: Transaction, { edition, fileText, loadedBy }: { readonly edition: AnyEdition; readonly fileText: string; readonly loadedBy: Id }): Promise<Id> {
  const id = newId();
  const contentSha256 = createHash('sha256').update(JSON.stringify(edition)).digest();
  await tables(tx).insertInto('editionDraft').values({ id, title: edition.title.en, fileText, contentSha256, loadedBy }).execute();
  return id;
}

/** What waits for a second person, the newest first. */
export async function openDrafts(tx: Transaction): Promise<EditionDraft[]> {
  return drafts(tx).where('d.publishedAt', 'is', null).orderBy('d.loadedAt', 'desc').orderBy('d.id').execute();
}

export async function draftById(tx: Transaction, id: Id): Promise<EditionDraft | undefined> {
  return drafts(tx).where('d.id', '=', id).executeTakeFirst();
}

/** @returns nothing when the draft is gone, or an edition of its name has other content. @throws when the database finds that the account may not */
export async function publishDraft(tx: Transaction, draftId: Id, accountId: Id, edition: AnyEdition): Promise<Id | undefined> {
  const { rows: [row] } = await sql<{ id: Id | null }>`select edition_draft_publish(${draftId}, ${accountId}, ${JSON.stringify(edition)}) as id`.execute(tx);
  return row?.id ?? undefined;
}

export async function discardDraft(tx: Transaction, draftId: Id, accountId: Id): Promise<boolean> {
  const { rows: [row] } = await sql<{ done: boolean }>`select edition_draft_discard(${draftId}, ${accountId}) as done`.execute(tx);
  return row?.done ?? false;
}

function drafts(tx: Transaction) {
  return tables(tx).selectFrom('editionDraft as d').innerJoin('account as a', 'a.id', 'd.loadedBy')
    .select(['d.id', 'd.title', 'd.fileText', 'd.loadedBy', 'a.email as loadedByEmail', 'd.loadedAt', 'd.publishedAt']);
}
