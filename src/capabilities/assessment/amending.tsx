import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { access } from './access.ts';
import { addAmendment, amendmentsOf, confirmAmendment, withdrawAmendment, type Amendment } from './amendment-store.ts';
import { movedPage } from './held.tsx';
import { breadcrumbsOf, type Opened } from './opened.tsx';
import { AmendmentsPage, type AmendmentFields } from './pages/amendments.tsx';
import { paths } from './paths.ts';
import { readAmendment } from './rules-second.ts';
import { submissionOf } from './store.ts';

const empty: AmendmentFields = { benchmark: '', text: '', marking: 'OFFICIAL' };

/** What was put right beside the last submission, what waits for a second person, and the form for one more. */
export async function showAmendments(visit: MemberVisit, opened: Opened): Promise<Answer> {
  return page(titleOf(visit, opened), await amendmentsBody(visit, opened, empty, []), { breadcrumbs: breadcrumbsOf(visit, opened) });
}

export async function saveAmendment(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { tx, form, organisation, newId, now } = visit;
  const { org, year, record, edition } = opened;
  const filled = { benchmark: valueOf(form, 'benchmark'), text: valueOf(form, 'text'), marking: valueOf(form, 'marking') };
  const read = readAmendment(edition, filled);
  if (!read.accepted) return refused(visit, opened, filled, read.refusals);
  const submission = record.submitted && await submissionOf(tx, organisation.id, record.id);
  if (!submission) return movedPage(visit, opened);
  await addAmendment(tx, { orgId: organisation.id, id: newId(), assessmentId: record.id, editionId: edition.id, organisation: organisation.shortName, year, submission, now }, read.value);
  return redirect(paths.amendments(org, year), 'amendmentWritten');
}

/** The second person's word: never the writer's. */
export async function confirmTheAmendment(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { tx, organisation, permit, now } = visit;
  const pending = await pendingOf(visit, opened);
  if (!pending) return movedPage(visit, opened);
  if (pending.writtenBy === permit.personId) return refused(visit, opened, empty, [{ field: '', say: ({ secondReader }) => secondReader.refused.needsSecond }]);
  const done = await confirmAmendment(tx, organisation.id, pending.id, pending.version, now);
  return done ? redirect(paths.amendments(opened.org, opened.year), 'amendmentConfirmed') : movedPage(visit, opened);
}

export async function withdrawTheAmendment(visit: MemberVisit, opened: Opened): Promise<Answer> {
  const { tx, organisation } = visit;
  const pending = await pendingOf(visit, opened);
  const gone = pending !== undefined && await withdrawAmendment(tx, organisation.id, pending.id, pending.version);
  return gone ? redirect(paths.amendments(opened.org, opened.year), 'withdrawn') : movedPage(visit, opened);
}

/** The amendment of the address, while it waits. */
async function pendingOf(visit: MemberVisit, opened: Opened): Promise<Amendment | undefined> {
  const id = visit.params['id'] ?? '';
  return isId(id) ? (await lastAmendments(visit, opened)).find((one) => one.id === id && one.confirmedAt === null) : undefined;
}

/** What was written beside the last submission. */
export async function lastAmendments({ tx, organisation }: MemberVisit, { record }: Opened): Promise<Amendment[]> {
  const submission = await submissionOf(tx, organisation.id, record.id);
  return submission ? amendmentsOf(tx, organisation.id, submission.id) : [];
}

async function amendmentsBody(visit: MemberVisit, opened: Opened, filled: AmendmentFields, errors: readonly Refusal[]) {
  const { words, seal, permit } = visit;
  const stands = opened.record.submitted !== undefined;
  return (
    <AmendmentsPage words={words} opened={opened} amendments={await lastAmendments(visit, opened)} personId={permit.personId} filled={filled} errors={errors} stands={stands}
      seal={seal} mayWrite={stands && holds(permit, ...access.amend.own)} mayConfirm={stands && holds(permit, ...access.confirmAmendment.own)} />
  );
}

async function refused(visit: MemberVisit, opened: Opened, filled: AmendmentFields, errors: readonly Refusal[]): Promise<Answer> {
  return refusedPage(titleOf(visit, opened), await amendmentsBody(visit, opened, filled, errors), errors, { breadcrumbs: breadcrumbsOf(visit, opened) });
}

function titleOf({ words, organisation }: MemberVisit, { year }: Opened): string {
  return words.secondReader.amendment.title(organisation.name, year);
}
