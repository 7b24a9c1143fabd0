import * as z from 'zod';
import { markings } from '../../kernel/marking.ts';
import type { Day } from '../../kernel/year.ts';
import { choice, day, formOf, noFields, queryOf, said, text, version } from '../../platform/shape.ts';
import { answerStatuses, type Answer } from '../assessment/index.ts';
import type { PartGrant } from '../organisations/index.ts';
import type { OpenedPart } from './part.tsx';
import { filters, isOverdue, limits, rights, type Colleague } from './rules.ts';
import type { EvidenceTitle, SharedPart } from './shared-store.ts';
import type { Assignment, CoverLine, PartState, Rework } from './store.ts';

/** What the forms of working together hold. */
export const forms = {
  assign: formOf({ person: text('assignee', 60).optional(), due: day('due').optional(), version: version() }),
  return: formOf({ reason: text('reworkReason', limits.reason) }),
  handIn: noFields,
  comment: formOf({ said: text('comment', limits.comment), marking: choice('marking', markings) }),
  withdraw: noFields,
  cover: formOf({ person: text('away', 60), covering: text('covering', 60), from: day('awayFrom'), until: day('awayUntil') }),
  coverEnd: formOf({ version: version() }),
  partner: formOf({ partner: text('partner', 60), may: choice('partnerMay', rights), reason: text('partnerReason', limits.partner), from: day('from'), until: day('until') }),
  partnerEnd: formOf({ version: version() }),
};

export const workQuery = queryOf({ show: choice('showWork', filters).optional() });

const colleague = z.strictObject({ id: said.id, name: said.text });
const assignment = z.strictObject({ part: said.code, person_id: said.id, person: said.text, due: said.day, overdue: z.boolean() });
const rework = z.strictObject({ id: said.id, part: said.code, reason: said.text, at: said.moment, by: said.text.nullable(), handed_in_at: said.moment.nullable(), handed_in_by: said.text.nullable() });
const comment = z.strictObject({ id: said.id, at: said.moment, by: said.text.nullable(), marking: said.marking, text: said.text.nullable(), withdrawn_at: said.moment.nullable() });

export const shapes = {
  work: z.strictObject({ assignments: z.array(assignment), returned: z.array(rework) }),
  /** The version is that of the assignment, 0 where nobody is assigned. `colleagues` are those to whom it may be assigned, for who assigns. */
  part: z.strictObject({ part: said.code, title: said.text, version: said.version, assignment: assignment.nullable(), returned: z.array(rework), comments: z.array(comment), colleagues: z.array(colleague) }),
  cover: z.strictObject({
    cover: z.array(z.strictObject({ id: said.id, person_id: said.id, person: said.text, covering_id: said.id, covering: said.text, from: said.day, until: said.day, version: said.version })),
    colleagues: z.array(colleague),
  }),
  partners: z.strictObject({
    partners: z.array(z.strictObject({ id: said.id, partner: said.name, may: z.enum(rights), reason: said.text, from: said.day, until: said.day.nullable(), version: said.version })),
    organisations: z.array(z.strictObject({ id: said.id, short_name: said.shortName, name: said.name })),
  }),
  shared: z.strictObject({
    code: said.code, organisation: said.name, text: said.text, may: z.enum(rights), until: said.day.nullable(), status: z.enum(answerStatuses).nullable(), note: said.text, version: said.version,
    evidence: z.array(z.strictObject({ title: said.text, dated_on: said.day, marking: said.marking })),
  }),
};

export function saidWork(assignments: readonly Assignment[], reworks: readonly Rework[], today: Day): z.input<typeof shapes.work> {
  return { assignments: assignments.map((one) => saidAssignment(one, today)), returned: reworks.map(saidRework) };
}

export function saidPart({ code, title }: OpenedPart, { assignment: given, comments, reworks }: PartState, colleagues: readonly Colleague[], today: Day): z.input<typeof shapes.part> {
  return {
    part: code, title, version: given?.version ?? 0, assignment: given ? saidAssignment(given, today) : null, returned: reworks.map(saidRework), colleagues: colleagues.map(({ id, name }) => ({ id, name })),
    comments: comments.map(({ id, at, by, marking, said: words, withdrawnAt }) => ({ id, at: at.toISOString(), by, marking, text: withdrawnAt ? null : words, withdrawn_at: withdrawnAt?.toISOString() ?? null })),
  };
}

export function saidCover(covers: readonly CoverLine[], colleagues: readonly Colleague[]): z.input<typeof shapes.cover> {
  return {
    cover: covers.map(({ id, personId, person, coveringId, covering, fromDay, toDay, version: saves }) => ({ id, person_id: personId, person, covering_id: coveringId, covering, from: fromDay, until: toDay, version: saves })),
    colleagues: colleagues.map(({ id, name }) => ({ id, name })),
  };
}

export function saidPartner({ id, grantee, mayWrite, reason, fromDay, toDay, version: saves }: PartGrant): z.input<typeof shapes.partners>['partners'][number] {
  return { id, partner: grantee, may: mayWrite ? 'write' : 'read', reason, from: fromDay, until: endOf(toDay), version: saves };
}

export function saidShared({ code, organisation, mayWrite, toDay }: SharedPart, words: string, answer: Answer | undefined, evidence: readonly EvidenceTitle[]): z.input<typeof shapes.shared> {
  return {
    code, organisation, text: words, may: mayWrite ? 'write' : 'read', until: endOf(toDay), status: answer?.status ?? null, note: answer?.note ?? '', version: answer?.version ?? 0,
    evidence: evidence.map(({ title, datedOn, marking }) => ({ title, dated_on: datedOn, marking })),
  };
}

function saidAssignment({ code, personId, person, dueOn }: Assignment, today: Day): z.input<typeof assignment> {
  return { part: code, person_id: personId, person, due: dueOn, overdue: isOverdue({ dueOn }, today) };
}

function saidRework({ id, code, reason, at, by, handedInAt, handedInBy }: Rework): z.input<typeof rework> {
  return { id, part: code, reason, at: at.toISOString(), by, handed_in_at: handedInAt?.toISOString() ?? null, handed_in_by: handedInBy };
}

function endOf(day_: string): string | null {
  return day_ === 'infinity' ? null : day_;
}
