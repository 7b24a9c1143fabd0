import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Answering, Asking, Neighbour, Reply, RiskRequest } from './rules-requests.ts';
import type { OversightTables } from './tables.ts';

const tables = (tx: Transaction) => tx.withTables<OversightTables>();

type Row = Omit<RiskRequest, 'scores' | 'reply' | 'withdrawal'> & {
  readonly inherentLikelihood: number; readonly inherentImpact: number; readonly residualLikelihood: number; readonly residualImpact: number; readonly targetLikelihood: number; readonly targetImpact: number;
  readonly answer: Reply['answer'] | null; readonly repliedOn: Day; readonly replyReason: string; readonly withdrawnOn: Day | null; readonly withdrawReason: string;
};

/** The bodies directly above and below one: those that it can pass a risk to. */
export async function neighboursOf(tx: Transaction, orgId: Id, today: Day): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select o.id, o.name, case when l.child_id = ${orgId} then 'up' else 'down' end as way
    from organisation_link l join organisation o on o.id = case when l.child_id = ${orgId} then l.parent_id else l.child_id end
    where (l.child_id = ${orgId} or l.parent_id = ${orgId}) and l.from_day <= ${today} and l.to_day > ${today} order by way desc, o.name`.execute(tx);
  return rows;
}

/** What a body asked and what it was asked, the newest first: all, one, or those about one of its risks. */
export async function requestsOf(tx: Transaction, orgId: Id, { id, riskId }: { readonly id?: Id; readonly riskId?: Id } = {}): Promise<RiskRequest[]> {
  const { rows } = await sql<Row>`
    select q.id, q.org_id, o.name as asker, q.to_id, t.name as receiver, q.way, q.asked_on, q.reason, q.org_id = ${orgId} as ours, q.risk_id, q.number, q.theme, q.cause, q.event, q.effect, q.controls, q.next_review_on, q.marking,
      q.inherent_likelihood, q.inherent_impact, q.residual_likelihood, q.residual_impact, q.residual_level, q.target_likelihood, q.target_impact, a.answer, a.replied_on, a.reason as reply_reason, n.number as taken_as, w.withdrawn_on, w.reason as withdraw_reason
    from risk_request q join organisation o on o.id = q.org_id join organisation t on t.id = q.to_id
      left join risk_reply a on a.org_id = q.to_id and a.request_org_id = q.org_id and a.request_id = q.id
      left join risk_withdrawal w on w.org_id = q.org_id and w.request_id = q.id
      left join risk n on n.org_id = a.org_id and n.id = a.risk_id and n.org_id = ${orgId}
    where (q.org_id = ${orgId} or q.to_id = ${orgId}) and (${id ?? null}::uuid is null or q.id = ${id ?? null}::uuid)
      and (${riskId ?? null}::uuid is null or (q.org_id = ${orgId} and q.risk_id = ${riskId ?? null}::uuid) or (a.org_id = ${orgId} and a.risk_id = ${riskId ?? null}::uuid))
    order by q.asked_on desc, q.id desc`.execute(tx);
  return rows.map(({ inherentLikelihood, inherentImpact, residualLikelihood, residualImpact, targetLikelihood, targetImpact, answer, repliedOn, replyReason, withdrawnOn, withdrawReason, ...request }) => ({
    ...request, reply: answer === null ? null : { answer, repliedOn, reason: replyReason }, withdrawal: withdrawnOn && { withdrawnOn, reason: withdrawReason },
    scores: { inherent: { likelihood: inherentLikelihood, impact: inherentImpact }, residual: { likelihood: residualLikelihood, impact: residualImpact }, target: { likelihood: targetLikelihood, impact: targetImpact } },
  }));
}

/** Lets one answer at a time be given, until the transaction ends. */
export async function holdRequest(tx: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`risk request ${id}`}, 0))`.execute(tx);
}

/** How many requests wait for a body’s answer. */
export async function countUnanswered(tx: Transaction, orgId: Id): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`
    select count(*)::integer as n from risk_request q where q.to_id = ${orgId} and not exists (select from risk_reply a where a.org_id = q.to_id and a.request_org_id = q.org_id and a.request_id = q.id)
      and not exists (select from risk_withdrawal w where w.org_id = q.org_id and w.request_id = q.id)`.execute(tx);
  return row?.n ?? 0;
}

/** The words and scores of the risk are copied by the database, as they stand. */
export async function ask(tx: Transaction, key: { readonly orgId: Id; readonly id: Id; readonly riskId: Id }, { to, reason }: Asking, askedOn: Day): Promise<void> {
  await tables(tx).insertInto('riskRequest').values({ ...key, toId: to.id, way: to.way, reason, askedOn }).execute();
}

/** The answer of the body that was asked, which is final. */
export async function reply(tx: Transaction, key: { readonly orgId: Id; readonly id: Id }, request: Pick<RiskRequest, 'id' | 'orgId'>, { answer, reason }: Omit<Answering, 'into'>, riskId: Id | null, repliedOn: Day): Promise<void> {
  await tables(tx).insertInto('riskReply').values({ ...key, requestOrgId: request.orgId, requestId: request.id, answer, reason, riskId, repliedOn }).execute();
}

/** Takes a request of the body's own back. The database refuses it once there is an answer. */
export async function withdraw(tx: Transaction, key: { readonly orgId: Id; readonly id: Id; readonly requestId: Id }, reason: string, withdrawnOn: Day): Promise<void> {
  await tables(tx).insertInto('riskWithdrawal').values({ ...key, reason, withdrawnOn }).execute();
}
