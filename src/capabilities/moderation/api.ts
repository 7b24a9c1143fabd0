import * as z from 'zod';
import { markings } from '../../kernel/marking.ts';
import { yearOf } from '../../kernel/year.ts';
import { json, notFoundPage, type Answer, type Data, type MemberVisit } from '../../platform/route.ts';
import { choice, formOf, noFields, said, text, uploadOf, version } from '../../platform/shape.ts';
import { evidenceFields } from '../evidence/index.ts';
import { benchmarkOf, notApplicable } from '../frameworks/index.ts';
import type { Findings, Result, Statement, StatementKind } from './findings.ts';
import { noSuchPart, noYear, withOwnFindings, withYear } from './opened.tsx';
import { shownOf } from './publication.ts';
import { limits, notStated } from './rules.ts';
import { findingsOf, publicationOf } from './store.ts';

const statementFields = { text: text('statement', limits.text), benchmark: text('statementBenchmark', 60).optional(), marking: choice('marking', markings) };

/** What the forms of the findings hold. */
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
};

const outcome = z.strictObject({ benchmark: said.code, rating: said.code.nullable(), reason: said.text, lead_body: said.text, version: said.version });
const statement = z.strictObject({ id: said.id, position: z.int(), benchmark: said.code.nullable(), text: said.text, marking: said.marking, version: said.version });
const statements = z.strictObject({ statements: z.array(statement) });
const told = z.strictObject({ benchmark: said.code, rating: said.code, reason: said.text, lead_body: said.text });
const toldStatement = z.strictObject({ benchmark: said.code.nullable(), text: said.text, marking: said.marking });
const findings = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not begun') }),
  z.strictObject({
    state: z.enum(['draft', 'published']), origin: z.enum(['recorded', 'transcribed']), version: said.version, checked_at: said.moment.nullable(), published_at: said.moment.nullable(),
    letter: z.strictObject({ id: said.id, title: said.text.nullable(), dated_on: said.day.nullable() }).nullable(),
    outcomes: z.array(outcome), strengths: z.array(statement), recommendations: z.array(statement),
  }),
  z.strictObject({
    state: z.literal('publication'), origin: z.enum(['recorded', 'transcribed']), published_at: said.moment,
    outcomes: z.array(told), strengths: z.array(toldStatement), recommendations: z.array(toldStatement),
  }),
]);
export const data = {
  findings: { shape: findings, read: readFindings },
  outcome: { shape: outcome, read: (visit) => withOwnFindings(visit, async ({ edition, findings: { outcomes } }) => {
    const code = benchmarkOf(edition, visit.params['benchmark'] ?? '')?.code;
    const given = code === undefined ? undefined : outcomes.get(code);
    return code === undefined ? noSuchPart(visit) : json(outcome, { benchmark: code, ...(given ? saidResult(given.result) : { rating: null, reason: '', lead_body: '' }), version: given?.version ?? 0 });
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

/** Drafts and all for the body and its adviser, what was published for bodies above. */
async function readFindings(visit: MemberVisit): Promise<Answer> {
  if (visit.permit.scope === 'tree') return readPublished(visit);
  return withYear(visit, async (about) => {
    const found = await findingsOf(visit.tx, visit.organisation.id, about.assessment.id);
    if (!found) return json(findings, { state: 'not begun' });
    const { origin, version: saves, checkedAt, publishedAt, letter } = found;
    return json(findings, {
      state: publishedAt ? 'published' : 'draft', origin, version: saves, checked_at: checkedAt?.toISOString() ?? null, published_at: publishedAt?.toISOString() ?? null,
      letter: letter ? { id: letter.id, title: letter.title, dated_on: letter.datedOn } : null,
      outcomes: [...found.outcomes.values()].map(({ benchmarkCode, result, version: own }) => ({ benchmark: benchmarkCode, ...saidResult(result), version: own })),
      strengths: found.strengths.map(saidStatement), recommendations: found.recommendations.map(saidStatement),
    });
  });
}

async function readPublished(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, params, words } = visit;
  const year = yearOf(params['year'] ?? '');
  if (!year) return noYear(visit);
  const published = await publicationOf(tx, organisation.id, year);
  if (!published) return notFoundPage(words.moderation.notBegun.title, null);
  const shown = shownOf(published);
  const bare = ({ benchmarkCode, text: words_, marking }: (typeof shown.strengths)[number]) => ({ benchmark: benchmarkCode, text: words_, marking });
  return json(findings, {
    state: 'publication', origin: published.origin, published_at: new Date(published.published_at).toISOString(),
    outcomes: [...shown.outcomes].map(([benchmark, { result }]) => ({ benchmark, ...saidResult(result) })),
    strengths: shown.strengths.map(bare), recommendations: shown.recommendations.map(bare),
  });
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
