import * as z from 'zod';
import { areas, exemptible } from '../capabilities/reports/index.ts';
import { roles } from '../kernel/access.ts';
import { audiences, markings } from '../kernel/marking.ts';
import { dayOf, yearOf, type Day, type Year } from '../kernel/year.ts';

const shortName = z.string();
const email = z.string();
/** A name by which the example itself refers to a piece of evidence. */
const reference = z.string();
const marking = z.enum(markings);
const day = z.string().transform((text, context): Day => dayOf(text) ?? refused(context, text));
const year = z.string().transform((text, context): Year => yearOf(text) ?? refused(context, text));

const elsewhere = z.strictObject({ reason: z.string(), lead_body: z.string() });
/** A level of the scale, "not_applicable" where the source gives no reason, or the reason and who leads. */
const outcome = z.union([z.string(), elsewhere]);
const statement = z.strictObject({ text: z.string(), benchmark: z.string().optional(), marking: marking.default('OFFICIAL') });

const answer = z.strictObject({ status: z.enum(['yes', 'partly', 'no', 'not_applicable']), note: z.string().default(''), evidence: z.array(reference).default([]) });
const rating = z.strictObject({ rating: z.union([z.string(), elsewhere]), narrative: z.string().default('') });

/** What the body wrote for its paper, and what of the year's outputs is exempt from publication. */
const paper = z.strictObject({
  texts: z.partialRecord(z.enum(areas), z.strictObject({ text: z.string(), marking: marking.default('OFFICIAL') })),
  exempt: z.array(z.strictObject({ part: z.enum(exemptible), paragraph: z.int(), reason: z.string(), open_to_members: z.boolean(), until: day.optional() })).default([]),
});

const findings = z.strictObject({
  origin: z.enum(['transcribed', 'recorded']),
  by: email,
  letter: reference.optional(),
  checked_by: email.optional(),
  published: z.boolean(),
  outcomes: z.record(z.string(), outcome),
  strengths: z.array(statement),
  recommendations: z.array(statement),
});

const evidence = z.strictObject({
  code: reference, organisation: shortName, title: z.string(), owner_role: z.string(), marking: marking.default('OFFICIAL'),
  /** Absent where the source has no date: then the day on which the example was loaded. */
  dated_on: day.optional(), expires_on: day.optional(),
  /** A link, a file of the folder demo/, or a file's whole text. */
  url: z.string().optional(), file: z.string().optional(), text: z.string().optional(),
});

/** An example as its file in demo/ holds it. What a source does not say is absent. */
export const exampleShape = z.strictObject({
  /** Of every body in the file. */
  invented: z.boolean(),
  /** What one press on the first page does: sign in as this person, and go to this page. */
  opens: z.strictObject({ person: z.string(), at: z.string().startsWith('/') }),
  source: z.strictObject({ title: z.string(), file: z.string() }).optional(),
  organisations: z.array(z.strictObject({
    short_name: shortName, name: z.string(), parent: shortName.optional(),
    kind: z.enum(['nation', 'region', 'area', 'county', 'unitary', 'district', 'home_office']),
  })),
  people: z.array(z.strictObject({ email, name: z.string(), organisation: shortName, roles: z.array(z.enum(roles)) })),
  grants: z.array(z.strictObject({ organisation: shortName, to: shortName, by: email, reason: z.string() })).default([]),
  evidence: z.array(evidence).default([]),
  assessments: z.array(z.strictObject({
    organisation: shortName, edition: z.string(), year, by: email, opened_on: day.optional(),
    answers: z.record(z.string(), answer).default({}),
    ratings: z.record(z.string(), rating).default({}),
    submitted: z.boolean().default(false),
    findings: findings.optional(),
    paper: paper.optional(),
    /** Whether everybody may read the year, without signing in. */
    released: z.boolean().default(false),
    /** Who packs were issued for. */
    packs: z.array(z.enum(audiences)).default([]),
  })),
});

export type Example = z.infer<typeof exampleShape>;
export type ExampleAssessment = Example['assessments'][number];
export type ExampleEvidence = Example['evidence'][number];
export type ExampleFindings = z.infer<typeof findings>;
export type ExamplePaper = z.infer<typeof paper>;
export type ExampleStatement = z.infer<typeof statement>;

function refused(context: z.RefinementCtx, input: string): never {
  context.issues.push({ code: 'custom', input });
  return z.NEVER;
}
