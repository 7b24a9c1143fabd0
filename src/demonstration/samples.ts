import { addAction } from '../capabilities/action-plan/index.ts';
import { addPathway, loadExercise, saveProgramme, type SampleSteps } from '../capabilities/dip-sampling/index.ts';
import { editionNamed } from '../capabilities/frameworks/index.ts';
import { newId } from '../kernel/id.ts';
import { daysAfter } from '../kernel/year.ts';
import type { ExampleExercise, ExampleSamples } from './example-samples.ts';
import { asGranted, asOwn, found, type Loading } from './loading.ts';

/** The programme of dip samples of an example's body, each step by the person who took it. */
export async function loadSamples(loading: Loading, samples: ExampleSamples): Promise<void> {
  const { organisation, by, every_months: everyMonths, purpose, pathways } = samples;
  const orgId = found(loading.organisations.get(organisation), organisation).id;
  const programmeId = newId();
  await asOwn(loading, by, async (tx) => {
    await saveProgramme(tx, { orgId, id: programmeId, version: 0 }, { everyMonths, purpose });
    for (const [at, { in_force: inForceOn, form: formEdition, steps, safeguarding, complaints, change: changeNote }] of pathways.entries()) {
      await addPathway(tx, { orgId, id: newId(), number: at + 1 }, { inForceOn, formEdition, steps: steps.map(({ step, who, days }) => ({ step, who, target_days: days ?? null })), safeguarding, complaints, changeNote });
    }
  });
  for (const exercise of samples.exercises) await loadOne(loading, samples, { orgId, id: newId(), programmeId }, exercise);
}

async function loadOne(loading: Loading, { by, edition }: ExampleSamples, key: { readonly orgId: string; readonly id: string; readonly programmeId: string }, exercise: ExampleExercise): Promise<void> {
  const idOf = (name: string) => found(loading.organisations.get(name), name).id;
  const steps: SampleSteps = {
    asPlanner: (work) => asOwn(loading, by, work),
    asReviewer: (seat, work) => asGranted(loading, exercise[seat].by, (tx) => work(tx, found(loading.people.get(exercise[seat].by), seat).personId)),
  };
  const reviewer = (seat: 'chair' | 'police') => {
    const { by: who, role, throws, others, answered } = exercise[seat];
    return { bodyId: found(loading.people.get(who), who).orgId, role, throws, others, answered };
  };
  const { from: fromDay, to: toDay, population, police_count: policeCount, sample: sampleSize, list: listUsed, order: listOrder, custodian: custodianRole, exclusions, drawn, settled, closed } = exercise;
  await loadExercise(steps, key, {
    plan: { panelId: idOf(exercise.panel), fromDay, toDay, population, policeCount, sampleSize, listUsed, listOrder, custodianRole, exclusions }, chair: reviewer('chair'), police: reviewer('police'),
    openedOn: loading.firstDay, drawnOn: typeof drawn === 'number' ? daysAfter(loading.today, -drawn) : drawn, settled, closed, now: loading.now,
  });
  await asOwn(loading, by, async (tx) => {
    const { id: editionId } = found(await editionNamed(tx, edition), edition);
    for (const { text, role, due, measure } of closed?.actions ?? []) {
      await addAction(tx, {
        orgId: key.orgId, id: newId(), editionId, benchmarkCode: 'LA4', objectiveId: null, text, marking: 'OFFICIAL', ownerId: key.orgId, ownerBody: null, ownerRole: role, partners: '', startOn: null, dueOn: due, successMeasure: measure,
        origin: 'dip_sample', originId: key.id, originNote: null,
      });
    }
  });
}
