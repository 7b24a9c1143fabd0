import * as z from 'zod';
import { markings, type Marking } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import { choice, day, formOf, said, text, version } from '../../platform/shape.ts';
import type { EvidenceRecord } from '../evidence/index.ts';
import { isOverdue, limits, states, type Status } from './rules.ts';
import type { FollowUp, ProgressNote } from './store.ts';

/** What the forms of a recommendation hold. */
export const forms = {
  plan: formOf({
    owner: text('owner', limits.line).optional(), department: text('ownerDepartment', limits.line).optional(), due: day('due').optional(), reply: text('recommendationReply', limits.text).optional(), version: version(),
  }),
  progress: formOf({ dated: day('progressDay'), text: text('progress', limits.text), marking: choice('marking', markings) }),
  evidence: formOf({ evidence: text('onePiece', 60) }),
  closure: formOf({ outcome: text('closure', limits.text), version: version() }),
  confirmation: formOf({ version: version() }),
  return: formOf({ version: version() }),
  reopening: formOf({ reason: text('recommendationReopening', limits.text), version: version() }),
};

const published = { id: said.id, year: said.year, benchmark: said.code.nullable(), text: said.text, marking: said.marking };
const standing = { state: z.enum(states), due: said.day.nullable(), overdue: z.boolean() };

export const shapes = {
  /** Owners are told to the body's own people. */
  list: z.strictObject({ recommendations: z.array(z.strictObject({ ...published, ...standing, owner: said.text.nullable() })) }),
  item: z.strictObject({
    ...published, ...standing, owner: said.text.nullable(), department: said.text.nullable(), reply: said.text, outcome: said.text.nullable(),
    confirmed_at: said.moment.nullable(), reopened_reason: said.text.nullable(), may_confirm: z.boolean(),
    progress: z.array(z.strictObject({ dated_on: said.day, text: said.text, marking: said.marking })), evidence: z.array(z.strictObject({ id: said.id, title: said.text })), version: said.version,
  }),
};

type Published = { readonly id: string; readonly year: string; readonly benchmark: string | null; readonly text: string; readonly marking: Marking };

export function saidLine({ id, year, benchmark, text: words, marking, status, owner }: Published & { readonly status: Status; readonly owner: string | undefined }, today: Day): z.input<typeof shapes.list>['recommendations'][number] {
  return { id, year, benchmark, text: words, marking, ...saidStatus(status, today), owner: owner ?? null };
}

type Written = { readonly followUp: FollowUp; readonly progress: readonly ProgressNote[]; readonly evidence: readonly EvidenceRecord[]; readonly mayConfirm: boolean };

export function saidItem({ id, year, benchmark, text: words, marking }: Published, { followUp, progress, evidence, mayConfirm }: Written, today: Day): z.input<typeof shapes.item> {
  const { ownerRole, department, reply, outcome, confirmedAt, reopenedReason, version: saves } = followUp;
  return {
    id, year, benchmark, text: words, marking, ...saidStatus(followUp, today), owner: ownerRole, department, reply, outcome,
    confirmed_at: confirmedAt?.toISOString() ?? null, reopened_reason: reopenedReason, may_confirm: mayConfirm,
    progress: progress.map(({ datedOn, text: done, marking: of }) => ({ dated_on: datedOn, text: done, marking: of })), evidence: evidence.map(({ id: piece, title }) => ({ id: piece, title })), version: saves,
  };
}

function saidStatus(status: Status, today: Day): { state: Status['state']; due: string | null; overdue: boolean } {
  return { state: status.state, due: status.dueOn, overdue: isOverdue(status, today) };
}
