import * as z from 'zod';
import { yearOf } from '../../kernel/year.ts';
import { json, notFoundPage, type Answer, type Data, type MemberVisit } from '../../platform/route.ts';
import { said } from '../../platform/shape.ts';
import { notApplicable } from '../frameworks/index.ts';
import { lastAmendments } from './amending.tsx';
import { confirmedAmendments, type Amendment } from './amendment-store.ts';
import { challengesIn } from './challenging.tsx';
import { frozenShape, readFrozen } from './frozen.ts';
import { inBenchmark, inYear, type AssessmentOptions } from './opened.tsx';
import type { ReopeningState } from './pages/reopening.tsx';
import { reopeningState } from './reopening.tsx';
import { reopeningsOf } from './reopening-store.ts';
import { lastSignature } from './second-store.ts';
import { recordOf, submissionInYear, submissionsInYear, type Submission } from './store.ts';
import { lacksNow } from './submission.ts';

const reopeningStates = ['not submitted', 'submitted', 'pending', 'open', 'published'] as const satisfies readonly ReopeningState['is'][];
const by = said.text.nullable();
const amendment = z.strictObject({ id: said.id, benchmark: said.code.nullable(), text: said.text, marking: said.marking, by, at: said.moment, confirmed_by: by, confirmed_at: said.moment.nullable() });
const submissions = z.array(z.strictObject({ number: said.count, sha256: said.sha256, submitted_at: said.moment }));
const submitted = z.strictObject({ state: z.literal('submitted'), number: said.count, sha256: said.sha256, submission: frozenShape, amendments: z.array(amendment), submissions });

const shapes = {
  submission: z.discriminatedUnion('state', [
    submitted,
    z.strictObject({
      state: z.literal('not submitted'), lacks: z.array(z.strictObject({ lack: z.string(), benchmark: said.code, indicator: said.code.nullable() })),
      /** The last signature, and whether it still fits what the assessment says. */
      signed: z.strictObject({ by, at: said.moment, stands: z.boolean() }).nullable(), submissions,
    }),
  ]),
  numbered: submitted,
  challenges: z.strictObject({
    challenges: z.array(z.strictObject({
      id: said.id, rating: said.code, self_rating: said.code, reason: said.text, by, at: said.moment, reply: z.strictObject({ kept: z.boolean(), reason: said.text, by, at: said.moment }).nullable(),
    })),
  }),
  amendments: z.strictObject({ amendments: z.array(amendment) }),
  reopening: z.strictObject({
    state: z.enum(reopeningStates),
    reopenings: z.array(z.strictObject({ number: said.count, reason: said.text, by, at: said.moment, confirmed_by: by, confirmed_at: said.moment.nullable() })),
  }),
};

/** What programs read of challenge, sign-off, submission, amendments and re-opening. */
export function secondReaderData(options: AssessmentOptions) {
  return {
    submission: { shape: shapes.submission, read: readSubmission },
    numbered: { shape: shapes.numbered, read: readNumbered },
    challenges: { shape: shapes.challenges, read: inBenchmark(async (_visit, opened) => json(shapes.challenges, {
      challenges: challengesIn(opened).map(({ id, levelCode, selfLevelCode, reason, by: who, at, reply }) => ({
        id, rating: levelCode ?? notApplicable, self_rating: selfLevelCode ?? notApplicable, reason, by: who, at: at.toISOString(),
        reply: reply ? { kept: reply.kept, reason: reply.reason, by: reply.by, at: reply.at.toISOString() } : null,
      })),
    })) },
    amendments: { shape: shapes.amendments, read: inYear(async (visit, opened) => json(shapes.amendments, { amendments: (await lastAmendments(visit, opened)).map(saidAmendment) })) },
    reopening: { shape: shapes.reopening, read: inYear(async (visit, opened) => {
      const all = await reopeningsOf(visit.tx, visit.organisation.id, opened.record.id);
      return json(shapes.reopening, {
        state: (await reopeningState(visit, opened, options, all)).is,
        reopenings: all.map(({ number, reason, asker, askedAt, confirmer, confirmedAt }) => (
          { number, reason, by: asker, at: askedAt.toISOString(), confirmed_by: confirmer, confirmed_at: confirmedAt?.toISOString() ?? null })),
      });
    }) },
  } satisfies Record<string, Data<MemberVisit>>;
}

/** What was submitted last, for all who may read it; before that, and while it is re-opened, to the organisation itself, what is missing. */
async function readSubmission(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, params, permit, words } = visit;
  const name = yearOf(params['year'] ?? '');
  const isOpen = name && permit.scope === 'own' && !(await recordOf(tx, organisation.id, name))?.submitted;
  const found = name && !isOpen ? await submissionInYear(tx, organisation.id, name) : undefined;
  if (found) return json(shapes.submission, await saidSubmission(visit, found));
  if (permit.scope !== 'own') return notFoundPage(name ? words.assessment.submission.none.title : words.assessment.noYear.title, null);
  return inYear(async (_visit, opened) => {
    const signature = await lastSignature(tx, organisation.id, opened.record.id);
    return json(shapes.submission, {
      state: 'not submitted', submissions: await saidSubmissions(visit),
      lacks: (await lacksNow(visit, opened)).map((lack) => ({ lack: lack.is, benchmark: lack.benchmark.code, indicator: 'indicator' in lack ? lack.indicator.code : null })),
      signed: signature ? { by: signature.by, at: signature.at.toISOString(), stands: signature.stands } : null,
    });
  })(visit);
}

async function readNumbered(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, params: { year = '', number = '' }, words } = visit;
  const name = yearOf(year);
  const found = name && /^\d{1,6}$/.test(number) ? await submissionInYear(tx, organisation.id, name, Number(number)) : undefined;
  return found ? json(shapes.numbered, await saidSubmission(visit, found)) : notFoundPage(words.assessment.submission.none.title, null);
}

async function saidSubmission(visit: MemberVisit, { id, number, sha256, frozen }: Submission): Promise<z.input<typeof submitted>> {
  const amendments = await confirmedAmendments(visit.tx, visit.organisation.id, id);
  return { state: 'submitted', number, sha256, submission: readFrozen(frozen), amendments: amendments.map(saidAmendment), submissions: await saidSubmissions(visit) };
}

async function saidSubmissions({ tx, organisation, params }: MemberVisit): Promise<z.input<typeof submissions>> {
  const name = yearOf(params['year'] ?? '');
  const all = name ? await submissionsInYear(tx, organisation.id, name) : [];
  return all.map(({ number, sha256, submittedAt }) => ({ number, sha256, submitted_at: submittedAt.toISOString() }));
}

function saidAmendment({ id, benchmarkCode, text, marking, writer, writtenAt, confirmer, confirmedAt }: Amendment): z.input<typeof amendment> {
  return { id, benchmark: benchmarkCode, text, marking, by: writer, at: writtenAt.toISOString(), confirmed_by: confirmer, confirmed_at: confirmedAt?.toISOString() ?? null };
}
