import { actionOf, addAction, addActionEvidence, addActionNote, addObjective, openToOwner, takeActionStep, takeRecommendation } from '../capabilities/action-plan/index.ts';
import { editionNamed } from '../capabilities/frameworks/index.ts';
import { recommendationsOf } from '../capabilities/recommendations/index.ts';
import { openRisks } from '../capabilities/risk-log/index.ts';
import { newId, type Id } from '../kernel/id.ts';
import { en } from '../words/index.ts';
import type { ExamplePlan } from './example.ts';
import { asGranted, asOwn, found, type Loading } from './loading.ts';

type Objectives = ReadonlyMap<string, { readonly id: Id; readonly benchmark: string }>;

/** The partnership plan of an example's body. */
export async function loadPlan(loading: Loading, plan: ExamplePlan): Promise<void> {
  const organisation = found(loading.organisations.get(plan.organisation), plan.organisation);
  const objectives: Objectives = new Map(plan.objectives.map(({ code, benchmark }) => [code, { id: newId(), benchmark }]));
  const editionId = await asOwn(loading, plan.by, async (tx) => {
    const { id } = found(await editionNamed(tx, plan.edition), plan.edition);
    for (const { code, benchmark, text } of plan.objectives) await addObjective(tx, { orgId: organisation.id, id: found(objectives.get(code), code).id, editionId: id, benchmarkCode: benchmark, text });
    for (const text of plan.taken) {
      const recommendation = found((await recommendationsOf(tx, organisation.id)).find((one) => one.text === text), text);
      await takeRecommendation(tx, { orgId: organisation.id, recommendationId: recommendation.id, id: newId() });
    }
    return id;
  });
  for (const action of plan.actions) await loadAction(loading, { ...plan, editionId, objectives }, action);
}

async function loadAction(loading: Loading, { organisation: shortName, by, editionId, objectives }: Pick<ExamplePlan, 'organisation' | 'by'> & { readonly editionId: Id; readonly objectives: Objectives }, action: ExamplePlan['actions'][number]): Promise<void> {
  const organisation = found(loading.organisations.get(shortName), shortName);
  const [orgId, id] = [organisation.id, newId()];
  const objective = action.objective === undefined ? undefined : found(objectives.get(action.objective), action.objective);
  const benchmarkCode = objective?.benchmark ?? action.benchmark ?? null;
  const ownerId = action.owner_body === undefined ? found(loading.organisations.get(action.owner ?? shortName), action.owner ?? shortName).id : null;
  await asOwn(loading, by, async (tx) => {
    const risk = action.origin_risk === undefined ? undefined : found((await openRisks(tx, orgId)).find(({ number }) => number === action.origin_risk), `risk ${action.origin_risk}`);
    await addAction(tx, {
      orgId, id, editionId: benchmarkCode === null ? null : editionId, benchmarkCode, objectiveId: objective?.id ?? null, text: action.text, marking: action.marking, ownerId, ownerBody: action.owner_body ?? null, ownerRole: action.role ?? null,
      partners: action.partners, startOn: action.start ?? null, dueOn: action.due ?? null, successMeasure: action.measure ?? null, origin: action.origin, originId: risk?.id ?? null, originNote: action.origin_note ?? null,
    });
    await openToOwner({ tx, words: en, organisation, today: loading.firstDay, newId }, { id, ownerId });
    for (const name of action.evidence) await addActionEvidence(tx, { orgId, id: newId(), actionId: id, evidenceId: found(loading.evidence.get(name), name).id });
  });
  await loadProgress(loading, { orgId, id }, by, action);
}

async function loadProgress(loading: Loading, key: { readonly orgId: Id; readonly id: Id }, by: string, { progress, proposed, confirmed_by: confirmedBy }: ExamplePlan['actions'][number]): Promise<void> {
  for (const { on, text, rag, marking, by: writer = by } of progress) {
    const within = found(loading.people.get(writer), writer).orgId === key.orgId ? asOwn : asGranted;
    await within(loading, writer, (tx) => addActionNote(tx, { ...key, noteId: newId() }, { datedOn: on, text, rag: rag ?? null, marking }));
  }
  if (proposed) await step(loading, key, proposed.by, { to: 'proposed', outcome: proposed.outcome });
  if (confirmedBy !== undefined) await step(loading, key, confirmedBy, { to: 'closed' });
}

async function step(loading: Loading, key: { readonly orgId: Id; readonly id: Id }, by: string, next: Parameters<typeof takeActionStep>[2]): Promise<void> {
  await asOwn(loading, by, async (tx) => {
    const { version } = found(await actionOf(tx, key), 'an action');
    if (!(await takeActionStep(tx, { ...key, version }, next))) throw new Error('the example was changed while it was loaded');
  });
}
