import type { Refusal } from '../../kernel/outcome.ts';
import { holds } from '../../kernel/access.ts';
import { page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { access } from './access.ts';
import { movedPage } from './held.tsx';
import { breadcrumbsOf, type OpenedBenchmark } from './opened.tsx';
import { ChallengePage, type ChallengeFields, type ReplyFields } from './pages/challenge.tsx';
import { ratingLevel } from './pages/parts.tsx';
import { paths } from './paths.ts';
import { isOpen, mayChallenge, readChallenge, readReply, type Challenge } from './rules-second.ts';
import { addChallenge, addReply, writersOf } from './second-store.ts';
import { saveRating } from './store.ts';

type Sent = { readonly challenge?: ChallengeFields; readonly reply?: ReplyFields; readonly errors: readonly Refusal[] };

/** The challenges of a benchmark, with the form that is next for this person. */
export async function showChallenge(visit: MemberVisit, opened: OpenedBenchmark): Promise<Answer> {
  return page(titleOf(visit, opened), await challengeBody(visit, opened, { errors: [] }), { breadcrumbs: breadcrumbsOf(visit, opened) });
}

/** Records the view of somebody who wrote nothing of the benchmark. */
export async function saveChallenge(visit: MemberVisit, opened: OpenedBenchmark): Promise<Answer> {
  const { tx, form, organisation, newId } = visit;
  const { org, year, record, edition, benchmark } = opened;
  const filled = { rating: valueOf(form, 'rating'), reason: valueOf(form, 'reason') };
  const may = await allowed(visit, opened);
  const read = readChallenge(edition, filled);
  const errors = [...(may.accepted ? [] : may.refusals), ...(read.accepted ? [] : read.refusals)];
  if (!may.accepted || !read.accepted) return refused(visit, opened, { challenge: filled, errors });
  await addChallenge(tx, { orgId: organisation.id, id: newId(), assessmentId: record.id, editionId: edition.id, benchmarkCode: benchmark.code, ...read.value });
  return redirect(paths.challenge(org, year, benchmark.code), 'challenged');
}

/** The lead keeps the self-rating or changes it. A rating that was challenged with a level can be changed to it at once. */
export async function saveReply(visit: MemberVisit, opened: OpenedBenchmark): Promise<Answer> {
  const { tx, form, organisation, permit, newId } = visit;
  const { org, year, record, benchmark } = opened;
  const filled = { kept: valueOf(form, 'kept'), reply: valueOf(form, 'reply') };
  const open = challengesIn(opened).find(isOpen);
  if (!open) return movedPage(visit, opened);
  const read = readReply(filled);
  const own = open.personId === permit.personId;
  const errors: readonly Refusal[] = own ? [{ field: '', say: ({ secondReader }) => secondReader.refused.ownChallenge }] : read.accepted ? [] : read.refusals;
  if (own || !read.accepted) return refused(visit, opened, { reply: filled, errors });
  const fits = await putRating(visit, opened, open, read.value.kept);
  if (fits) return refused(visit, opened, { reply: filled, errors: [fits] });
  await addReply(tx, { orgId: organisation.id, id: newId(), assessmentId: record.id, challengeId: open.id, ...read.value });
  return redirect(paths.challenge(org, year, benchmark.code), 'challengeAnswered');
}

/** Makes the self-rating what the answer says of it. @returns why it cannot be, or nothing. */
async function putRating({ tx, organisation, newId }: MemberVisit, { record, edition, benchmark }: OpenedBenchmark, open: Challenge, kept: boolean): Promise<Refusal | undefined> {
  const rating = record.ratings.get(benchmark.code);
  const changed = rating !== undefined && ratingLevel(rating) !== open.selfLevelCode;
  if (kept) return changed ? { field: 'kept', say: ({ secondReader }) => secondReader.refused.keptIsChanged } : undefined;
  if (changed) return undefined;
  if (!rating || open.levelCode === null) return { field: 'kept', say: ({ secondReader }) => secondReader.refused.changeFirst };
  const { version, narrative } = rating;
  const key = { orgId: organisation.id, id: newId(), assessmentId: record.id, editionId: edition.id, benchmarkCode: benchmark.code };
  const save = await saveRating(tx, { ...key, version, narrative, verdict: { is: 'level', levelCode: open.levelCode } });
  return save.is === 'saved' ? undefined : { field: '', say: ({ secondReader }) => secondReader.moved.sentence };
}

export function challengesIn({ record, benchmark }: OpenedBenchmark): readonly Challenge[] {
  return record.challenges.filter(({ benchmarkCode }) => benchmarkCode === benchmark.code);
}

async function allowed({ tx, organisation, permit }: MemberVisit, opened: OpenedBenchmark) {
  const writers = (await writersOf(tx, organisation.id, opened.record.id)).filter(({ benchmarkCode }) => benchmarkCode === opened.benchmark.code).map(({ personId }) => personId);
  return mayChallenge({ rated: opened.record.ratings.has(opened.benchmark.code), challenges: challengesIn(opened), writers, personId: permit.personId });
}

async function challengeBody(visit: MemberVisit, opened: OpenedBenchmark, { challenge, reply, errors }: Sent) {
  const { words, seal, permit } = visit;
  const challenges = challengesIn(opened);
  const open = challenges.find(isOpen);
  const submitted = opened.record.submitted !== undefined;
  const may = await allowed(visit, opened);
  const mayWrite = !submitted && holds(permit, ...access.challenge.own);
  const mayReply = !submitted && open !== undefined && open.personId !== permit.personId && holds(permit, ...access.reply.own);
  return (
    <ChallengePage words={words} opened={opened} challenges={challenges} errors={errors} seal={seal}
      form={mayWrite && may.accepted ? challenge ?? { rating: '', reason: '' } : undefined}
      whyNot={mayWrite && !open && !may.accepted ? may.refusals.map(({ say }) => say(words)) : []}
      reply={mayReply ? { open, filled: reply ?? { kept: '', reply: '' } } : undefined} />
  );
}

async function refused(visit: MemberVisit, opened: OpenedBenchmark, sent: Sent): Promise<Answer> {
  return refusedPage(titleOf(visit, opened), await challengeBody(visit, opened, sent), sent.errors, { breadcrumbs: breadcrumbsOf(visit, opened) });
}

function titleOf({ words }: MemberVisit, { benchmark, year }: OpenedBenchmark): string {
  return words.secondReader.challenge.title(benchmark.title.en, year);
}
