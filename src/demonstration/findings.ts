import { notApplicable } from '../capabilities/frameworks/index.ts';
import {
  addRecommendation, addStrength, addVisit, beginFindings, checkFindings, findingsOf, freezeFindings, frozenFindings, lastShared, mayPublish, publishFindings, sendReplies, setOutcome,
  shareFindings, shareVisit, sharedText,
  type Findings, type Result, type StatementText,
} from '../capabilities/moderation/index.ts';
import { newId } from '../kernel/id.ts';
import type { Transaction } from '../platform/database.ts';
import { en } from '../words/index.ts';
import type { OpenedExample } from './assessments.ts';
import type { ExampleFindings, ExampleReplyPart, ExampleStatement } from './example.ts';
import { asGranted, asOwn, found, type Loading } from './loading.ts';

/** Findings as the adviser recorded or the authority transcribed them, checked by a second person where the example names one. */
export async function loadFindings(loading: Loading, opened: OpenedExample, example: ExampleFindings): Promise<void> {
  const { by, checked_by } = example;
  const within = example.origin === 'recorded' ? asGranted : asOwn;
  await within(loading, by, (tx) => writeFindings(tx, loading, opened, example));
  if (checked_by !== undefined) await asOwn(loading, checked_by, async (tx) => changed(checkFindings(tx, seenOf(opened, await findingsIn(tx, opened)), loading.now)));
  if (example.visits.length > 0) await asGranted(loading, by, (tx) => loadVisits(tx, loading, opened, by, example));
  if (example.shared) await asGranted(loading, by, (tx) => share(tx, loading, opened));
  if (example.reply) await reply(loading, opened, example.reply);
  if (example.published) await within(loading, by, async (tx) => publish(tx, loading, opened, await findingsIn(tx, opened)));
}

async function writeFindings(tx: Transaction, { evidence }: Loading, { organisation, assessmentId, edition }: OpenedExample, example: ExampleFindings): Promise<void> {
  const to = { orgId: organisation.id, moderationId: newId(), editionId: edition.id };
  const letter = example.letter === undefined ? null : found(evidence.get(example.letter), example.letter);
  await changed(beginFindings(tx, { orgId: organisation.id, id: to.moderationId, editionId: edition.id, assessmentId, origin: example.origin, letter }));
  for (const [benchmarkCode, outcome] of Object.entries(example.outcomes)) {
    await changed(setOutcome(tx, { ...to, id: newId() }, { benchmarkCode, result: resultOf(outcome), version: 0 }));
  }
  for (const strength of example.strengths) await addStrength(tx, { ...to, id: newId() }, statementOf(strength));
  for (const recommendation of example.recommendations) await addRecommendation(tx, { ...to, id: newId() }, statementOf(recommendation));
}

function resultOf(outcome: ExampleFindings['outcomes'][string]): Result {
  if (typeof outcome !== 'string') return { is: 'not applicable', reason: outcome.reason, leadBody: outcome.lead_body };
  return outcome === notApplicable ? { is: 'not applicable, reason not stated' } : { is: 'level', levelCode: outcome };
}

function statementOf({ text, benchmark, marking }: ExampleStatement): StatementText {
  return { text, marking, benchmarkCode: benchmark ?? null };
}

async function findingsIn(tx: Transaction, { organisation, assessmentId }: OpenedExample): Promise<Findings> {
  return found(await findingsOf(tx, organisation.id, assessmentId), `the findings of ${organisation.name}`);
}

function seenOf({ organisation }: OpenedExample, { id, version }: Findings) {
  return { orgId: organisation.id, id, version };
}

async function loadVisits(tx: Transaction, { people, now }: Loading, { organisation, year }: OpenedExample, by: string, { visits }: ExampleFindings): Promise<void> {
  const { orgId } = found(people.get(by), by);
  for (const { contact, on, role, text, shared } of visits) {
    const [id, aboutOrgId] = [newId(), organisation.id];
    await addVisit(tx, { orgId, id, aboutOrgId, year, contact, datedOn: on, byRole: role, text, marking: 'OFFICIAL' });
    if (shared) await changed(shareVisit(tx, { orgId, id, aboutOrgId, now }));
  }
}

async function share(tx: Transaction, { now }: Loading, opened: OpenedExample): Promise<void> {
  const { organisation, year, edition } = opened;
  const findings = await findingsIn(tx, opened);
  await changed(shareFindings(tx, seenOf(opened, findings), { id: newId(), findings, frozen: sharedText(findings, { organisation, year, edition, now }) }));
}

async function reply(loading: Loading, opened: OpenedExample, { by, recommendations, whole }: NonNullable<ExampleFindings['reply']>): Promise<void> {
  const { organisation: { id: orgId } } = opened;
  await asOwn(loading, by, async (tx) => {
    const { id: moderationId } = await findingsIn(tx, opened);
    const shared = found(await lastShared(tx, orgId, moderationId), 'a shared draft');
    const parts = [...shared.findings.recommendations.map(({ id }, at) => ({ recommendationId: id, part: found(recommendations[at], 'a reply') })), { recommendationId: null, part: whole }];
    await changed(sendReplies(tx, { orgId, moderationId, sharedId: shared.id }, parts.map(({ recommendationId, part }) => ({ id: newId(), recommendationId, marking: 'OFFICIAL', ...replyOf(part) }))));
  });
}

function replyOf(part: ExampleReplyPart) {
  return part === 'accepted' ? { stance: 'accepted' as const, text: '' } : { stance: 'comment' as const, text: part.comment };
}

async function publish(tx: Transaction, { now }: Loading, opened: OpenedExample, findings: Findings): Promise<void> {
  const { organisation, year, edition } = opened;
  const may = mayPublish(edition, findings);
  if (!may.accepted) throw new Error(`the findings of ${organisation.name} cannot be published: ${may.refusals.map(({ say }) => say(en)).join(' ')}`);
  const frozen = frozenFindings(freezeFindings(findings, { organisation, year, edition, now }));
  await changed(publishFindings(tx, seenOf(opened, findings), { id: newId(), year, findings, frozen, now }));
}

/** Nobody else writes while an example is loaded. */
async function changed(done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new Error('the example was changed while it was loaded');
}
