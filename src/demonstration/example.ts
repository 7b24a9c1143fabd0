import * as z from 'zod';
import { origins, rags } from '../capabilities/action-plan/index.ts';
import { areas, exemptible } from '../capabilities/reports/index.ts';
import { roles } from '../kernel/access.ts';
import { keptForYears } from '../kernel/retention.ts';
import { audiences, markings } from '../kernel/marking.ts';
import { dayOf, yearOf, type Day, type Year } from '../kernel/year.ts';
import { sampleShapes } from './example-samples.ts';
import { channelShapes } from './example-channel.ts';
import { riskShapes } from './example-risks.ts';
import { venueShapes } from './example-venues.ts';

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

/** What the body did about a published recommendation, as far as it got. */
const followUp = z.strictObject({
  owner: z.string(), department: z.string().optional(), due: day, reply: z.string().default(''),
  progress: z.array(z.strictObject({ on: day, text: z.string() })).default([]),
  proposed: z.strictObject({ by: email, outcome: z.string() }).optional(),
  confirmed_by: email.optional(),
});
const recommendation = statement.extend({ follow_up: followUp.optional() });

const answer = z.strictObject({ status: z.enum(['yes', 'partly', 'no', 'not_applicable']), note: z.string().default(''), evidence: z.array(reference).default([]) });
const rating = z.strictObject({ rating: z.union([z.string(), elsewhere]), narrative: z.string().default('') });

/** What the body wrote for its paper, and what of the year's outputs is exempt from publication. */
const paper = z.strictObject({
  texts: z.partialRecord(z.enum(areas), z.strictObject({ text: z.string(), marking: marking.default('OFFICIAL') })),
  exempt: z.array(z.strictObject({ part: z.enum(exemptible), paragraph: z.int(), reason: z.string(), open_to_members: z.boolean(), until: day.optional() })).default([]),
});
const challenge = z.strictObject({
  benchmark: z.string(), by: email,
  /** A level of the scale, or null for not applicable. */
  rating: z.string().nullable(), reason: z.string(),
  /** What the lead answered. A self-rating that was changed becomes the challenged rating. */
  reply: z.strictObject({ by: email, kept: z.boolean(), reason: z.string() }).optional(),
});
const amendment = z.strictObject({ benchmark: z.string().optional(), text: z.string(), marking: marking.default('OFFICIAL'), by: email, confirmed_by: email.optional() });
const replyPart = z.union([z.literal('accepted'), z.strictObject({ comment: z.string() })]);

const findings = z.strictObject({
  origin: z.enum(['transcribed', 'recorded']),
  by: email,
  letter: reference.optional(),
  checked_by: email.optional(),
  /** The adviser's notes of contacts about the year. */
  visits: z.array(z.strictObject({ contact: z.enum(['visit', 'call', 'meeting', 'letter', 'other']), on: day, role: z.string(), text: z.string(), shared: z.boolean().default(false) })).default([]),
  /** The draft was shared with the body. */
  shared: z.boolean().default(false),
  /** What the body replied to the shared draft: to each recommendation in order, and to the whole. */
  reply: z.strictObject({ by: email, recommendations: z.array(replyPart), whole: replyPart }).optional(),
  published: z.boolean(),
  outcomes: z.record(z.string(), outcome),
  strengths: z.array(statement),
  recommendations: z.array(recommendation),
});

const pastYear = z.strictObject({ organisation: shortName, by: email, year, edition: z.string(), source: z.string(), counts: z.record(z.string(), z.int()) });
const yearDocument = z.strictObject({ organisation: shortName, by: email, year, kind: z.enum(['paper', 'plan', 'letter', 'other']), source: z.string(), evidence: reference });

/** The partnership plan of a body, each step of it by the person who took it. */
const plan = z.strictObject({
  organisation: shortName, by: email, edition: z.string(),
  objectives: z.array(z.strictObject({ code: reference, benchmark: z.string(), text: z.string() })).default([]),
  /** Published recommendations that were taken into it, by their text. */
  taken: z.array(z.string()).default([]),
  actions: z.array(z.strictObject({
    /** An objective of this plan by its code, or a benchmark; absent, the plan as a whole. */
    objective: reference.optional(), benchmark: z.string().optional(), text: z.string(), marking: marking.default('OFFICIAL'),
    /** A body of the example by its short name, or one that is none in words. */
    owner: shortName.optional(), owner_body: z.string().optional(), role: z.string().optional(), partners: z.string().default(''),
    start: day.optional(), due: day.optional(), measure: z.string().optional(), origin: z.enum(origins), origin_note: z.string().optional(), /** The number of a risk of the body's own. */ origin_risk: z.int().optional(), evidence: z.array(reference).default([]),
    progress: z.array(z.strictObject({ on: day, text: z.string(), rag: z.enum(rags).optional(), marking: marking.default('OFFICIAL'), by: email.optional() })).default([]),
    proposed: z.strictObject({ by: email, outcome: z.string() }).optional(),
    confirmed_by: email.optional(),
  })).default([]),
});
/** A committee's meeting, and when its paper went to the clerk. */
const meeting = z.strictObject({ organisation: shortName, by: email, committee: z.string(), year, papers_due: day, meets: day, sent: day.optional() });

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
    kind: z.enum(['nation', 'region', 'area', 'county', 'unitary', 'district', 'further_education', 'police_force', 'home_office']),
  })),
  people: z.array(z.strictObject({ email, name: z.string(), organisation: shortName, roles: z.array(z.enum(roles)) })),
  grants: z.array(z.strictObject({ organisation: shortName, to: shortName, by: email, reason: z.string() })).default([]),
  /** A benchmark or an indicator that a body opens to a partner, to answer it. */
  partners: z.array(z.strictObject({ organisation: shortName, year, code: z.string(), to: shortName, by: email, reason: z.string(), until: day })).default([]),
  /** When committees meet, and when their papers are due: so many days after the example is loaded. */
  /** Meetings so many days after the example is loaded: what is to come is always to come. */
  coming_meetings: z.array(z.strictObject({ organisation: shortName, by: email, year, committee: z.string(), papers_due_in: z.int(), meets_in: z.int() })).default([]),
  /** What a body chose for itself where the product leaves it to choose. */
  limits: z.array(z.strictObject({ organisation: shortName, by: email, small_numbers_below: z.int().optional(), kept_years: z.partialRecord(z.enum(keptForYears), z.int()).default({}) })).default([]),
  evidence: z.array(evidence).default([]),
  /** How the outputs of a body look; the logo is a file of the folder demo/. */
  looks: z.array(z.strictObject({ organisation: shortName, by: email, shown_as: z.string().default(''), colour: z.string(), logo: z.string(), alternative: z.string() })).default([]),
  assessments: z.array(z.strictObject({
    organisation: shortName, edition: z.string(), year, by: email, opened_on: day.optional(),
    answers: z.record(z.string(), answer).default({}),
    ratings: z.record(z.string(), rating).default({}),
    challenges: z.array(challenge).default([]),
    signed_off_by: email.optional(),
    assignments: z.array(z.strictObject({ code: z.string(), to: email, due: day })).default([]),
    comments: z.array(z.strictObject({ code: z.string(), by: email, said: z.string() })).default([]),
    submitted: z.boolean().default(false),
    amendments: z.array(amendment).default([]),
    findings: findings.optional(),
    paper: paper.optional(),
    /** Whether everybody may read the year, without signing in. */
    released: z.boolean().default(false),
    /** Who packs were issued for. */
    packs: z.array(z.enum(audiences)).default([]),
  })),
  /** Who may load and publish editions here. */
  keepers: z.array(email).default([]),
  edition_drafts: z.array(z.strictObject({ file: z.string(), by: email })).default([]),
  ...riskShapes,
  ...sampleShapes,
  ...venueShapes,
  ...channelShapes,
  /** Spreadsheets that were read and wait. */
  waiting: z.array(z.strictObject({ by: email, kind: z.enum(['risk-log', 'plan']), quarter: z.string().optional(), file: z.string(), headings: z.array(z.string()), rows: z.array(z.array(z.string())) })).default([]),
  plans: z.array(plan).default([]),
  past_years: z.array(pastYear).default([]),
  documents: z.array(yearDocument).default([]),
  meetings: z.array(meeting).default([]),
  /** Days on which the server would have queued the reminders that were due. */
  reminded_on: z.array(day).default([]),
});

export type Example = z.infer<typeof exampleShape>;
export type ExampleAssessment = Example['assessments'][number];
export type ExampleEvidence = Example['evidence'][number];
export type ExampleFindings = z.infer<typeof findings>;
export type ExamplePaper = z.infer<typeof paper>;
export type ExamplePlan = z.infer<typeof plan>;
export type ExampleReplyPart = z.infer<typeof replyPart>;
export type ExampleStatement = z.infer<typeof statement>;
export type ExampleFollowUp = z.infer<typeof followUp>;

function refused(context: z.RefinementCtx, input: string): never {
  context.issues.push({ code: 'custom', input });
  return z.NEVER;
}
