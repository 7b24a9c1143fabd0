import { addAmendment, addChallenge, addReply, confirmAmendment, openAssessment, ratingsOf, saveAnswer, saveRating, signOff, submissionOf, submit, type Verdict } from '../capabilities/assessment/index.ts';
import { evidenceFacts, useEvidence } from '../capabilities/evidence/index.ts';
import { oversightFacts } from '../capabilities/oversight/index.ts';
import { editionNamed, type PublishedEdition } from '../capabilities/frameworks/index.ts';
import type { Organisation } from '../kernel/access.ts';
import { newId, type Id } from '../kernel/id.ts';
import type { Year } from '../kernel/year.ts';
import type { Transaction } from '../platform/database.ts';
import { en } from '../words/index.ts';
import type { ExampleAssessment } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

export type OpenedExample = { readonly organisation: Organisation; readonly assessmentId: Id; readonly edition: PublishedEdition; readonly year: Year };

/** Opens a year's assessment and fills it in as far as the example goes; it is challenged, signed and submitted by the product's own rules. */
export async function loadAssessment(loading: Loading, example: ExampleAssessment): Promise<OpenedExample> {
  const organisation = found(loading.organisations.get(example.organisation), example.organisation);
  const opened = await asOwn(loading, example.by, async (tx) => {
    const edition = found(await editionNamed(tx, example.edition), example.edition);
    const opened = { organisation, edition, assessmentId: newId(), year: example.year };
    await openAssessment(tx, { orgId: organisation.id, id: opened.assessmentId, editionId: edition.id, year: example.year, openedOn: example.opened_on ?? null });
    await loadAnswers(tx, loading, opened, example);
    await loadRatings(tx, opened, example);
    return opened;
  });
  for (const challenge of example.challenges) await loadChallenge(loading, opened, challenge);
  const { signed_off_by } = example;
  if (signed_off_by !== undefined) await asOwn(loading, signed_off_by, (tx) => signOff(tx, { orgId: organisation.id, id: newId(), assessmentId: opened.assessmentId }));
  if (example.submitted) await asOwn(loading, example.by, (tx) => submitExample(tx, loading, opened, example));
  for (const amendment of example.amendments) await loadAmendment(loading, opened, amendment);
  return opened;
}

type To = { readonly orgId: Id; readonly assessmentId: Id; readonly editionId: Id };

const toOf = ({ organisation, assessmentId, edition }: OpenedExample): To => ({ orgId: organisation.id, assessmentId, editionId: edition.id });

async function loadAnswers(tx: Transaction, { evidence }: Loading, opened: OpenedExample, { answers }: ExampleAssessment): Promise<void> {
  const to = toOf(opened);
  for (const [indicatorCode, { status, note, evidence: behind }] of Object.entries(answers)) {
    await saveAnswer(tx, { ...to, id: newId(), version: 0, indicatorCode, status, note });
    if (behind.length > 0) await useEvidence(tx, behind.map((code) => ({ ...to, id: newId(), indicatorCode, evidenceId: found(evidence.get(code), code).id })));
  }
}

async function loadRatings(tx: Transaction, opened: OpenedExample, { ratings }: ExampleAssessment): Promise<void> {
  for (const [benchmarkCode, { rating, narrative }] of Object.entries(ratings)) {
    const verdict: Verdict = typeof rating === 'string' ? { is: 'level', levelCode: rating } : { is: 'not applicable', reason: rating.reason, leadBody: rating.lead_body };
    await saveRating(tx, { ...toOf(opened), id: newId(), version: 0, benchmarkCode, verdict, narrative });
  }
}

async function loadChallenge(loading: Loading, opened: OpenedExample, { benchmark, by, rating, reason, reply }: ExampleAssessment['challenges'][number]): Promise<void> {
  const { orgId, assessmentId, editionId } = toOf(opened);
  const challengeId = newId();
  await asOwn(loading, by, (tx) => addChallenge(tx, { orgId, id: challengeId, assessmentId, editionId, benchmarkCode: benchmark, levelCode: rating, reason }));
  if (!reply) return;
  await asOwn(loading, reply.by, async (tx) => {
    if (!reply.kept && rating !== null) await changeRating(tx, opened, benchmark, rating);
    await addReply(tx, { orgId, id: newId(), assessmentId, challengeId, kept: reply.kept, reason: reply.reason });
  });
}

async function changeRating(tx: Transaction, opened: OpenedExample, benchmarkCode: string, levelCode: string): Promise<void> {
  const rating = (await ratingsOf(tx, opened.organisation.id, opened.assessmentId)).find((one) => one.benchmarkCode === benchmarkCode);
  const { version, narrative } = found(rating, benchmarkCode);
  await saveRating(tx, { ...toOf(opened), id: newId(), version, benchmarkCode, narrative, verdict: { is: 'level', levelCode } });
}

async function loadAmendment(loading: Loading, opened: OpenedExample, { benchmark, text, marking, by, confirmed_by }: ExampleAssessment['amendments'][number]): Promise<void> {
  const { organisation, year } = opened;
  const { orgId, assessmentId, editionId } = toOf(opened);
  const id = newId();
  await asOwn(loading, by, async (tx) => {
    const submission = found(await submissionOf(tx, orgId, assessmentId), `the submission of ${organisation.name}`);
    await addAmendment(tx, { orgId, id, assessmentId, editionId, organisation: organisation.shortName, year, submission, now: loading.now }, { benchmarkCode: benchmark ?? null, text, marking });
  });
  if (confirmed_by !== undefined) await asOwn(loading, confirmed_by, (tx) => confirmAmendment(tx, orgId, id, 1, loading.now));
}

async function submitExample(tx: Transaction, { people, today, now }: Loading, { organisation, year }: OpenedExample, { by }: ExampleAssessment): Promise<void> {
  const { personId } = found(people.get(by), by);
  const submitted = await submit({ tx, organisation, year, today, now, personId, id: newId(), words: en, factSources: [evidenceFacts, oversightFacts] });
  if (!submitted.accepted) throw new Error(`the example of ${organisation.name} cannot be submitted: ${submitted.refusals.map(({ say }) => say(en)).join(' ')}`);
}
