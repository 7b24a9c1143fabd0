import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Bilingual } from '../../kernel/text.ts';
import type { Transaction } from '../../platform/database.ts';
import { editionKinds, editionShape, statementEditionShape, type AnyEdition, type Edition, type EditionKind, type StatementEdition } from './edition.ts';
import type { EditionTables } from './tables.ts';

type Stored = { readonly id: Id; readonly contentSha256: string };

/** An edition as it was published, with the identifier that records point at and the hash of its content, in hex. */
export type PublishedEdition = Edition & Stored;
export type PublishedStatementEdition = StatementEdition & Stored;

export type EditionLine = { readonly id: Id; readonly kind: EditionKind; readonly shortName: string; readonly sector: string; readonly year: string; readonly title: Bilingual; readonly publishedAt: Date };

/** Editions never change once published, so each is read and checked once in a process. */
const known = new Map<Id, PublishedEdition>();
const knownForStatements = new Map<Id, PublishedStatementEdition>();

/** @throws when there is no edition of this kind with this identifier: records only point at editions that are there. */
export async function editionById(tx: Transaction, id: Id): Promise<PublishedEdition> {
  const edition = known.get(id) ?? await stored(tx, id, editionShape);
  known.set(id, edition);
  return edition;
}

/** @throws as `editionById` does */
export async function statementEditionById(tx: Transaction, id: Id): Promise<PublishedStatementEdition> {
  const edition = knownForStatements.get(id) ?? await stored(tx, id, statementEditionShape);
  knownForStatements.set(id, edition);
  return edition;
}

/** An edition to assess a year against. */
export async function editionNamed(tx: Transaction, shortName: string): Promise<PublishedEdition | undefined> {
  const edition = await anyEditionNamed(tx, shortName);
  return edition && 'benchmarks' in edition ? edition : undefined;
}

export async function statementEditionNamed(tx: Transaction, shortName: string): Promise<PublishedStatementEdition | undefined> {
  const edition = await anyEditionNamed(tx, shortName);
  return edition && 'areas' in edition ? edition : undefined;
}

export async function anyEditionNamed(tx: Transaction, shortName: string): Promise<PublishedEdition | PublishedStatementEdition | undefined> {
  const row = await tx.withTables<EditionTables>().selectFrom('edition').select(['id', 'kind']).where('shortName', '=', shortName).executeTakeFirst();
  return row && (row.kind === 'channel_statement' ? statementEditionById(tx, row.id) : editionById(tx, row.id));
}

/** The editions to assess a year against. */
export const listEditions = (tx: Transaction): Promise<EditionLine[]> => lines(tx, ['assessment']);

export const listStatementEditions = (tx: Transaction): Promise<EditionLine[]> => lines(tx, ['channel_statement']);

export const listAllEditions = (tx: Transaction): Promise<EditionLine[]> => lines(tx, editionKinds);

/**
 * Publishes an edition. The same content again answers the identifier that it has; other content under a name that is
 * taken is refused, since what a body was assessed against must stay what it was.
 */
export async function publishEdition(tx: Transaction, edition: AnyEdition, id: Id): Promise<Outcome<Id>> {
  const content = JSON.stringify(edition);
  const sha256 = createHash('sha256').update(content).digest();
  const { rows: [row] } = await sql<{ id: Id | null }>`select edition_load(${id}::uuid, ${content}::jsonb, ${sha256}) as id`.execute(tx);
  return row?.id ? accept(row.id) : refuse({ field: 'short_name', say: (words) => words.frameworks.nameTaken(edition.short_name) });
}

async function stored<T>(tx: Transaction, id: Id, shape: z.ZodType<T>): Promise<T & Stored> {
  const { content, contentSha256 } = await tx.withTables<EditionTables>().selectFrom('edition').select(['content', 'contentSha256']).where('id', '=', id).executeTakeFirstOrThrow();
  return { ...shape.parse(content), id, contentSha256: contentSha256.toString('hex') };
}

function lines(tx: Transaction, kinds: readonly EditionKind[]): Promise<EditionLine[]> {
  return tx.withTables<EditionTables>().selectFrom('edition').select(['id', 'kind', 'shortName', 'sector', 'year', 'title', 'publishedAt']).where('kind', 'in', kinds).orderBy('year').orderBy('shortName').execute();
}
