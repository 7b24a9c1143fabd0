import { addChase } from '../capabilities/oversight/index.ts';
import {
  addMatrix, addQuarter, addReturnNote, addRisk, beginReturn, calendarFor, closeRisk, logFrom, makingOf, matricesFor, nilFrom, rescoreRisk, returnOf, risksOf, sendReturn, setConfirmed, type MatrixVersion, type Scores,
} from '../capabilities/risk-log/index.ts';
import type { Organisation } from '../kernel/access.ts';
import { newId } from '../kernel/id.ts';
import type { Transaction } from '../platform/database.ts';
import { en } from '../words/index.ts';
import type { Example } from './example.ts';
import type { ExampleReturn, ExampleRisk } from './example-risks.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** How an area scores, its calendar, and what its bodies sent, quarter by quarter, by the product's own rules. */
export async function loadRiskLogs(loading: Loading, { risk_matrix, risk_calendar, risk_logs, chases }: Example): Promise<void> {
  const bodyOf = (name: string) => found(loading.organisations.get(name), name);
  if (risk_matrix) {
    const { organisation, by, agreed_on, likelihoods, impacts, medium, high, very_high } = risk_matrix;
    await asOwn(loading, by, (tx) => addMatrix(tx, { orgId: bodyOf(organisation).id, id: newId() }, { number: 1, agreedOn: agreed_on }, { likelihoods, impacts, mediumFrom: medium, highFrom: high, veryHighFrom: very_high }));
  }
  if (risk_calendar) {
    const { organisation, by, quarters } = risk_calendar;
    await asOwn(loading, by, async (tx) => {
      for (const { quarter, opens, due, reminders } of quarters) await addQuarter(tx, { orgId: bodyOf(organisation).id, id: newId() }, { quarter, opensOn: opens, dueOn: due, reminderDays: reminders });
    });
  }
  for (const { organisation, by, quarters } of risk_logs) {
    const risks = new Map<string, number>();
    for (const one of quarters) {
      await asOwn(loading, by, (tx) => loadChanges(tx, loading, bodyOf(organisation), risks, one));
      await asOwn(loading, by, (tx) => loadReturn(tx, loading, bodyOf(organisation), one));
    }
  }
  for (const { organisation, by, about, quarter, on, role, way, note } of chases) {
    await asOwn(loading, by, (tx) => addChase(tx, { orgId: bodyOf(organisation).id, id: newId(), aboutId: bodyOf(about).id }, { quarter, chasedOn: on, toRole: role, way, note }));
  }
}

/** What happened to the log before a return was sent, on the day on which it was begun. */
async function loadChanges(tx: Transaction, { today }: Loading, { id: orgId }: Organisation, risks: Map<string, number>, one: ExampleReturn): Promise<void> {
  const [matrix] = await matricesFor(tx, orgId, today);
  const scoredBy = (scores: ExampleRisk['scores']) => ({ scores: scoresOf(scores), matrix: found<MatrixVersion>(matrix, 'how risks are scored'), on: one.begun });
  const seen = async (code: string) => {
    const [risk] = await risksOf(tx, orgId, { number: found(risks.get(code), code) });
    const { id, version } = found(risk, code);
    return { orgId, id, version };
  };
  for (const { code, scores, owner, benchmarks, review, summary, ...text } of one.new) {
    const number = await addRisk(tx, { orgId, id: newId(), scoringId: newId() }, { ...text, ownerRole: owner ?? null, benchmarkCodes: benchmarks, nextReviewOn: review, publicSummary: summary }, scoredBy(scores));
    risks.set(code, number);
  }
  for (const { risk, scores, reason } of one.rescored) await rescoreRisk(tx, { ...await seen(risk), scoringId: newId() }, reason, scoredBy(scores));
  for (const { risk, reason } of one.closed) await closeRisk(tx, await seen(risk), { closedOn: one.begun, closedReason: reason });
}

async function loadReturn(tx: Transaction, { today }: Loading, organisation: Organisation, one: ExampleReturn): Promise<void> {
  const { id: orgId } = organisation;
  const { quarter, begun, sent, signed, nil, note } = one;
  const id = newId();
  await beginReturn(tx, { orgId, id }, quarter, begun);
  if (sent === undefined) return;
  const { quiet } = await makingOf(tx, orgId, { id, quarter });
  await setConfirmed(tx, orgId, id, quiet.map(({ risk }) => risk.id), newId);
  const making = await makingOf(tx, orgId, { id, quarter });
  const [[set], [matrix], begunReturn] = [await calendarFor(tx, orgId, today, quarter), await matricesFor(tx, orgId, today), await returnOf(tx, orgId, quarter)];
  const signing = { organisation, quarter, dueOn: found(set, quarter).dueOn, today: sent, role: signed ?? en.site.roles.prevent_lead, matrix };
  const frozen = nil === undefined ? logFrom(making, signing) : nilFrom(making, signing, nil);
  if (!frozen.accepted) throw new Error(`the return of ${organisation.name} for ${quarter} cannot be sent: ${frozen.refusals.map(({ say }) => say(en)).join(' ')}`);
  await sendReturn(tx, { orgId, id, version: found(begunReturn, quarter).version }, frozen.value, newId);
  if (note) await addReturnNote(tx, { orgId, id: newId(), returnId: id }, { writtenOn: note.on, text: note.text, marking: 'OFFICIAL' });
}

export function scoresOf([a, b, c, d, e, f]: ExampleRisk['scores']): Scores {
  return { inherent: { likelihood: a, impact: b }, residual: { likelihood: c, impact: d }, target: { likelihood: e, impact: f } };
}
