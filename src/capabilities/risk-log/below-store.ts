import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { SentLine } from './returns-store.ts';
import type { Level, Score, Theme } from './rules.ts';
import type { CountedScore } from './rules-trend.ts';

/** A body directly below another, since when it stands there, what it sent of the quarters that were asked for, and, where that is read, on which days letters reminded it of which. */
export type BodyReturns = {
  readonly id: Id; readonly name: string; readonly shortName: string; readonly since: Day; readonly sent: readonly SentLine[]; readonly reminded?: Readonly<Partial<Record<Quarter, readonly Day[]>>> | undefined;
};

/** An open risk as a body below sent it. */
export type RiskBelow = {
  readonly name: string; readonly shortName: string; readonly number: number; readonly theme: Theme; readonly event: string; readonly marking: Marking;
  readonly residual: Score & { readonly level: Level }; readonly before: Score | null;
};

type BelowRow = Omit<BodyReturns, 'sent'> & Omit<SentLine, 'quarter'> & { readonly quarter: Quarter | null };

/** The bodies directly below one, by name, with what each sent: one statement, in the tree scope. */
export async function returnsBelow(tx: Transaction, orgId: Id, quarters: readonly Quarter[], today: Day): Promise<BodyReturns[]> {
  const { rows } = await sql<BelowRow>`
    select o.id, o.name, o.short_name, l.from_day as since, m.reminded, r.quarter, r.sent_on, r.due_on, r.kind
    from organisation_link l join organisation o on o.id = l.child_id cross join lateral (select returns_reminded(l.child_id, ${[...quarters]}::text[]) as reminded) m
      left join risk_return r on r.org_id = l.child_id and r.quarter = any(${[...quarters]}::text[]) and r.sent_at is not null
    where l.parent_id = ${orgId} and l.from_day <= ${today} and l.to_day > ${today} order by o.name, r.quarter`.execute(tx);
  return bodiesOf(rows);
}

/** One body from the rows of its returns; a body that sent nothing has one row without a quarter. */
export function bodiesOf(rows: readonly BelowRow[]): BodyReturns[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { id, name, shortName, since, reminded } = first;
    return [{ id, name, shortName, since, reminded, sent: group.flatMap(({ quarter, sentOn, dueOn, kind }) => (quarter === null ? [] : [{ quarter, sentOn, dueOn, kind }])) }];
  });
}

/** The open risks that bodies directly below sent for a quarter, the highest first; for the newest of which anything was sent when none is named. In the tree scope. */
export async function returnedBelow(tx: Transaction, orgId: Id, quarter: Quarter | undefined, today: Day): Promise<{ readonly quarter: Quarter | undefined; readonly risks: readonly RiskBelow[] }> {
  type Row = Omit<RiskBelow, 'residual' | 'before'> & { quarter: Quarter; likelihood: number; impact: number; level: Level; beforeLikelihood: number | null; beforeImpact: number | null };
  const { rows } = await sql<Row>`
    with below as (select child_id as org_id from organisation_link where parent_id = ${orgId} and from_day <= ${today} and to_day > ${today}),
      wanted as (select coalesce(${quarter ?? null}::text, (select max(r.quarter) from risk_return r join below b on b.org_id = r.org_id where r.sent_at is not null)) as quarter)
    select t.quarter, o.name, o.short_name, t.number, t.theme, t.event, t.marking, t.residual_likelihood as likelihood, t.residual_impact as impact, t.residual_level as level, t.before_likelihood, t.before_impact
    from below b join wanted w on true join returned_risk t on t.org_id = b.org_id and t.quarter = w.quarter join organisation o on o.id = b.org_id
    where t.standing <> 'closed' order by t.residual_likelihood * t.residual_impact desc, o.name, t.number`.execute(tx);
  const risks = rows.map(({ name, shortName, number, theme, event, marking, likelihood, impact, level, beforeLikelihood, beforeImpact }) => ({
    name, shortName, number, theme, event, marking, residual: { likelihood, impact, level },
    before: beforeLikelihood !== null && beforeImpact !== null ? { likelihood: beforeLikelihood, impact: beforeImpact } : null,
  }));
  return { quarter: quarter ?? rows[0]?.quarter, risks };
}

/** How the open risks of the returns that these bodies sent for these quarters were scored: one statement, however many they are. */
export async function scoresSent(tx: Transaction, bodies: readonly Id[], quarters: readonly Quarter[]): Promise<CountedScore[]> {
  const { rows } = await sql<CountedScore>`
    select quarter, residual_likelihood as likelihood, residual_impact as impact, residual_level as level, count(*)::integer as risks from returned_risk
    where org_id = any(${[...bodies]}::uuid[]) and quarter = any(${[...quarters]}::text[]) and standing <> 'closed' group by 1, 2, 3, 4 order by 1, 2, 3`.execute(tx);
  return rows;
}

/** A risk in words that its body holds to be safe to publish, as it was last sent. */
export type SafeRisk = { readonly body: string; readonly theme: Theme; readonly summary: string; readonly level: Level; readonly marking: Marking };

/** The open risks with such words in the newest return of each of these bodies among these quarters, the highest first. */
export async function safeRisksSent(tx: Transaction, bodies: readonly Id[], quarters: readonly Quarter[]): Promise<SafeRisk[]> {
  const { rows } = await sql<SafeRisk>`
    with newest as (select r.org_id, max(r.quarter) as quarter from risk_return r where r.org_id = any(${[...bodies]}::uuid[]) and r.quarter = any(${[...quarters]}::text[]) and r.sent_at is not null group by r.org_id)
    select o.name as body, t.theme, t.public_summary as summary, t.residual_level as level, t.marking
    from newest n join returned_risk t on t.org_id = n.org_id and t.quarter = n.quarter join organisation o on o.id = n.org_id
    where t.standing <> 'closed' and t.public_summary <> '' order by t.residual_likelihood * t.residual_impact desc, o.name, t.number`.execute(tx);
  return rows;
}
