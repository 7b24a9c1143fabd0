import { addPartGrant } from '../capabilities/organisations/index.ts';
import { addComment, assign } from '../capabilities/together/index.ts';
import { newId } from '../kernel/id.ts';
import type { OpenedExample } from './assessments.ts';
import type { Example, ExampleAssessment } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** Who is to do what in an example's year, and what its people said. */
export async function loadTogether(loading: Loading, opened: OpenedExample, { by, assignments, comments }: ExampleAssessment): Promise<void> {
  const orgId = opened.organisation.id;
  await asOwn(loading, by, async (tx) => {
    for (const { code, to, due } of assignments) {
      await assign(tx, { ...partOf(opened, code), orgId, id: newId(), version: 0, personId: found(loading.people.get(to), to).personId, dueOn: due });
    }
  });
  for (const comment of comments) {
    await asOwn(loading, comment.by, (tx) => addComment(tx, { ...partOf(opened, comment.code), orgId, id: newId(), said: comment.said, marking: 'OFFICIAL' }));
  }
}

export async function loadPartner(loading: Loading, opened: OpenedExample, { to, code, by, reason, until }: Example['partners'][number]): Promise<void> {
  const grant = { ...partOf(opened, code), orgId: opened.organisation.id, id: newId(), granteeId: found(loading.organisations.get(to), to).id, mayWrite: true, reason, fromDay: loading.firstDay, toDay: until };
  await asOwn(loading, by, (tx) => addPartGrant(tx, grant));
}

function partOf({ assessmentId, edition }: OpenedExample, code: string) {
  const isBenchmark = edition.benchmarks.some((benchmark) => benchmark.code === code);
  return { assessmentId, editionId: edition.id, benchmarkCode: isBenchmark ? code : null, indicatorCode: isBenchmark ? null : code };
}
