import assert from 'node:assert/strict';
import { newId } from '../src/kernel/id.ts';
import { oversightPaths } from '../src/capabilities/oversight/index.ts';
import type { Client } from '../test/client.ts';
import { query } from '../test/database.ts';
import { testSite } from '../test/site.ts';
import { buildWorld } from '../test/world.ts';
import { leastCpu, leastTime } from './row.ts';

export type CountyPageFigures = {
  readonly page: string;
  /** With the county alone, and with so many counties beside it. */
  readonly statements: readonly [number, number];
  /** How many times as much the page costs with the other counties: our processor time, and the time until it is there, the database's among it. */
  readonly ours: number;
  readonly whole: number;
};

type Stage = { readonly lead: Client; readonly statements: string[] };

const districts = 7;
const risks = 10;

/** The pages of a county of 7 districts and 12 quarters, alone and among so many others of its size, in one run. */
export async function countyPages(others: number): Promise<CountyPageFigures[]> {
  const [alone, among] = [await setStage(1), await setStage(others)];
  const figures: CountyPageFigures[] = [];
  for (const [name, path] of [['grid', oversightPaths.grid('county')], ['risks', oversightPaths.matrix('county')]] as const) {
    const counted = async ({ lead, statements }: Stage) => { statements.length = 0; assert.equal((await lead.get(path)).status, 200); return statements.filter((one) => !/^(begin|commit)$/.test(one)).length; };
    const run = ({ lead }: Stage) => async () => { assert.equal((await lead.get(path)).status, 200); };
    await Promise.all([alone, among].map((stage) => run(stage)()));
    const statements = [await counted(alone), await counted(among)] as const;
    const [small = 0, large = 0] = await leastCpu([run(alone), run(among)], 6, 20);
    const [quick = 0, slow = 0] = await leastTime([run(alone), run(among)], 6, 20);
    figures.push({ page: name, statements, ours: large / small, whole: slow / quick });
  }
  return figures;
}

/** A county with its calendar and what its districts sent, among others (itself counted) that are like it. */
async function setStage(counties: number): Promise<Stage> {
  const site = await testSite();
  const world = await buildWorld(site.store);
  const superuser = site.db.as('superuser');
  const stamps = '1, now(), now()';
  const owned = 'org_id, id, version, created_at, changed_at';
  await query(superuser, `set session_replication_role = replica;
    create temporary table county as select n, case n when 1 then '${world.organisations.county.id}'::uuid else gen_random_uuid() end as id from generate_series(1, ${counties}) n;
    create temporary table body as select c.id as county, c.n as nth, d, gen_random_uuid() as id from county c, generate_series(1, ${districts}) d;
    create temporary table quarter as select y || '-' || right((y + 1)::text, 2) || '-Q' || q as name, make_date(y, 3 * q + 1, 1) as opens_on, make_date(y, 3 * q + 1, 28) as due_on from generate_series(2022, 2025) y, generate_series(1, 3) q;
    insert into organisation (id, short_name, name, kind, invented) select id, 'county-' || n, 'County ' || n, 'county', true from county where n > 1;
    insert into organisation (id, short_name, name, kind, invented) select id, 'body-' || nth || '-' || d, 'Body ' || nth || ' ' || d, 'district', true from body;
    insert into organisation_link (parent_id, child_id) select county, id from body;
    call rebuild_organisation_closure();
    insert into risk_quarter (${owned}, quarter, opens_on, due_on) select c.id, gen_random_uuid(), ${stamps}, q.name, q.opens_on, q.due_on from county c, quarter q;
    insert into risk_matrix (${owned}, number, agreed_on, likelihoods, impacts, medium_from, high_from, very_high_from) select id, gen_random_uuid(), ${stamps}, 1, '2022-04-01', '{a,b,c,d,e}', '{a,b,c,d,e}', 5, 10, 17 from county;
    create temporary table sent as select b.id as org_id, gen_random_uuid() as id, q.name, q.due_on from body b, quarter q;
    insert into risk_return (${owned}, quarter, begun_on, due_on, sent_on, sent_at, kind, signed_role, risks, frozen, frozen_sha256)
      select org_id, id, ${stamps}, name, due_on - 5, due_on, due_on - 2, now(), 'log', 'Lead', ${risks}, '', sha256('') from sent;
    insert into returned_risk (${owned}, return_id, quarter, risk_id, number, standing, theme, cause, event, effect, controls, benchmark_codes, public_summary, next_review_on, scoring_number,
        inherent_likelihood, inherent_impact, inherent_level, residual_likelihood, residual_impact, residual_level, target_likelihood, target_impact, target_level)
      select org_id, gen_random_uuid(), ${stamps}, id, name, gen_random_uuid(), r, 'new', 'premises', 'A cause.', 'An event.', 'An effect.', '', '{}', '', due_on, 1, 4, 4, 'high', 1 + r % 4, 3, 'medium', 1, 1, 'low' from sent, generate_series(1, ${risks}) r;
    insert into chase (${owned}, about_id, quarter, chased_on, to_role, way) select b.county, gen_random_uuid(), ${stamps}, b.id, q.name, q.due_on, 'Lead', 'email' from body b, quarter q;
    insert into reminder (org_id, kind, about, day, person_id, mail_id, due_on) select b.id, 'return', q.name, q.due_on, '${newId()}', gen_random_uuid(), q.due_on from body b, quarter q;
    analyze`);
  const lead = await site.as('lead@county.test');
  return { lead, statements: site.statements };
}
