import * as z from 'zod';
import { roles } from '../kernel/access.ts';

const shortName = z.string();

/** An example as its file in demo/ holds it. What a source does not say is absent. */
export const exampleShape = z.strictObject({
  invented: z.boolean(),
  /** What one press on the first page does: sign in as this person, and go to this page. */
  opens: z.strictObject({ person: z.string(), at: z.string().startsWith('/') }),
  source: z.strictObject({ title: z.string(), file: z.string(), dated: z.string() }).optional(),
  organisations: z.array(z.strictObject({
    short_name: shortName, name: z.string(), parent: shortName.optional(),
    kind: z.enum(['nation', 'region', 'area', 'county', 'unitary', 'district', 'home_office']),
  })),
  people: z.array(z.strictObject({ email: z.string(), name: z.string(), organisation: shortName, roles: z.array(z.enum(roles)) })),
  assessments: z.array(z.strictObject({
    organisation: shortName, edition: z.string(), year: z.string(),
    findings: z.strictObject({ origin: z.enum(['transcribed', 'recorded']), by: z.string(), checked_by: z.string().optional(), outcomes: z.record(z.string(), z.string()) }).optional(),
  })),
});

export type Example = z.infer<typeof exampleShape>;
