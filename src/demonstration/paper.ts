import { addRelease, releaseOf } from '../capabilities/publishing/index.ts';
import { addExemption, areas, readRecord, savePaperText, toldTo } from '../capabilities/reports/index.ts';
import { newId } from '../kernel/id.ts';
import type { OpenedExample } from './assessments.ts';
import type { ExamplePaper } from './example.ts';
import { asOwn, type Loading } from './loading.ts';

/** What a body wrote for its paper of a year, and which parts of it are exempt. */
export async function loadPaper(loading: Loading, { organisation, assessmentId }: OpenedExample, by: string, { texts, exempt }: ExamplePaper): Promise<void> {
  await asOwn(loading, by, async (tx) => {
    const to = () => ({ orgId: organisation.id, id: newId(), assessmentId });
    for (const area of areas) {
      const written = texts[area];
      if (written) await savePaperText(tx, { ...to(), version: 0 }, { area, ...written });
    }
    for (const { part, paragraph, reason, open_to_members, until } of exempt) {
      await addExemption(tx, to(), { part, paragraph, reason, openToMembers: open_to_members, until: until ?? null });
    }
  });
}

/** Releases the year to everybody, by the product's own rule. */
export async function releaseExample(loading: Loading, { organisation, assessmentId, year }: OpenedExample, by: string): Promise<void> {
  await asOwn(loading, by, async (tx) => {
    const record = await readRecord({ tx, organisation, scope: 'own', today: loading.today }, year);
    const told = record?.accepted ? toldTo('public', record.value) : undefined;
    if (!told?.accepted) throw new Error(`the example of ${organisation.name} cannot be released`);
    await addRelease(tx, { orgId: organisation.id, id: newId(), assessmentId, year }, releaseOf(told.value, loading.today));
  });
}
