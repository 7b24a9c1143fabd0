import { ask, cite, neighboursOf, reply, requestsOf, sentNamed, takenInto } from '../capabilities/oversight/index.ts';
import { addRisk, matricesFor, openRisks, type MatrixVersion } from '../capabilities/risk-log/index.ts';
import { newId } from '../kernel/id.ts';
import { aside } from '../platform/database.ts';
import type { Example } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';
import { scoresOf } from './risk-logs.ts';

/** The register of an area with what it rests on, and the risks that were passed from one body to another. */
export async function loadRollUp(loading: Loading, { registers, risk_requests }: Example): Promise<void> {
  for (const register of registers) await loadRegister(loading, register);
  for (const request of risk_requests) await loadRequest(loading, request);
}

async function loadRegister(loading: Loading, { organisation, by, on, risks }: Example['registers'][number]): Promise<void> {
  const idOf = (name: string) => found(loading.organisations.get(name), name).id;
  const [orgId, { today: day }] = [idOf(organisation), loading];
  await asOwn(loading, by, async (tx) => {
    const [matrix] = await matricesFor(tx, orgId, day);
    for (const { code: _, scores, owner, benchmarks, review, summary, rests, ...text } of risks) {
      const riskId = newId();
      await addRisk(tx, { orgId, id: riskId, scoringId: newId() }, { ...text, ownerRole: owner ?? null, benchmarkCodes: benchmarks, nextReviewOn: review, publicSummary: summary }, { scores: scoresOf(scores), matrix: found<MatrixVersion>(matrix, 'how risks are scored'), on });
      for (const one of rests) {
        const sent = await aside(tx, { is: 'tree', orgId, personId: null, day }, (inTree) => sentNamed(inTree, idOf(one.organisation), one.quarter, one.risk));
        await cite(tx, { orgId, riskId }, [found(sent, `risk ${one.risk} of ${one.organisation}`)], on, newId);
      }
    }
  });
}

async function loadRequest(loading: Loading, { organisation, by, risk, to, on, reason, reply: given }: Example['risk_requests'][number]): Promise<void> {
  const [asker, receiver] = [found(loading.organisations.get(organisation), organisation), found(loading.organisations.get(to), to)];
  const id = newId();
  await asOwn(loading, by, async (tx) => {
    const { id: riskId } = found((await openRisks(tx, asker.id)).find(({ number }) => number === risk), `risk ${risk} of ${organisation}`);
    await ask(tx, { orgId: asker.id, id, riskId }, { to: found((await neighboursOf(tx, asker.id, loading.today)).find((one) => one.id === receiver.id), to), reason }, on);
  });
  if (!given) return;
  await asOwn(loading, given.by, async (tx) => {
    const [request] = await requestsOf(tx, receiver.id, { id });
    const { personId } = found(loading.people.get(given.by), given.by);
    const riskId = await takenInto(tx, { orgId: receiver.id, personId, today: given.on, newId }, found(request, 'a risk that was passed on'), { ...given, into: null });
    await reply(tx, { orgId: receiver.id, id: newId() }, { id, orgId: asker.id }, given, found(riskId, 'how risks are scored'), given.on);
  });
}
