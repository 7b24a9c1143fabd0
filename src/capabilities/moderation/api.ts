import * as z from 'zod';
import { markings } from '../../kernel/marking.ts';
import { yearOf } from '../../kernel/year.ts';
import { json, notFoundPage, type Answer, type Data, type MemberVisit } from '../../platform/route.ts';
import { choice, day, formOf, noFields, queryOf, said, text, uploadOf, version } from '../../platform/shape.ts';
import { evidenceFields } from '../evidence/index.ts';
import { benchmarkOf, notApplicable } from '../frameworks/index.ts';
import type { Findings, Result, Statement, StatementKind } from './findings.ts';
import { noSuchPart, noYear, withOwnFindings, withYear } from './opened.tsx';
import { shownOf } from './publication.ts';
import { queueStates, queuePageSize, type Queue } from './queue.ts';
import { limits, mayShare, notStated } from './rules.ts';
import { stances } from './rules-reply.ts';
import { contacts, longestRole } from './rules-visit.ts';
import type { Shared } from './shared.ts';
import { lastShared, repliesTo } from './sharing-store.ts';
import { findingsOf, publicationOf } from './store.ts';
import { visitsTo } from './visits-store.ts';

const statementFields = { text: text('statement', limits.text), benchmark: text('statementBenchmark', 60).optional(), marking: choice('marking', markings) };

const reply = formOf({ shared: text('sharedDraft', 60), marking: choice('marking', markings) });

/** What the forms of the findings hold. A reply has two fields for each recommendation and for the whole: `stance-` and `text-`, and its identifier or “whole”. */
export const forms = {
  begin: noFields,
  letter: formOf({ letter: text('letter', 60), version: version() }),
  letterFile: uploadOf({ ...evidenceFields('file-'), version: version() }),
  outcome: formOf({ rating: text('outcome', 60), reason: text('reason', limits.reason).optional(), lead_body: text('leadBody', limits.leadBody).optional(), version: version() }),
  check: formOf({ compared: choice('compared', ['yes']), version: version() }),
  publish: formOf({ version: version() }),
  addStatement: formOf(statementFields),
  changeStatement: formOf({ ...statementFields, version: version() }),
  removeStatement: formOf({ version: version() }),
  visit: formOf({ contact: choice('contact', contacts), dated: day('contactDay'), role: text('contactRole', longestRole), text: text('visitText', limits.text), marking: choice('marking', markings) }),
  shareVisit: noFields,
  share: formOf({ version: version() }),
  reply: { ...reply, fields: reply.fields.catchall(text('replyPart', limits.text)), others: /^(stance|text)-(whole|[0-9a-f-]{36})$/ },
};

export const queueQuery = queryOf({ state: choice('queueState', queueStates).optional(), year: text('queueYear', 20).optional(), page: text('page', 6).optional() });

const outcome = z.strictObject({ benchmark: said.code, rating: said.code.nullable(), reason: said.text, lead_body: said.text, version: said.version });
const statement = z.strictObject({ id: said.id, position: z.int(), benchmark: said.code.nullable(), text: said.text, marking: said.marking, version: said.version });
const statements = z.strictObject({ statements: z.array(statement) });
const told = z.strictObject({ benchmark: said.code, rating: said.code, reason: said.text, lead_body: said.text });
const toldStatement = z.strictObject({ id: said.id, benchmark: said.code.nullable(), text: said.text, marking: said.marking });
const correspondence = z.strictObject({
  at: said.moment, replies: z.array(z.strictObject({ recommendation: said.id.nullable(), stance: z.enum(stances), text: said.text, marking: said.marking })),
});
const findings = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not begun') }),
  z.strictObject({
    state: z.enum(['draft', 'published']), origin: z.enum(['recorded', 'transcribed']), version: said.version, checked_at: said.moment.nullable(), published_at: said.moment.nullable(),
    letter: z.strictObject({ id: said.id, title: said.text.nullable(), dated_on: said.day.nullable() }).nullable(),
    outcomes: z.array(outcome), strengths: z.array(statement), recommendations: z.array(statement), shared: correspondence.nullable(),
  }),
  /** What the body reads of findings that its adviser records: nothing before a draft was shared, then the draft as it was shared last. */
  z.strictObject({ state: z.literal('not shared') }),
  z.strictObject({ state: z.literal('shared'), shared: correspondence, outcomes: z.array(told), strengths: z.array(toldStatement), recommendations: z.array(toldStatement) }),
  z.strictObject({
    state: z.literal('publication'), origin: z.enum(['recorded', 'transcribed']), published_at: said.moment,
    outcomes: z.array(told), strengths: z.array(toldStatement), recommendations: z.array(toldStatement),
  }),
]);
const queue = z.strictObject({
  total: said.count, bodies: said.count, pages: said.count, years: z.array(said.year),
  queue: z.array(z.strictObject({
    short_name: said.shortName, name: said.name, year: said.year.nullable(), state: z.enum(queueStates), since: said.moment.nullable(), submitted_at: said.moment.nullable(), published_at: said.moment.nullable(),
  })),
});
const visits = z.strictObject({
  visits: z.array(z.strictObject({ id: said.id, contact: z.enum(contacts), dated_on: said.day, role: said.text, text: said.text, marking: said.marking, shared_at: said.moment.nullable() })),
});
const sharing = z.strictObject({ version: said.version, lacks: z.array(said.text) });
const replying = z.strictObject({ shared: said.id, at: said.moment, recommendations: z.array(toldStatement) });

export const shapes = { queue, replying };

export const data = {
  findings: { shape: findings, read: readFindings },
  outcome: { shape: outcome, read: (visit) => withOwnFindings(visit, async ({ edition, findings: { outcomes } }) => {
    const code = benchmarkOf(edition, visit.params['benchmark'] ?? '')?.code;
    const given = code === undefined ? undefined : outcomes.get(code);
    return code === undefined ? noSuchPart(visit) : json(outcome, { benchmark: code, ...(given ? saidResult(given.result) : { rating: null, reason: '', lead_body: '' }), version: given?.version ?? 0 });
  }) },
  visits: { shape: visits, read: (visit) => withYear(visit, async ({ year }) => json(visits, {
    visits: (await visitsTo(visit.tx, visit.organisation.id, year)).map(({ id, contact, datedOn, byRole, text: words, marking, sharedAt }) => (
      { id, contact, dated_on: datedOn, role: byRole, text: words, marking, shared_at: sharedAt?.toISOString() ?? null })),
  })) },
  /** What a draft still lacks before its adviser may share it. The draft is the findings. */
  sharing: { shape: sharing, read: (visit) => withOwnFindings(visit, async ({ edition, findings: draft }) => {
    const allowed = mayShare(edition, draft);
    return json(sharing, { version: draft.version, lacks: allowed.accepted ? [] : allowed.refusals.map(({ say }) => say(visit.words)) });
  }) },
} satisfies Record<string, Data<MemberVisit>>;

export function statementData(kind: StatementKind) {
  const ofKind = ({ strengths, recommendations }: Findings) => (kind === 'strength' ? strengths : recommendations);
  return {
    all: { shape: statements, read: (visit) => withOwnFindings(visit, async (about) => json(statements, { statements: ofKind(about.findings).map(saidStatement) })) },
    one: { shape: statement, read: (visit) => withOwnFindings(visit, async (about) => {
      const found = ofKind(about.findings).find(({ id }) => id === visit.params['id']);
      return found ? json(statement, saidStatement(found)) : noSuchPart(visit);
    }) },
  } satisfies Record<string, Data<MemberVisit>>;
}

export function saidQueue({ lines, total, bodies, years }: Queue): z.input<typeof queue> {
  return {
    total, bodies, pages: Math.ceil(total / queuePageSize), years: [...years],
    queue: lines.map(({ shortName, name, year, state, since, submittedAt, publishedAt }) => (
      { short_name: shortName, name, year, state, since: since?.toISOString() ?? null, submitted_at: submittedAt?.toISOString() ?? null, published_at: publishedAt?.toISOString() ?? null })),
  };
}

export function saidReplying({ id, sharedAt, findings: { recommendations } }: Shared): z.input<typeof replying> {
  return { shared: id, at: sharedAt.toISOString(), recommendations: recommendations.map(({ id: own, benchmark, text: words, marking }) => ({ id: own, benchmark, text: words, marking })) };
}

/** Drafts and all for who writes them, the draft that was shared last for the body, what was published for bodies above. */
async function readFindings(visit: MemberVisit): Promise<Answer> {
  if (visit.permit.scope === 'tree') return readPublished(visit);
  return withYear(visit, async (about) => {
    const found = await findingsOf(visit.tx, visit.organisation.id, about.assessment.id);
    if (!found) return json(findings, { state: 'not begun' });
    const shared = found.origin === 'recorded' ? await lastShared(visit.tx, visit.organisation.id, found.id) : undefined;
    if (visit.permit.scope === 'own' && found.origin === 'recorded' && !found.publishedAt) return shared ? readShared(visit, shared) : json(findings, { state: 'not shared' });
    const { origin, version: saves, checkedAt, publishedAt, letter } = found;
    return json(findings, {
      state: publishedAt ? 'published' : 'draft', origin, version: saves, checked_at: checkedAt?.toISOString() ?? null, published_at: publishedAt?.toISOString() ?? null,
      letter: letter ? { id: letter.id, title: letter.title, dated_on: letter.datedOn } : null,
      outcomes: [...found.outcomes.values()].map(({ benchmarkCode, result, version: own }) => ({ benchmark: benchmarkCode, ...saidResult(result), version: own })),
      strengths: found.strengths.map(saidStatement), recommendations: found.recommendations.map(saidStatement),
      shared: shared ? await saidCorrespondence(visit, shared) : null,
    });
  });
}

async function readShared(visit: MemberVisit, shared: Shared): Promise<Answer> {
  return json(findings, { state: 'shared', shared: await saidCorrespondence(visit, shared), ...saidShown(shared.findings) });
}

async function saidCorrespondence({ tx, organisation }: MemberVisit, { id, sharedAt }: Shared): Promise<z.input<typeof correspondence>> {
  const replies = await repliesTo(tx, organisation.id, id);
  return { at: sharedAt.toISOString(), replies: replies.map(({ recommendationId, stance, text: words, marking }) => ({ recommendation: recommendationId, stance, text: words, marking })) };
}

async function readPublished(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, params, words } = visit;
  const year = yearOf(params['year'] ?? '');
  if (!year) return noYear(visit);
  const published = await publicationOf(tx, organisation.id, year);
  if (!published) return notFoundPage(words.moderation.notBegun.title, null);
  return json(findings, { state: 'publication', origin: published.origin, published_at: new Date(published.published_at).toISOString(), ...saidShown(published) });
}

/** What was frozen, as it is read. */
function saidShown(frozen: Parameters<typeof shownOf>[0]) {
  const { outcomes, strengths, recommendations } = shownOf(frozen);
  const bare = ({ id, benchmarkCode, text: words, marking }: (typeof strengths)[number]) => ({ id, benchmark: benchmarkCode, text: words, marking });
  return { outcomes: [...outcomes].map(([benchmark, { result }]) => ({ benchmark, ...saidResult(result) })), strengths: strengths.map(bare), recommendations: recommendations.map(bare) };
}

function saidResult(result: Result): { rating: string; reason: string; lead_body: string } {
  switch (result.is) {
    case 'level': return { rating: result.levelCode, reason: '', lead_body: '' };
    case 'not applicable': return { rating: notApplicable, reason: result.reason, lead_body: result.leadBody };
    case 'not applicable, reason not stated': return { rating: notStated, reason: '', lead_body: '' };
  }
}

function saidStatement({ id, position, benchmarkCode, text: words, marking, version: saves }: Statement): z.input<typeof statement> {
  return { id, position, benchmark: benchmarkCode, text: words, marking, version: saves };
}
