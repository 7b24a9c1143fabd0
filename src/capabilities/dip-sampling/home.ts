import { daysAfter } from '../../kernel/year.ts';
import type { OriginReader } from '../action-plan/index.ts';
import type { SharedReader, TaskReader } from '../organisations/index.ts';
import { periodOf } from './opened.tsx';
import { paths } from './paths.ts';
import { heldDays } from './rules.ts';
import { exerciseOf, exercisesOf, openToUs, seatsOf } from './store.ts';

/** Handed to the first page after sign-in: seats to take, and reviews to finish before their answers go. */
export const sampleTasks: TaskReader = async ({ tx, organisation, personId }) => {
  const underWay = (await exercisesOf(tx, organisation.id)).filter(({ state, answersErasedOn }) => (state === 'frozen' || state === 'drawn') && answersErasedOn === null);
  const tasks: Awaited<ReturnType<TaskReader>>[number][] = [];
  for (const { id, panel, state, drawnOn } of underWay) {
    const seats = await seatsOf(tx, { orgId: organisation.id, id });
    const href = paths.item(organisation.shortName, id);
    if (state === 'frozen' && seats.some((seat) => seat.bodyId === organisation.id && seat.personId === null)) tasks.push({ text: (words) => words.dipSampling.tasks.seat(panel), href });
    if (state === 'drawn' && drawnOn !== null && seats.some((seat) => seat.personId === personId && seat.settledAt === null)) {
      tasks.push({ text: (words) => words.dipSampling.tasks.review(panel, daysAfter(drawnOn, heldDays)), href });
    }
  }
  return tasks;
};

/** Handed to the same page: dip samples of others in which the body has a seat. */
export const samplesForOthers: SharedReader = async (tx) =>
  (await openToUs(tx)).map(({ id, shortName, organisation }) => ({ text: (words) => words.dipSampling.tasks.shared(organisation), href: paths.item(shortName, id) }));

/** Dip samples as records that actions come from. */
export const sampleOrigin: OriginReader = {
  origin: 'dip_sample',
  find: async ({ tx, organisation, words }, id) => {
    const found = await exerciseOf(tx, { orgId: organisation.id, id });
    return found && { text: words.dipSampling.origin(found.panel, periodOf(words, found)), href: paths.item(organisation.shortName, id) };
  },
};
