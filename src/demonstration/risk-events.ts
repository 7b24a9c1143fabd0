import { addAnswer, addProfile, openReview } from '../capabilities/risk-log/index.ts';
import { newId } from '../kernel/id.ts';
import type { Example } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** Reviews after an event with their answers, and what was recorded of the police local profile. */
export async function loadRiskEvents(loading: Loading, { risk_events, police_profiles }: Example): Promise<void> {
  const idOf = (name: string) => found(loading.organisations.get(name), name).id;
  for (const { organisation, by, title, reach, happened, due, bodies, answers } of risk_events) {
    const event = { orgId: idOf(organisation), id: newId() };
    await asOwn(loading, by, (tx) => openReview(tx, event, { title, reach, happenedOn: happened, dueOn: due, bodies: bodies.map(idOf) }, newId));
    for (const answer of answers) {
      await asOwn(loading, answer.by, (tx) => addAnswer(tx, { orgId: idOf(answer.organisation), id: newId() }, event, { changedRisks: answer.changed, said: answer.said }, answer.on));
    }
  }
  for (const { organisation, by, edition, marking, dated, briefed, roles } of police_profiles) {
    await asOwn(loading, by, (tx) => addProfile(tx, { orgId: idOf(organisation), id: newId() }, { editionLabel: edition, datedOn: dated, briefedOn: briefed, briefedRoles: roles, marking }));
  }
}
