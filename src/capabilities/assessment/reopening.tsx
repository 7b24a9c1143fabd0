import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { access } from './access.ts';
import { movedPage } from './held.tsx';
import { breadcrumbsOf, type AssessmentOptions, type Opened } from './opened.tsx';
import { ReopeningPage, type ReopeningState } from './pages/reopening.tsx';
import { paths } from './paths.ts';
import { askToReopen, confirmReopening, reopeningsOf, withdrawReopening, type Reopening } from './reopening-store.ts';
import { readReopening } from './rules-second.ts';
import { submissionOf } from './store.ts';

/** Where a re-opening stands, and the form that is next for this person. */
export async function showReopening(visit: MemberVisit, opened: Opened, options: AssessmentOptions): Promise<Answer> {
  return page(titleOf(visit, opened), await reopeningBody(visit, opened, options), { breadcrumbs: breadcrumbsOf(visit, opened) });
}

export async function askReopening(visit: MemberVisit, opened: Opened, options: AssessmentOptions): Promise<Answer> {
  const { tx, form, organisation, newId } = visit;
  const written = valueOf(form, 'reason');
  const read = readReopening({ reason: written });
  if (!read.accepted) return refused(visit, opened, options, written, read.refusals);
  const submission = await submissionOf(tx, organisation.id, opened.record.id);
  if (!submission || await findingsArePublished(visit, opened, options)) return movedPage(visit, opened);
  const asked = await askToReopen(tx, { orgId: organisation.id, id: newId(), assessmentId: opened.record.id, submissionId: submission.id, reason: read.value });
  return asked ? redirect(paths.reopening(opened.org, opened.year), 'reopeningAsked') : movedPage(visit, opened);
}

/** The second person's word: never that of the one who asked. */
export async function confirmTheReopening(visit: MemberVisit, opened: Opened, options: AssessmentOptions): Promise<Answer> {
  const { tx, organisation, permit, now } = visit;
  const pending = await pendingOf(visit, opened);
  if (!pending) return movedPage(visit, opened);
  if (pending.askedBy === permit.personId) return refused(visit, opened, options, '', [{ field: '', say: ({ secondReader }) => secondReader.reopening.needsOther }]);
  const done = await confirmReopening(tx, organisation.id, pending.id, pending.version, now);
  return done ? redirect(paths.year(opened.org, opened.year), 'reopened') : movedPage(visit, opened);
}

export async function withdrawTheReopening(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { tx, organisation } = visit;
  const pending = await pendingOf(visit, opened);
  const gone = pending !== undefined && await withdrawReopening(tx, organisation.id, pending.id, pending.version);
  return gone ? redirect(paths.reopening(opened.org, opened.year), 'withdrawn') : movedPage(visit, opened);
}

async function pendingOf({ tx, organisation }: MemberVisit, { record }: Opened): Promise<Reopening | undefined> {
  return (await reopeningsOf(tx, organisation.id, record.id)).find(({ confirmedAt }) => confirmedAt === null);
}

/** Published findings rest on what was submitted. They have an outcome for every benchmark. */
async function findingsArePublished({ tx, organisation }: MemberVisit, { record }: Opened, { outcomesOf }: AssessmentOptions): Promise<boolean> {
  return (await outcomesOf(tx, organisation.id, record.id)).some(({ published }) => published);
}

/** What can be done about a year's submission now. */
export async function reopeningState(visit: MemberVisit, opened: Opened, options: AssessmentOptions, all: readonly Reopening[]): Promise<ReopeningState> {
  if (opened.record.submissions === 0) return { is: 'not submitted' };
  if (!opened.record.submitted) return { is: 'open' };
  if (await findingsArePublished(visit, opened, options)) return { is: 'published' };
  const pending = all.find(({ confirmedAt }) => confirmedAt === null);
  return pending ? { is: 'pending', asked: pending, own: pending.askedBy === visit.permit.personId } : { is: 'submitted' };
}

async function reopeningBody(visit: MemberVisit, opened: Opened, options: AssessmentOptions, reason = '', errors: readonly Refusal[] = []) {
  const { tx, words, seal, organisation, permit } = visit;
  const all = await reopeningsOf(tx, organisation.id, opened.record.id);
  const state = await reopeningState(visit, opened, options, all);
  return (
    <ReopeningPage words={words} opened={opened} state={state} done={all.filter(({ confirmedAt }) => confirmedAt !== null)} reason={reason} errors={errors}
      seal={holds(permit, ...access.reopen.own) ? seal : undefined} />
  );
}

async function refused(visit: MemberVisit, opened: Opened, options: AssessmentOptions, reason: string, errors: readonly Refusal[]): Promise<Answer> {
  return refusedPage(titleOf(visit, opened), await reopeningBody(visit, opened, options, reason, errors), errors, { breadcrumbs: breadcrumbsOf(visit, opened) });
}

function titleOf({ words, organisation }: MemberVisit, { year }: Opened): string {
  return words.secondReader.reopening.title(organisation.name, year);
}
