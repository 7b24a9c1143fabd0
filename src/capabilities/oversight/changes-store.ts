import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Level } from '../risk-log/index.ts';
import type { BodyLooks, MovedRisk, ReturnLook } from './rules-changes.ts';

/** So far back is looked for returns that change nothing. */
const returnsLooked = 12;

/** What the last return of each body directly below says anew: scores that changed, new risks and closed ones. One statement, in the tree scope. */
export async function movedBelow(tx: Transaction, orgId: Id, today: Day): Promise<MovedRisk[]> {
  type Row = Omit<MovedRisk, 'residual' | 'before'> & { likelihood: number; impact: number; level: Level; beforeLikelihood: number | null; beforeImpact: number | null };
  const { rows } = await sql<Row>`
    select o.name, o.short_name, r.quarter, p.quarter as previous, t.number, t.theme, t.event, t.marking, t.standing = 'closed' as is_closed, t.reason,
      t.residual_likelihood as likelihood, t.residual_impact as impact, t.residual_level as level, t.before_likelihood, t.before_impact
    from organisation_link l join organisation o on o.id = l.child_id
      join lateral (select r.id, r.quarter from risk_return r where r.org_id = l.child_id and r.sent_at is not null order by r.quarter desc limit 1) r on true
      left join lateral (select p.quarter from risk_return p where p.org_id = l.child_id and p.sent_at is not null and p.quarter < r.quarter order by p.quarter desc limit 1) p on true
      join returned_risk t on t.org_id = l.child_id and t.return_id = r.id
    where l.parent_id = ${orgId} and l.from_day <= ${today} and l.to_day > ${today}
      and (t.standing in ('new', 'closed') or t.before_likelihood * t.before_impact <> t.residual_likelihood * t.residual_impact)
    order by o.name, t.number`.execute(tx);
  return rows.map(({ likelihood, impact, level, beforeLikelihood, beforeImpact, ...risk }) => ({
    ...risk, residual: { likelihood, impact, level }, before: beforeLikelihood !== null && beforeImpact !== null ? { likelihood: beforeLikelihood, impact: beforeImpact } : null,
  }));
}

/** The last returns of each body directly below, with how many of their risks are anything but unchanged. One statement, in the tree scope. */
export async function looksBelow(tx: Transaction, orgId: Id, today: Day): Promise<BodyLooks[]> {
  const { rows } = await sql<ReturnLook & { readonly name: string; readonly shortName: string }>`
    select o.name, o.short_name, r.quarter, r.kind, r.risks,
      (select count(*)::integer from returned_risk t where t.org_id = l.child_id and t.return_id = r.id and t.standing <> 'unchanged') as changed
    from organisation_link l join organisation o on o.id = l.child_id
      join lateral (select r.id, r.quarter, r.kind, r.risks from risk_return r where r.org_id = l.child_id and r.sent_at is not null order by r.quarter desc limit ${returnsLooked}) r on true
    where l.parent_id = ${orgId} and l.from_day <= ${today} and l.to_day > ${today} order by o.name, r.quarter desc`.execute(tx);
  return [...Map.groupBy(rows, ({ shortName }) => shortName)].map(([shortName, group]) => ({
    name: group[0]?.name ?? '', shortName, returns: group.map(({ quarter, kind, risks, changed }) => ({ quarter, kind, risks, changed })),
  }));
}
