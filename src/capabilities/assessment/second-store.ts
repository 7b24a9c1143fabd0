import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Challenge, NewChallenge, Reply, Writer } from './rules-second.ts';
import type { AssessmentTables } from './tables.ts';

/** Raised by the database (migrations/0007-second-reader.sql): not by this person; not as the challenges stand; while re-opened. */
export const secondStates = { submitted: 'DR001', published: 'DR002', notThisPerson: 'DR004', challenge: 'DR005', reopened: 'DR006' };

/** Whose signature, and when. */
export type Signature = { readonly at: Date; readonly personId: Id | null; readonly by: string | null; readonly stateSha256: string; readonly stands: boolean };

const tables = (tx: Transaction) => tx.withTables<AssessmentTables>();

const nameOf = (column: string) => sql<string | null>`(select n.name from names_of_people(array[${sql.ref(column)}]) n)`;

type ChallengeRow = Omit<Challenge, 'at' | 'reply'> & { at: string; reply: (Reply & { by: string | null; at: string }) | null };

/** A challenge as recordOf reads it among the rest of the assessment. */
export const challengesJson = (orgId: Id) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'benchmarkCode', c.benchmark_code, 'levelCode', c.level_code, 'selfLevelCode', c.self_level_code,
      'reason', c.reason, 'personId', c.created_by, 'by', ${nameOf('c.created_by')}, 'at', c.created_at,
      'reply', (select jsonb_build_object('kept', y.kept, 'reason', y.reason, 'by', ${nameOf('y.created_by')}, 'at', y.created_at)
        from challenge_reply y where y.org_id = ${orgId} and y.challenge_id = c.id)) order by c.created_at, c.id), '[]')
    from challenge c where c.org_id = ${orgId} and c.assessment_id = a.id)`;

export function challengesFrom(rows: readonly ChallengeRow[]): Challenge[] {
  return rows.map(({ at, reply, ...rest }) => ({ ...rest, at: new Date(at), reply: reply ? { ...reply, at: new Date(reply.at) } : undefined }));
}

export type { ChallengeRow };

/** The challenges of an assessment, oldest first. */
export async function challengesOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Challenge[]> {
  const { rows: [row] } = await sql<{ challenges: ChallengeRow[] }>`
    select ${challengesJson(orgId)} as challenges from assessment a where a.org_id = ${orgId} and a.id = ${assessmentId}`.execute(tx);
  return challengesFrom(row?.challenges ?? []);
}

export async function addChallenge(tx: Transaction, challenge: NewChallenge & { orgId: Id; id: Id; assessmentId: Id; editionId: Id; benchmarkCode: string }): Promise<void> {
  await tables(tx).insertInto('challenge').values(challenge).execute();
}

export async function addReply(tx: Transaction, reply: Reply & { orgId: Id; id: Id; assessmentId: Id; challengeId: Id }): Promise<void> {
  await tables(tx).insertInto('challengeReply').values(reply).execute();
}

/** Everybody who wrote anything of an assessment, by benchmark: the database keeps the list. */
export function writersOf(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Writer[]> {
  return tables(tx).selectFrom('assessmentWriter').select(['benchmarkCode', 'personId']).where('orgId', '=', orgId).where('assessmentId', '=', assessmentId).execute();
}

/** Signs the assessment as it stands at this moment. @throws DR004 for a writer, DR005 while a challenge is open. */
export async function signOff(tx: Transaction, { orgId, id, assessmentId }: { readonly orgId: Id; readonly id: Id; readonly assessmentId: Id }): Promise<void> {
  // The database puts the hash of the state in.
  await tables(tx).insertInto('signOff').values({ orgId, id, assessmentId, stateSha256: Buffer.alloc(32) }).execute();
}

/** The last signature since the last submission, and whether it still fits what the assessment says. */
export async function lastSignature(tx: Transaction, orgId: Id, assessmentId: Id): Promise<Signature | undefined> {
  const { rows: [row] } = await sql<Signature>`
    select o.created_at as at, o.created_by as person_id, ${nameOf('o.created_by')} as by, encode(o.state_sha256, 'hex') as state_sha256,
      o.id is not distinct from standing_sign_off(${orgId}, ${assessmentId}) as stands
    from sign_off o where o.org_id = ${orgId} and o.assessment_id = ${assessmentId}
      and not exists (select from submission s where s.org_id = ${orgId} and s.sign_off_id = o.id)
    order by o.created_at desc, o.id desc limit 1`.execute(tx);
  return row;
}
