import * as z from 'zod';
import type { Day } from '../../kernel/year.ts';
import { choice, day, formOf, many, said, text, version } from '../../platform/shape.ts';
import { isOver, limits, offices, presences } from './rules.ts';
import type { ControlArea, StatementEdition } from '../frameworks/index.ts';
import { statementStates, stateOf } from './rules-statements.ts';
import type { ControlSeen, StatementSeen } from './statement-store.ts';
import type { Figures, PanelRecord, PanelSeen } from './store.ts';

const attendance = formOf({ held: choice('meetingHeld', ['yes', 'no']), version: version() });
const quarter = z.string().meta({ examples: ['2025-26-Q4'] });

/** What the forms of the Channel panel hold. */
export const forms = {
  panel: formOf({ here: choice('panelHere', ['yes', 'no']), reason: text('panelReason', limits.reason).optional(), lead_body: text('panelLead', limits.body).optional(), not_stated: choice('reasonNotStated', ['yes']).optional(), version: version() }),
  office: formOf({ office: choice('panelOffice', offices), office_role: text('officeRole', limits.short), appointed: day('appointed'), trained: day('trained').optional(), training_due: day('trainingDue').optional() }),
  seat: formOf({ agency: text('agency', limits.short), seat_role: text('seatRole', limits.short) }),
  meeting: formOf({ meets: day('panelMeets') }),
  attendance: { ...attendance, fields: attendance.fields.catchall(choice('seatPresence', presences)), others: /^seat-[0-9a-f-]{36}$/ },
  agreement: formOf({ agreed: day('agreementAgreed'), expires: day('agreementExpires') }),
  statement: formOf({ edition: text('statementEdition', 60), year: text('statementYear', 12), statement_due: day('statementDue').optional() }),
  area: formOf({ extent: text('controlExtent', 60), reason: text('controlReason', limits.reason), options: many('controlOptions', 60).optional(), version: version() }),
  signature: formOf({ signed_role: text('chairRole', limits.short), signed: day('statementSigned'), version: version() }),
  reviews: formOf({ quarter: text('quarter', 12), reviews_due: text('reviewsDue', 4), reviews_on_time: text('reviewsOnTime', 4) }),
  share: formOf({ body: text('sharingBody', 36) }),
  version: formOf({ version: version() }),
};

const figuresShape = z.strictObject({
  meetings_planned: said.count, meetings_held: said.count, agreement_expires_on: said.day.nullable(), agreement_out_of_date: z.boolean(),
  seats: z.array(z.strictObject({ agency: said.text, role: said.text, present: said.count, substitute: said.count, absent: said.count })),
  /** Null where there are none, or too few to be shown. */
  reviews_on_time_percent: said.count.nullable(),
});

const areaShape = z.strictObject({
  code: said.code, title: said.text, standard: said.text, extent: said.code.nullable(), reason: said.text.nullable(), looked_at: z.array(said.code),
  options: z.array(z.strictObject({ code: said.code, text: said.text })), version: said.version,
});

/** What programs read of the panel. The numbers of reviews go to who may read the body’s history alone. */
export const shapes = {
  panel: z.strictObject({
    run_here: z.boolean().nullable(), reason: said.text.nullable(), lead_body: said.text.nullable(), version: said.version, figures: figuresShape.nullable(),
    offices: z.array(z.strictObject({ office: z.enum(offices), role: said.text, appointed_on: said.day, trained_on: said.day.nullable(), training_due_on: said.day.nullable() })),
    seats: z.array(z.strictObject({ id: said.id, agency: said.text, role: said.text, version: said.version })),
    meetings: z.array(z.strictObject({ id: said.id, meets_on: said.day, held: z.boolean().nullable(), version: said.version })),
    agreements: z.array(z.strictObject({ agreed_on: said.day, expires_on: said.day })),
    statements: z.array(z.strictObject({ id: said.id, year: said.year, number: said.count, state: z.enum(statementStates), due_on: said.day.nullable(), signed_on: said.day.nullable() })),
    reviews: z.array(z.strictObject({ quarter, due: said.count, on_time: said.count })),
    panels_shared_with_us: z.array(z.strictObject({ name: said.name, short_name: said.shortName })),
  }),
  /** `number`: 1 for the first of its year; a correction has the next. */
  statement: z.strictObject({
    id: said.id, edition: said.code, year: said.year, number: said.count, state: z.enum(statementStates), due_on: said.day.nullable(),
    signed_on: said.day.nullable(), signed_role: said.text.nullable(), signed_off_at: said.moment.nullable(), version: said.version, areas: z.array(areaShape),
  }),
  area: areaShape,
  meeting: z.strictObject({
    id: said.id, meets_on: said.day, held: z.boolean().nullable(), version: said.version,
    seats: z.array(z.strictObject({ id: said.id, agency: said.text, role: said.text, presence: z.enum(presences).nullable() })),
  }),
};

export function saidPanel(panel: PanelSeen | undefined, record: PanelRecord, figures: Figures | null, shared: readonly { readonly name: string; readonly shortName: string }[], today: Day): z.input<typeof shapes.panel> {
  const elsewhere = panel && !panel.runHere ? panel : undefined;
  return {
    run_here: panel?.runHere ?? null, reason: elsewhere?.reason ?? null, lead_body: elsewhere?.leadBody ?? null, version: panel?.version ?? 0, figures: figures && saidFigures(figures, today),
    offices: record.offices.map(({ office, role, appointedOn, trainedOn, trainingDueOn }) => ({ office, role, appointed_on: appointedOn, trained_on: trainedOn, training_due_on: trainingDueOn })),
    seats: record.seats.map(({ id, agency, role, version: saves }) => ({ id, agency, role, version: saves })),
    meetings: record.meetings.map(({ id, meetsOn, held, version: saves }) => ({ id, meets_on: meetsOn, held, version: saves })),
    agreements: record.agreements.map(({ agreedOn, expiresOn }) => ({ agreed_on: agreedOn, expires_on: expiresOn })),
    statements: record.statements.map((one) => ({ id: one.id, year: one.year, number: one.number, state: stateOf(one), due_on: one.dueOn, signed_on: one.signedOn })),
    reviews: record.reviews.map(({ quarter: of, due, onTime }) => ({ quarter: of, due, on_time: onTime })),
    panels_shared_with_us: shared.map(({ name, shortName }) => ({ name, short_name: shortName })),
  };
}

export function saidStatement(statement: StatementSeen, edition: StatementEdition, controls: readonly ControlSeen[]): z.input<typeof shapes.statement> {
  const { id, year, number, dueOn, signedOn, signedRole, signedOffAt, version: saves } = statement;
  return {
    id, edition: edition.short_name, year, number, state: stateOf(statement), due_on: dueOn, signed_on: signedOn, signed_role: signedRole, signed_off_at: signedOffAt?.toISOString() ?? null, version: saves,
    areas: edition.areas.map((area) => saidArea(area, controls)),
  };
}

export function saidArea({ code, title, standard, options }: ControlArea, controls: readonly ControlSeen[]): z.input<typeof areaShape> {
  const control = controls.find(({ areaCode }) => areaCode === code);
  return {
    code, title: title.en, standard: standard.en, extent: control?.extentCode ?? null, reason: control?.reason ?? null, looked_at: [...control?.options ?? []],
    options: options.map((option) => ({ code: option.code, text: option.text.en })), version: control?.version ?? 0,
  };
}

function saidFigures({ planned, held, seats, agreementExpiresOn, reviews }: Figures, today: Day): z.input<typeof figuresShape> {
  return {
    meetings_planned: planned, meetings_held: held, seats: [...seats], agreement_expires_on: agreementExpiresOn, agreement_out_of_date: isOver(agreementExpiresOn, today),
    reviews_on_time_percent: reviews.are === 'shown' ? reviews.percent : null,
  };
}
