import * as z from 'zod';
import { markings } from '../../kernel/marking.ts';
import { json, type Answer, type Data, type MemberVisit } from '../../platform/route.ts';
import { choice, formOf, noFields, said, text, version } from '../../platform/shape.ts';
import { evidenceBehind } from '../evidence/index.ts';
import { editionById, notApplicable, type Indicator } from '../frameworks/index.ts';
import { secondReaderData } from './api-second.ts';
import { inBenchmark, inIndicator, inYear, type AssessmentOptions, type Opened } from './opened.tsx';
import { answeredCount, answerStatuses, limits, stateOf, type Answer as Answered, type Rating } from './rules.ts';
import { secondLimits } from './rules-second.ts';
import { assessmentsOf, submittedYears } from './store.ts';
import { factsBeside } from './submission.ts';

/** What the forms of an assessment hold. */
export const forms = {
  open: formOf({ year: text('openYear', 20), edition: text('openEdition', 60) }),
  answer: formOf({ status: choice('status', answerStatuses), note: text('note', limits.note).optional(), version: version() }),
  rating: formOf({
    rating: text('rating', 60), narrative: text('narrative', limits.narrative).optional(), reason: text('reason', limits.reason).optional(),
    lead_body: text('leadBody', limits.leadBody).optional(), version: version(),
  }),
  submit: noFields,
  lastYear: formOf({ take: choice('take', ['answer', 'evidence']), version: version() }),
  challenge: formOf({ rating: text('rating', 60), reason: text('challengeReason', secondLimits.challenge) }),
  reply: formOf({ kept: choice('kept', ['yes', 'no']), reply: text('reply', secondLimits.challenge) }),
  sign: formOf({ read: choice('read', ['yes']) }),
  reopen: formOf({ reason: text('reopeningReason', secondLimits.reopening) }),
  amend: formOf({ benchmark: text('statementBenchmark', 60).optional(), text: text('amendment', secondLimits.amendment), marking: choice('marking', markings) }),
  confirm: noFields,
};

const answer = z.strictObject({ status: z.enum(answerStatuses).nullable(), note: said.text, version: said.version });
const rating = z.strictObject({ rating: said.code.nullable(), narrative: said.text, reason: said.text, lead_body: said.text, version: said.version });
const outcome = z.strictObject({ rating: said.code, origin: z.enum(['recorded', 'transcribed']) });
const indicator = z.strictObject({ code: said.code, level: said.code, obligation: z.string(), official: z.boolean(), text: said.text });
const fact = z.strictObject({ indicator: said.code.nullable(), text: said.text, rule: said.text, as_at: said.day });

const years = z.strictObject({
  assessments: z.array(z.strictObject({ year: said.year, edition: said.code.nullable(), opened_on: said.day.nullable(), submitted_at: said.moment.nullable() })),
});
const year = z.strictObject({
  year: said.year, edition: said.code, opened_on: said.day.nullable(), submitted_at: said.moment.nullable(),
  benchmarks: z.array(z.strictObject({
    code: said.code, number: z.int(), title: said.text, indicators: said.count, answered: said.count,
    state: z.enum(['not started', 'under way', 'rated']), rating: said.code.nullable(), outcome: outcome.nullable(),
  })),
});
const benchmark = z.strictObject({
  code: said.code, number: z.int(), title: said.text, self_rating: rating, outcome: outcome.nullable(), facts: z.array(fact),
  indicators: z.array(indicator.extend({ answer })),
});
const asked = z.strictObject({ ...indicator.shape, benchmark: said.code, ...answer.shape, facts: z.array(fact), evidence: z.array(z.strictObject({ id: said.id, title: said.text })) });

/** What programs read of an assessment. */
export function assessmentData(options: AssessmentOptions) {
  return {
    years: { shape: years, read: readYears },
    year: { shape: year, read: inYear((visit, opened) => readYear(visit, opened, options)) },
    benchmark: { shape: benchmark, read: inBenchmark(async (visit, opened) => {
      const { number, title, code, indicators } = opened.benchmark;
      const { ratings, answers } = opened.record;
      return json(benchmark, {
        code, number, title: title.en, self_rating: saidRating(ratings.get(code)), outcome: (await outcomesIn(visit, opened, options)).get(code) ?? null,
        facts: await factsOf(visit, opened, options), indicators: indicators.map((one) => ({ ...saidIndicator(one), answer: saidAnswer(answers.get(one.code)) })),
      });
    }) },
    rating: { shape: rating, read: inBenchmark(async (_visit, { record, benchmark: { code } }) => json(rating, saidRating(record.ratings.get(code)))) },
    indicator: { shape: asked, read: inIndicator(async (visit, opened) => {
      const { record, indicator: one } = opened;
      const evidence = await evidenceBehind(visit.tx, visit.organisation.id, record.id, one.code);
      return json(asked, {
        ...saidIndicator(one), benchmark: opened.benchmark.code, ...saidAnswer(record.answers.get(one.code)),
        facts: (await factsOf(visit, opened, options)).filter((beside) => beside.indicator === one.code), evidence: evidence.map(({ id, title }) => ({ id, title })),
      });
    }) },
    ...secondReaderData(options),
  } satisfies Record<string, Data<MemberVisit>>;
}

/** Every year to the body itself; to others the years that it submitted. */
async function readYears({ tx, organisation, permit }: MemberVisit): Promise<Answer> {
  if (permit.scope !== 'own') {
    const submitted = await submittedYears(tx, organisation.id);
    return json(years, { assessments: submitted.map((one) => ({ year: one.year, edition: null, opened_on: null, submitted_at: one.submittedAt.toISOString() })) });
  }
  const lines: z.input<typeof years>['assessments'] = [];
  for (const line of await assessmentsOf(tx, organisation.id)) {
    const { short_name: edition } = await editionById(tx, line.editionId);
    lines.push({ year: line.year, edition, opened_on: line.openedOn, submitted_at: line.submittedAt?.toISOString() ?? null });
  }
  return json(years, { assessments: lines });
}

async function readYear(visit: MemberVisit, opened: Opened, options: AssessmentOptions): Promise<Answer> {
  const { record, edition } = opened;
  const outcomes = await outcomesIn(visit, opened, options);
  return json(year, {
    year: opened.year, edition: edition.short_name, opened_on: record.openedOn, submitted_at: record.submitted?.at.toISOString() ?? null,
    benchmarks: edition.benchmarks.map((one) => ({
      code: one.code, number: one.number, title: one.title.en, indicators: one.indicators.length, answered: answeredCount(one, record.answers),
      state: stateOf(one, record), rating: saidRating(record.ratings.get(one.code)).rating, outcome: outcomes.get(one.code) ?? null,
    })),
  });
}

/** The outcomes that the organisation may see: not what an adviser has recorded and not published. */
async function outcomesIn({ tx, organisation }: MemberVisit, { record }: Opened, { outcomesOf }: AssessmentOptions) {
  const outcomes = (await outcomesOf(tx, organisation.id, record.id)).filter(({ origin, published }) => origin === 'transcribed' || published);
  return new Map(outcomes.map(({ benchmarkCode, levelCode, origin }) => [benchmarkCode, { rating: levelCode ?? notApplicable, origin }]));
}

async function factsOf({ tx, organisation, words, today }: MemberVisit, { year: name, record, benchmark: about }: Parameters<Parameters<typeof inBenchmark>[0]>[1], { factSources }: AssessmentOptions) {
  const facts = await factsBeside({ tx, organisation, year: name, today, factSources }, record, about);
  return facts.map(({ concerns, say, rule, asAt }) => ({ indicator: 'indicator' in concerns ? concerns.indicator : null, text: say(words), rule: rule(words), as_at: asAt }));
}

function saidAnswer(given: Answered | undefined): z.input<typeof answer> {
  return { status: given?.status ?? null, note: given?.note ?? '', version: given?.version ?? 0 };
}

function saidRating(given: Rating | undefined): z.input<typeof rating> {
  if (!given) return { rating: null, narrative: '', reason: '', lead_body: '', version: 0 };
  const { verdict, narrative, version: saves } = given;
  return verdict.is === 'level' ? { rating: verdict.levelCode, narrative, reason: '', lead_body: '', version: saves }
    : { rating: notApplicable, narrative, reason: verdict.reason, lead_body: verdict.leadBody, version: saves };
}

function saidIndicator({ code, level, obligation, official, text: words }: Indicator): z.input<typeof indicator> {
  return { code, level, obligation, official, text: words.en };
}
