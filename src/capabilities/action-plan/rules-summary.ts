import type { Marking } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import { isOverdue } from '../recommendations/index.ts';
import { origins, type Origin, type State } from './rules.ts';

/** An action as far as the outputs of a year may tell of it. */
export type ToldAction = {
  readonly benchmarkCode: string | null; readonly objective: string | null; readonly objectiveMarking: Marking | null; readonly text: string; readonly marking: Marking;
  readonly owner: string; readonly dueOn: Day | null; readonly state: State; readonly origin: Origin;
};

/** How the actions of one objective stand, or of a benchmark those without one; without a benchmark those of the plan as a whole. */
export type PlanLine = {
  readonly benchmarkCode: string | null; readonly objective: string | null; readonly marking: Marking;
  /** Not closed; `overdue` and `waiting`, for a second person to confirm the closure, are among them. */
  readonly open: number; readonly overdue: number; readonly waiting: number; readonly closed: number;
};

/** How the partnership plan stands, as at a day. */
export type PlanSummary = {
  readonly asAt: Day;
  readonly lines: readonly PlanLine[];
  /** Where the actions came from, in the order of `origins`; none that no action came from. */
  readonly origins: readonly { readonly origin: Origin; readonly actions: number }[];
  /** The first due first. */
  readonly overdue: readonly { readonly text: string; readonly owner: string; readonly dueOn: Day; readonly marking: Marking }[];
};

/** Null for a plan without actions. The lines stand in the order in which the actions are given. */
export function planSummary(actions: readonly ToldAction[], asAt: Day): PlanSummary | null {
  if (actions.length === 0) return null;
  const groups = Map.groupBy(actions, ({ benchmarkCode, objective }) => `${benchmarkCode ?? ''}\n${objective ?? ''}`);
  return {
    asAt,
    lines: [...groups.values()].flatMap((group) => lineOf(group, asAt)),
    origins: origins.map((origin) => ({ origin, actions: actions.filter((one) => one.origin === origin).length })).filter((one) => one.actions > 0),
    overdue: actions.flatMap(({ text, owner, dueOn, marking, state }) => (dueOn !== null && isOverdue({ state, dueOn }, asAt) ? [{ text, owner, dueOn, marking }] : [])).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
  };
}

/** The same without words of people: by benchmark alone. */
export function withoutObjectives({ asAt, lines, origins: from }: PlanSummary): PlanSummary {
  const groups = Map.groupBy(lines, ({ benchmarkCode }) => benchmarkCode);
  const sum = (group: readonly PlanLine[], name: 'open' | 'overdue' | 'waiting' | 'closed') => group.reduce((total, line) => total + line[name], 0);
  return {
    asAt, origins: from.map(({ origin, actions }) => ({ origin, actions })), overdue: [],
    lines: [...groups].map(([benchmarkCode, group]) => ({ benchmarkCode, objective: null, marking: 'OFFICIAL', open: sum(group, 'open'), overdue: sum(group, 'overdue'), waiting: sum(group, 'waiting'), closed: sum(group, 'closed') })),
  };
}

function lineOf(group: readonly ToldAction[], asAt: Day): PlanLine[] {
  const [first] = group;
  if (!first) return [];
  const count = (isSo: (action: ToldAction) => boolean) => group.filter(isSo).length;
  return [{
    benchmarkCode: first.benchmarkCode, objective: first.objective, marking: first.objectiveMarking ?? 'OFFICIAL',
    open: count(({ state }) => state !== 'closed'), overdue: count((action) => isOverdue(action, asAt)), waiting: count(({ state }) => state === 'proposed'), closed: count(({ state }) => state === 'closed'),
  }];
}
