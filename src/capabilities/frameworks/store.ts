import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Bilingual } from '../../kernel/text.ts';
import type { Transaction } from '../../platform/database.ts';
import { editionShape, type Edition } from './edition.ts';
import type { EditionTables } from './tables.ts';

/** An edition as it was published, with the identifier that records point at and the hash of its content, in hex. */
export type PublishedEdition = Edition & { readonly id: Id; readonly contentSha256: string };

export type EditionLine = { readonly id: Id; readonly shortName: string; readonly sector: string; readonly year: string; readonly title: Bilingual; readonly publishedAt: Date };

/** Editions never change once published, so each is read and checked once in a process. */
const known = new Map<Id, PublishedEdition>();

/** @throws when there is no edition with this identifier: records only point at editions that are there. */
export async function editionById(tx: Transaction, id: Id): Promise<PublishedEdition> {
  const before = known.get(id);
  if (before) return before;
  const { content, contentSha256 } = await tx.withTables<EditionTables>().selectFrom('edition').select(['content', 'contentSha256']).where('id', '=', id).executeTakeFirstOrThrow();
  const edition = { ...editionShape.parse(content), id, contentSha256: contentSha256.toString('hex') };
  known.set(id, edition);
  return edition;
}

export async function editionNamed(tx: Transaction, shortName: string): Promise<PublishedEdition | undefined> {
  const row = await tx.withTables<EditionTables>().selectFrom('edition').select('id').where('shortName', '=', shortName).executeTakeFirst();
  return row && editionById(tx, row.id);
}

export async function listEditions(tx: Transaction): Promise<EditionLine[]> {
  return tx.withTables<EditionTables>().selectFrom('edition').select(['id', 'shortName', 'sector', 'year', 'title', 'publishedAt']).orderBy('year').orderBy('shortName').execute();
}

/**
 * Publishes an edition. The same content again answers the identifier that it has; other content under a name that is
 * taken is refused, since what a body was assessed against must stay what it was.
 */
export async function publishEdition(tx: Transaction, edition: Edition, id: Id): Promise<Outcome<Id>> {
  const content = JSON.stringify(edition);
  const sha256 = createHash('sha256').update(content).digest();
  const { rows: [row] } = await sql<{ id: Id | null }>`select edition_load(${id}::uuid, ${content}::jsonb, ${sha256}) as id`.execute(tx);
  return row?.id ? accept(row.id) : refuse({ field: 'short_name', say: (words) => words.frameworks.nameTaken(edition.short_name) });
}
