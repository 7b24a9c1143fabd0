import * as z from 'zod';
import { organisationKinds } from '../../kernel/access.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { audiences, markings } from '../../kernel/marking.ts';
import { dayOf, yearOf, type Day } from '../../kernel/year.ts';
import type { Edition } from '../frameworks/index.ts';
import type { EarlierYear } from './earlier.ts';
import { bareChannel, bareSamples, bareVenues, channelShape, samplesShape, venuesShape } from './frozen-kept.ts';
import { barePlan, bareRiskLogs, planShape, readAs, riskLogsShape } from './frozen-year.ts';
import { areas, exemptible } from './paper-text.ts';
import { states } from '../recommendations/index.ts';
import type { Challenged } from './record.ts';
import type { Told } from './rules.ts';

const format = 'dueregard-pack-1';
const marking = z.enum(markings);
const result = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('level'), levelCode: z.string() }),
  z.strictObject({ is: z.literal('not applicable'), reason: z.string(), leadBody: z.string() }),
  z.strictObject({ is: z.literal('not applicable, reason not stated') }),
]);
const challenged = z.strictObject({ levelCode: z.string().nullable(), reason: z.string(), reply: z.strictObject({ kept: z.boolean(), reason: z.string() }).optional() });
const statement = z.object({ benchmarkCode: z.string().nullable(), text: z.string(), marking });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const leftOut = z.strictObject({ strengths: z.int(), recommendations: z.int(), amendments: z.int(), texts: z.int(), risks: z.int() });

/** All that a pack is made from but what never changes: the published edition, and the files of the look, which it names. */
const shape = z.strictObject({
  format: z.literal(format), demonstration: z.boolean(),
  dated: readAs(dayOf), year: readAs(yearOf),
  organisation: z.strictObject({ id: z.string(), shortName: z.string(), name: z.string(), kind: z.enum(organisationKinds), invented: z.boolean() }),
  look: z.strictObject({ colour: z.string().nullable(), logo: z.strictObject({ sha256, alternative: z.string() }).nullable(), template: z.strictObject({ sha256 }).nullable() }),
  earlier: z.array(z.strictObject({
    year: z.string(), published: z.boolean(), edition: z.string(), scale: z.array(z.string()), outcomes: z.array(z.strictObject({ code: z.string(), title: z.string(), label: z.string(), levelCode: z.string().nullable() })),
    counted: z.strictObject({ counts: z.array(z.strictObject({ level: z.string(), count: z.int() })), source: z.string() }).nullable(),
  })),
  audience: z.enum(audiences), marking, threshold: z.int(), leftOut,
  exempt: z.array(z.strictObject({ part: z.enum(exemptible), paragraph: z.int() })),
  findings: z.strictObject({
    origin: z.enum(['recorded', 'transcribed']), checked: z.boolean(), published: z.boolean(), letter: z.strictObject({ title: z.string(), marking }).nullable(),
    outcomes: z.array(z.tuple([z.string(), result])), strengths: z.array(statement), recommendations: z.array(statement),
  }),
  selfRatings: z.strictObject({ submitted: z.boolean(), byBenchmark: z.array(z.tuple([z.string(), z.strictObject({ result, narrative: z.string(), challenged: challenged.optional() })])) }),
  evidence: z.array(z.strictObject({ title: z.string(), marking, indicatorCodes: z.array(z.string()) })),
  texts: z.array(z.object({ area: z.enum(areas), text: z.string(), marking })),
  amendments: z.array(z.strictObject({ amendedAt: z.iso.datetime().transform((text) => new Date(text)), benchmarkCode: z.string().nullable(), text: z.string(), marking })),
  progress: z.array(z.strictObject({ number: z.int(), state: z.enum(states), dueOn: z.string().nullable() })),
  riskLogs: riskLogsShape, plan: planShape, samples: samplesShape, venues: venuesShape, channel: channelShape,
});

export type FrozenTold = { readonly told: Omit<Told, 'edition'>; readonly dated: Day; readonly demonstration: boolean };

/** The text that is kept and hashed. */
export function freezeTold({ told, dated, demonstration }: FrozenTold): string {
  const { year, organisation: { id, shortName, name, kind, invented }, look, earlier, audience, marking: its, leftOut: left, exempt, findings, selfRatings, evidence, texts, amendments, progress, threshold, riskLogs, plan, samples, venues, channel } = told;
  const { origin, checked, published, letter, outcomes, strengths, recommendations } = findings;
  const bare = (list: Told['findings']['strengths']) => list.map(({ benchmarkCode, text, marking: of }) => ({ benchmarkCode, text, marking: of }));
  return canonicalJson({
    format, demonstration, dated, year, organisation: { id, shortName, name, kind, invented }, look: bareLook(look), earlier: earlier.map(bareYear), audience, marking: its, threshold, leftOut: { ...left }, exempt: exempt.map((one) => ({ ...one })),
    findings: {
      origin, checked, published, letter: letter ? { ...letter } : null,
      outcomes: [...outcomes].map(([code, given]) => [code, { ...given }]), strengths: bare(strengths), recommendations: bare(recommendations),
    },
    selfRatings: { submitted: selfRatings.submitted, byBenchmark: [...selfRatings.byBenchmark].map(([code, { result: given, narrative, challenged: view }]) => [code, { result: { ...given }, narrative, ...(view ? { challenged: bareView(view) } : {}) }]) },
    evidence: evidence.map(({ title, marking: of, indicatorCodes }) => ({ title, marking: of, indicatorCodes: [...indicatorCodes] })),
    texts: texts.map(({ area, text, marking: of }) => ({ area, text, marking: of })),
    amendments: amendments.map(({ amendedAt, benchmarkCode, text, marking: of }) => ({ amendedAt: amendedAt.toISOString(), benchmarkCode, text, marking: of })),
    progress: progress.map(({ number, state, dueOn }) => ({ number, state, dueOn })),
    riskLogs: bareRiskLogs(riskLogs), plan: barePlan(plan), samples: bareSamples(samples), venues: bareVenues(venues), channel: bareChannel(channel),
  });
}

/** What a pack's record only names. */
export type Named = { readonly edition: Edition; readonly lookFile: (sha256: Buffer) => Promise<Buffer> };

/** @throws when the text is no record of a pack that this version can read. */
export async function readTold(text: string, { edition, lookFile }: Named): Promise<{ readonly told: Told; readonly dated: Day; readonly demonstration: boolean }> {
  const { format: _, dated, demonstration, findings, selfRatings, look: { colour, logo, template }, ...rest } = shape.parse(JSON.parse(text));
  const kept = async <File extends { readonly sha256: string }>(file: File) => ({ ...file, content: (await lookFile(Buffer.from(file.sha256, 'hex'))).toString('base64') });
  const { letter, outcomes, ...found } = findings;
  const told: Told = {
    ...rest, edition, look: { colour, logo: logo && await kept(logo), template: template && await kept(template) }, findings: { ...found, letter: letter ?? undefined, outcomes: new Map(outcomes) },
    selfRatings: { submitted: selfRatings.submitted, byBenchmark: new Map(selfRatings.byBenchmark.map(([code, { challenged: view, ...rating }]) => [code, { ...rating, ...(view ? { challenged: viewOf(view) } : {}) }])) },
  };
  return { told, dated, demonstration };
}

function bareLook({ colour, logo, template }: Told['look']): Json {
  return { colour, logo: logo && { sha256: logo.sha256, alternative: logo.alternative }, template: template && { sha256: template.sha256 } };
}

function bareYear({ year, published, edition, scale, outcomes, counted }: EarlierYear): Json {
  return {
    year, published, edition, scale: [...scale], outcomes: outcomes.map(({ code, title, label, levelCode }) => ({ code, title, label, levelCode })),
    counted: counted && { counts: counted.counts.map(({ level, count }) => ({ level, count })), source: counted.source },
  };
}

function bareView({ levelCode, reason, reply }: Challenged): Json {
  return { levelCode, reason, ...(reply ? { reply: { kept: reply.kept, reason: reply.reason } } : {}) };
}

function viewOf({ levelCode, reason, reply }: z.infer<typeof challenged>): Challenged {
  return { levelCode, reason, ...(reply ? { reply } : {}) };
}
