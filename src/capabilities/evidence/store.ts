import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import { dayOf, type Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { FileStore, ReceivedFile } from '../../platform/files.ts';
import { holdFile } from '../../platform/retention.ts';
import type { ExpiryFilter } from './rules.ts';
import type { EvidenceTables } from './tables.ts';

/** What its owner says of a piece of evidence; a role owns it, never a named person. */
export type EvidenceDetails = { readonly title: string; readonly ownerRole: string; readonly datedOn: Day | null; readonly expiresOn: Day | null; readonly marking: Marking };

export type EvidenceRecord = EvidenceDetails & {
  readonly id: Id;
  readonly kind: 'file' | 'link';
  readonly url: string | null;
  readonly fileName: string | null;
  /** In hexadecimal. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly mediaType: string | null;
  readonly version: number;
};

/** A piece of evidence with the indicators of one assessment that it stands behind. */
export type EvidenceItem = EvidenceRecord & { readonly indicatorCodes: readonly string[] };

export type EvidenceLine = EvidenceRecord & { readonly uses: number };

export type EvidenceUse = { readonly assessmentId: Id; readonly editionId: Id; readonly indicatorCode: string };

export type NewUse = EvidenceUse & { readonly orgId: Id; readonly id: Id; readonly evidenceId: Id };

/** The age of what stands behind one indicator of an assessment. */
export type EvidenceAge = { readonly indicatorCode: string; readonly pieces: number; readonly newest: Day | null; readonly expired: number; readonly expiring: number };

const tables = (tx: Transaction) => tx.withTables<EvidenceTables>();

const recordColumns = ['e.id', 'e.kind', 'e.title', 'e.url', 'e.fileName', 'e.sha256', 'e.bytes', 'e.mediaType', 'e.ownerRole', 'e.datedOn', 'e.expiresOn', 'e.marking', 'e.version'] as const;

type Row = Omit<EvidenceRecord, 'sha256' | 'datedOn' | 'expiresOn'> & { readonly sha256: Buffer | null; readonly datedOn: string | null; readonly expiresOn: string | null };

export async function addLink(tx: Transaction, link: EvidenceDetails & { readonly orgId: Id; readonly id: Id; readonly url: string }): Promise<void> {
  await tables(tx).insertInto('evidence').values({ ...link, kind: 'link', sha256: null, bytes: null, mediaType: null, fileName: null, releasedAt: null }).execute();
}

/** Keeps the content first and enters its row after it, so that no row ever stands without its file. The same content again is kept once. */
export async function addFile(
  tx: Transaction, files: FileStore,
  { received, ...file }: EvidenceDetails & { readonly orgId: Id; readonly id: Id; readonly received: ReceivedFile; readonly fileName: string; readonly mediaType: string },
): Promise<void> {
  await holdFile(tx, file.orgId, received.sha256);
  await files.keep(file.orgId, received);
  await tables(tx).insertInto('evidence').values({ ...file, kind: 'file', url: null, sha256: received.sha256, bytes: received.bytes, releasedAt: null }).execute();
}

/** Sets evidence behind an indicator, one use or several; nothing happens where it stands already. @throws DR001 once the assessment is submitted */
export async function useEvidence(tx: Transaction, uses: NewUse | readonly NewUse[]): Promise<void> {
  await tables(tx).insertInto('evidenceUse').values(uses).onConflict((clash) => clash.columns(['orgId', 'assessmentId', 'indicatorCode', 'evidenceId']).doNothing()).execute();
}

/** Takes evidence from behind an indicator; the evidence itself stays. @throws DR001 once the assessment is submitted */
export async function stopUsing(tx: Transaction, { orgId, assessmentId, indicatorCode, evidenceId }: { readonly orgId: Id; readonly assessmentId: Id; readonly indicatorCode: string; readonly evidenceId: Id }): Promise<void> {
  await tables(tx).deleteFrom('evidenceUse').where('orgId', '=', orgId).where('assessmentId', '=', assessmentId)
    .where('indicatorCode', '=', indicatorCode).where('evidenceId', '=', evidenceId).execute();
}

/** Everything that stands behind an assessment, by title, each with its indicators: one statement. */
export async function evidenceOfAssessment(tx: Transaction, orgId: Id, assessmentId: Id): Promise<EvidenceItem[]> {
  const rows = await tables(tx).selectFrom('evidence as e')
    .innerJoin('evidenceUse as u', (join) => join.onRef('u.orgId', '=', 'e.orgId').onRef('u.evidenceId', '=', 'e.id'))
    .select(recordColumns).select(sql<string[]>`array_agg(u.indicator_code order by u.indicator_code)`.as('indicatorCodes'))
    .where('e.orgId', '=', orgId).where('u.orgId', '=', orgId).where('u.assessmentId', '=', assessmentId)
    .groupBy(['e.orgId', 'e.id']).orderBy('e.title').orderBy('e.id').execute();
  return rows.map(({ indicatorCodes, ...row }) => ({ ...asRecord(row), indicatorCodes }));
}

/** Opens what stands behind a submitted assessment to the bodies with a grant. What was opened before keeps its moment. */
export async function releaseEvidence(tx: Transaction, orgId: Id, assessmentId: Id, now: Date): Promise<void> {
  await tables(tx).updateTable('evidence as e').set({ releasedAt: now })
    .where('e.orgId', '=', orgId).where('e.releasedAt', 'is', null)
    .where((where) => where.exists(where.selectFrom('evidenceUse as u').select('u.id')
      .where('u.orgId', '=', orgId).where('u.assessmentId', '=', assessmentId).whereRef('u.orgId', '=', 'e.orgId').whereRef('u.evidenceId', '=', 'e.id')))
    .execute();
}

/** One piece of evidence; undefined when this body has none of that name, or the scope may not read it. */
export async function evidenceById(tx: Transaction, orgId: Id, id: Id): Promise<EvidenceRecord | undefined> {
  const row = await tables(tx).selectFrom('evidence as e').select(recordColumns).where('e.orgId', '=', orgId).where('e.id', '=', id).executeTakeFirst();
  return row && asRecord(row);
}

/** The pieces of this body that have these identifiers, newest date first: one statement. */
export async function evidenceAmong(tx: Transaction, orgId: Id, ids: readonly Id[]): Promise<EvidenceRecord[]> {
  const rows = await tables(tx).selectFrom('evidence as e').select(recordColumns).where('e.orgId', '=', orgId).where('e.id', '=', (ask) => ask.fn.any(ask.val([...ids])))
    .orderBy('e.datedOn', 'desc').orderBy('e.title').orderBy('e.id').execute();
  return rows.map(asRecord);
}

export type EvidenceQuery = { readonly text: string; readonly expiry: ExpiryFilter; readonly today: Day; readonly soon: Day; readonly page: number; readonly pageSize: number };

/** A body's evidence, newest date first, with how often each is used; the total counts what the filter finds on all pages. */
export async function listEvidence(tx: Transaction, orgId: Id, { text, expiry, today, soon, page, pageSize }: EvidenceQuery): Promise<{ lines: EvidenceLine[]; total: number }> {
  let found = tables(tx).selectFrom('evidence as e').where('e.orgId', '=', orgId);
  if (text !== '') found = found.where(sql<boolean>`concat_ws(' ', e.title, e.file_name, e.url, e.owner_role) ilike ${containing(text)}`);
  if (expiry === 'expired') found = found.where('e.expiresOn', '<', today);
  if (expiry === 'soon') found = found.where('e.expiresOn', '>=', today).where('e.expiresOn', '<=', soon);
  const rows = await found.select(recordColumns).select(sql<number>`count(*) over ()`.as('total'))
    .select((select) => select.selectFrom('evidenceUse as u').select((count) => count.fn.countAll<number>().as('uses'))
      .whereRef('u.orgId', '=', 'e.orgId').whereRef('u.evidenceId', '=', 'e.id').as('uses'))
    .orderBy('e.datedOn', (order) => order.desc().nullsLast()).orderBy('e.title').orderBy('e.id').limit(pageSize).offset((page - 1) * pageSize).execute();
  return { lines: rows.map(({ total, uses, ...row }) => ({ ...asRecord(row), uses: uses ?? 0 })), total: rows[0]?.total ?? 0 };
}

/** What stands behind one indicator, newest date first. */
export async function evidenceBehind(tx: Transaction, orgId: Id, assessmentId: Id, indicatorCode: string): Promise<EvidenceRecord[]> {
  const rows = await tables(tx).selectFrom('evidence as e')
    .innerJoin('evidenceUse as u', (join) => join.onRef('u.orgId', '=', 'e.orgId').onRef('u.evidenceId', '=', 'e.id'))
    .select(recordColumns).where('e.orgId', '=', orgId).where('u.orgId', '=', orgId).where('u.assessmentId', '=', assessmentId).where('u.indicatorCode', '=', indicatorCode)
    .orderBy('e.datedOn', (order) => order.desc().nullsLast()).orderBy('e.title').orderBy('e.id').execute();
  return rows.map(asRecord);
}

/** What a body has that does not stand behind the indicator yet: the newest that match, and how many match in all. */
export async function otherEvidence(
  tx: Transaction, orgId: Id, { assessmentId, indicatorCode, text, most }: { readonly assessmentId: Id; readonly indicatorCode: string; readonly text: string; readonly most: number },
): Promise<{ records: EvidenceRecord[]; total: number }> {
  let found = tables(tx).selectFrom('evidence as e').where('e.orgId', '=', orgId)
    .where((where) => where.not(where.exists(where.selectFrom('evidenceUse as u').select('u.id').where('u.orgId', '=', orgId).whereRef('u.orgId', '=', 'e.orgId')
      .whereRef('u.evidenceId', '=', 'e.id').where('u.assessmentId', '=', assessmentId).where('u.indicatorCode', '=', indicatorCode))));
  if (text !== '') found = found.where(sql<boolean>`concat_ws(' ', e.title, e.file_name, e.url, e.owner_role) ilike ${containing(text)}`);
  const rows = await found.select(recordColumns).select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('e.datedOn', (order) => order.desc().nullsLast()).orderBy('e.title').orderBy('e.id').limit(most).execute();
  return { records: rows.map(({ total, ...row }) => asRecord(row)), total: rows[0]?.total ?? 0 };
}

/** The titles of pieces of evidence, by their identifiers: one statement. */
export async function evidenceTitles(tx: Transaction, orgId: Id, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await tables(tx).selectFrom('evidence').select(['id', 'title']).where('orgId', '=', orgId).where('id', '=', (ask) => ask.fn.any(ask.val([...ids]))).execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Which of these identifiers are evidence of this body. */
export async function knownAmong(tx: Transaction, orgId: Id, ids: readonly Id[]): Promise<Id[]> {
  const rows = await tables(tx).selectFrom('evidence').select('id').where('orgId', '=', orgId).where('id', '=', (ask) => ask.fn.any(ask.val([...ids]))).execute();
  return rows.map(({ id }) => id);
}

export async function usesOf(tx: Transaction, orgId: Id, evidenceId: Id): Promise<EvidenceUse[]> {
  return tables(tx).selectFrom('evidenceUse').select(['assessmentId', 'editionId', 'indicatorCode']).where('orgId', '=', orgId).where('evidenceId', '=', evidenceId)
    .orderBy('assessmentId').orderBy('indicatorCode').execute();
}

/** Saves what the owner says of it, unless somebody saved since the version that was read. @returns whether it was saved */
export async function changeDetails(tx: Transaction, { orgId, id, version, ...details }: EvidenceDetails & { readonly orgId: Id; readonly id: Id; readonly version: number }): Promise<boolean> {
  const saved = await tables(tx).updateTable('evidence').set(details)
    .where('orgId', '=', orgId).where('id', '=', id).where('version', '=', version).returning('version').executeTakeFirst();
  return saved !== undefined;
}

/** The age of the evidence behind each of the indicators that has any: one statement. */
export async function evidenceAges(
  tx: Transaction, orgId: Id, { assessmentId, indicatorCodes, today, soon }: { readonly assessmentId: Id; readonly indicatorCodes: readonly string[]; readonly today: Day; readonly soon: Day },
): Promise<EvidenceAge[]> {
  const { rows } = await sql<Omit<EvidenceAge, 'newest'> & { readonly newest: string | null }>`
    select u.indicator_code, count(*) as pieces, max(e.dated_on) as newest,
      count(*) filter (where e.expires_on < ${today}::date) as expired, count(*) filter (where e.expires_on between ${today}::date and ${soon}::date) as expiring
    from evidence_use u join evidence e on e.org_id = u.org_id and e.id = u.evidence_id
    where u.org_id = ${orgId} and e.org_id = ${orgId} and u.assessment_id = ${assessmentId} and u.indicator_code = any(${[...indicatorCodes]}::text[])
    group by u.indicator_code order by u.indicator_code`.execute(tx);
  return rows.map((row) => ({ ...row, newest: dayOrNone(row.newest) }));
}

/** Writes into the reader's own audit trail that a file was read: an adviser's into that of the adviser's body. */
export async function noteDownload(tx: Transaction, id: Id): Promise<void> {
  await sql`select audit_note('evidence', ${id}, '{"downloaded": true}')`.execute(tx);
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function asRecord(row: Row): EvidenceRecord {
  return { ...row, sha256: row.sha256?.toString('hex') ?? null, datedOn: dayOrNone(row.datedOn), expiresOn: dayOrNone(row.expiresOn) };
}

/** @throws when the database holds what is no day: it checks the column's type, so never. */
function dayOrNone(text: string | null): Day | null {
  if (text === null) return null;
  const day = dayOf(text);
  if (!day) throw new Error(`the database answered "${text}" for a day`);
  return day;
}

/** The titles of a body's files whose content is missing or is not what was kept. */
export async function damagedFiles(tx: Transaction, files: FileStore, orgId: Id): Promise<string[]> {
  const rows = await tables(tx).selectFrom('evidence').select(['title', 'sha256']).where('orgId', '=', orgId).where('kind', '=', 'file').orderBy('id').execute();
  const damaged: string[] = [];
  for (const { title, sha256 } of rows) {
    const found = sha256 && (await files.hashOf(orgId, sha256));
    if (!found || !sha256.equals(found)) damaged.push(title);
  }
  return damaged;
}
