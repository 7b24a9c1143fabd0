import * as z from 'zod';
import { markings } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import { choice, day, formOf, noFields, queryOf, said, text, version } from '../../platform/shape.ts';
import { isOverdue, states } from '../recommendations/index.ts';
import { limits, origins, rags, shows } from './rules.ts';
import type { Action, ActionLine, ActionNote } from './store.ts';

const details = {
  text: text('actionText', limits.text), place: text('place', 60).optional(), owner: text('actionOwner', 60), owner_body: text('ownerBody', limits.body).optional(), role: text('owner', limits.role).optional(),
  partners: text('partners', limits.partners).optional(), start: day('starts').optional(), due: day('due').optional(), measure: text('measure', limits.measure).optional(),
  origin: choice('origin', origins), origin_note: text('originNote', limits.originNote).optional(), marking: choice('marking', markings),
};

/** What the forms of the plan hold. */
export const forms = {
  add: formOf({ ...details, record: text('originRecord', 60).optional() }),
  details: formOf({ ...details, version: version() }),
  progress: formOf({ text: text('progress', limits.text), dated: day('progressDay'), rag: choice('rag', [...rags, '']).optional(), marking: choice('marking', markings) }),
  evidence: formOf({ evidence: text('actionEvidence', 60) }),
  closure: formOf({ outcome: text('actionOutcome', limits.text), version: version() }),
  answer: formOf({ version: version() }),
  reopening: formOf({ reason: text('actionReopened', limits.text), version: version() }),
  objective: formOf({ benchmark: text('objectiveBenchmark', 60), text: text('objective', limits.objective) }),
  objectiveText: formOf({ text: text('objective', limits.objective), version: version() }),
  take: noFields,
};

export const planQuery = queryOf({ show: choice('show', shows).optional() });

const objective = z.strictObject({ id: said.id, benchmark: said.code, text: said.text });
const line = z.strictObject({
  id: said.id, benchmark: said.code.nullable(), objective: said.id.nullable(), text: said.text, marking: said.marking, owner: said.name, owner_role: said.text.nullable(), partners: said.text,
  start: said.day.nullable(), due: said.day.nullable(), success_measure: said.text.nullable(), state: z.enum(states), overdue: z.boolean(), rag: z.enum(rags).nullable(),
});

export const shapes = {
  plan: z.strictObject({
    counts: z.strictObject({ all: said.count, open: said.count, overdue: said.count, unmeasured: said.count, waiting: said.count, closed: said.count }),
    objectives: z.array(objective), actions: z.array(line),
  }),
  action: line.extend({
    origin: z.enum(origins), origin_record: said.id.nullable(), origin_note: said.text.nullable(), outcome: said.text.nullable(), closed_at: said.moment.nullable(), version: said.version,
    progress: z.array(z.strictObject({ dated: said.day, text: said.text, rag: z.enum(rags).nullable(), marking: said.marking, by: said.name.nullable() })),
  }),
  objective: objective.extend({ actions: said.count, version: said.version }),
};

export function saidLine(action: ActionLine, today: Day): z.input<typeof line> {
  const { id, benchmarkCode, objectiveId, text: words, marking, owner, ownerRole, partners, startOn, dueOn, successMeasure, state, rag } = action;
  return { id, benchmark: benchmarkCode, objective: objectiveId, text: words, marking, owner, owner_role: ownerRole, partners, start: startOn, due: dueOn, success_measure: successMeasure, state, overdue: isOverdue(action, today), rag };
}

export function saidAction(action: Action, notes: readonly ActionNote[], today: Day): z.input<typeof shapes.action> {
  const { origin, originId, originNote, outcome, confirmedAt, version: saves } = action;
  return {
    ...saidLine(action, today), origin, origin_record: originId, origin_note: originNote, outcome, closed_at: confirmedAt?.toISOString() ?? null, version: saves,
    progress: notes.map(({ datedOn, text: words, rag, marking, by }) => ({ dated: datedOn, text: words, rag, marking, by })),
  };
}
