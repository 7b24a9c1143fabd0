import type { SharedReader, TaskReader } from '../organisations/index.ts';
import { paths } from './paths.ts';
import { countActions, plansWithActionsOfOurs } from './store.ts';

/** Handed to the first page after sign-in: what is overdue in the body's own plan. */
export const overdueActions: TaskReader = async ({ tx, organisation, today }) => {
  const { overdue } = await countActions(tx, organisation.id, today);
  return overdue === 0 ? [] : [{ text: (words) => words.actionPlan.overdueTask(overdue), href: paths.shown(organisation.shortName, 'overdue') }];
};

/** Handed to the same page: the plans of others in which the body owns an action. */
export const actionsForOthers: SharedReader = async (tx, today) =>
  (await plansWithActionsOfOurs(tx, today)).map(({ shortName, organisation, open, overdue }) => ({ text: (words) => words.actionPlan.shared(organisation, open, overdue), href: paths.plan(shortName) }));
