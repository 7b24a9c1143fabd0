import { addProgress, beginFollowUp, changePlan, followUpOf, recommendationsOf, takeStep, type Step } from '../capabilities/recommendations/index.ts';
import { isId, newId, type Id } from '../kernel/id.ts';
import type { OpenedExample } from './assessments.ts';
import type { ExampleFindings, ExampleFollowUp } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** What the body did about its published recommendations, each step by the person who took it. */
export async function loadFollowUps(loading: Loading, { organisation, year }: OpenedExample, by: string, { recommendations }: ExampleFindings): Promise<void> {
  if (recommendations.every(({ follow_up: followUp }) => followUp === undefined)) return;
  const published = await asOwn(loading, by, (tx) => recommendationsOf(tx, organisation.id));
  for (const { text, follow_up: followUp } of recommendations) {
    const { id } = found(published.find((one) => one.year === year && one.text === text), text);
    if (followUp && isId(id)) await loadFollowUp(loading, { orgId: organisation.id, recommendationId: id }, by, followUp);
  }
}

type Key = { readonly orgId: Id; readonly recommendationId: Id };

async function loadFollowUp(loading: Loading, key: Key, by: string, { owner, department, due, reply, progress, proposed, confirmed_by: confirmedBy }: ExampleFollowUp): Promise<void> {
  await asOwn(loading, by, async (tx) => {
    await beginFollowUp(tx, { ...key, id: newId() });
    await changePlan(tx, { ...key, version: 1 }, { ownerRole: owner, department: department ?? null, dueOn: due, reply });
    for (const { on, text } of progress) await addProgress(tx, { ...key, id: newId() }, { datedOn: on, text, marking: 'OFFICIAL' });
  });
  if (proposed) await step(loading, key, proposed.by, { to: 'proposed', outcome: proposed.outcome });
  if (confirmedBy !== undefined) await step(loading, key, confirmedBy, { to: 'closed' });
}

async function step(loading: Loading, key: Key, by: string, next: Step): Promise<void> {
  await asOwn(loading, by, async (tx) => {
    const { version } = found(await followUpOf(tx, key), 'a plan');
    if (!(await takeStep(tx, { ...key, version }, next))) throw new Error('the example was changed while it was loaded');
  });
}
