import * as z from 'zod';
import { offices, presences } from '../capabilities/channel/index.ts';
import { dayOf, quarterOf, yearOf, type Day, type Quarter, type Year } from '../kernel/year.ts';

const shortName = z.string();
const email = z.string();
const day = z.string().transform((text, context): Day => dayOf(text) ?? refused(context, text));
const quarter = z.string().transform((text, context): Quarter => quarterOf(text) ?? refused(context, text));
const year = z.string().transform((text, context): Year => yearOf(text) ?? refused(context, text));

/** What an example holds of Channel panels: how one is run, or whose it is. What a source does not say is absent. */
export const channelShapes = {
  channel_panels: z.array(z.strictObject({
    organisation: shortName, by: email,
    offices: z.array(z.strictObject({ office: z.enum(offices), role: z.string(), appointed: day, trained: day.optional(), training_due: day.optional() })).default([]),
    /** By a name to which the meetings refer. */
    seats: z.record(z.string(), z.strictObject({ agency: z.string(), role: z.string() })).default({}),
    /** Of a meeting that was held, the seats that sent a substitute or nobody; everybody else came. */
    meetings: z.array(z.strictObject({ on: day, held: z.boolean().optional(), others: z.record(z.string(), z.enum(presences)).default({}) })).default([]),
    agreements: z.array(z.strictObject({ agreed: day, expires: day })).default([]),
    /** Open where no signature is there; `areas` by their codes. */
    statements: z.array(z.strictObject({
      edition: z.string(), year, due: day.optional(),
      areas: z.record(z.string(), z.strictObject({ extent: z.string(), reason: z.string(), looked_at: z.array(z.string()).default([]) })),
      signed: z.strictObject({ on: day, role: z.string(), signed_off_by: email }).optional(),
    })).default([]),
    reviews: z.array(z.strictObject({ quarter, due: z.int(), on_time: z.int() })).default([]),
    shared_with: z.array(shortName).default([]),
  })).default([]),
  channel_elsewhere: z.array(z.strictObject({ organisation: shortName, by: email, reason: z.string().optional(), lead_body: z.string().optional() })).default([]),
};

function refused(context: z.RefinementCtx, input: string): never {
  context.issues.push({ code: 'custom', input });
  return z.NEVER;
}
