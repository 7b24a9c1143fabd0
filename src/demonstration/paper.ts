import { addRelease, releaseOf } from '../capabilities/publishing/index.ts';
import { lookFile } from '../capabilities/look/index.ts';
import { addExemption, areas, freezeTold, keepPack, makePack, readRecord, savePaperText, toldTo, type Told } from '../capabilities/reports/index.ts';
import { newId } from '../kernel/id.ts';
import type { Audience } from '../kernel/marking.ts';
import type { Transaction } from '../platform/database.ts';
import { version } from '../platform/version.ts';
import { en } from '../words/index.ts';
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

/** Issues a pack, by the product's own rule. */
export async function issueExample(loading: Loading, opened: OpenedExample, by: string, audience: Audience): Promise<void> {
  const { organisation, assessmentId, edition } = opened;
  await asOwn(loading, by, async (tx) => {
    const frozen = freezeTold({ told: await toldOf(tx, loading, opened, audience), dated: loading.today, demonstration: true });
    const pack = await makePack(frozen, { edition, lookFile: (sha256) => lookFile(tx, organisation.id, sha256) }, { words: en, version: version() });
    await keepPack(tx, loading.files, { orgId: organisation.id, id: newId(), assessmentId, editionId: edition.id, audience, productVersion: version(), frozen }, pack);
  });
}

/** Releases the year to everybody, by the product's own rule. */
export async function releaseExample(loading: Loading, opened: OpenedExample, by: string): Promise<void> {
  const { organisation, assessmentId, year } = opened;
  await asOwn(loading, by, async (tx) => {
    const told = await toldOf(tx, loading, opened, 'public');
    await addRelease(tx, { orgId: organisation.id, id: newId(), assessmentId, year }, releaseOf(told, loading.today));
  });
}

async function toldOf(tx: Transaction, { today }: Loading, { organisation, year }: OpenedExample, audience: Audience): Promise<Told> {
  const record = await readRecord({ tx, organisation, scope: 'own', today }, year);
  const told = record?.accepted ? toldTo(audience, record.value) : undefined;
  if (!told?.accepted) throw new Error(`nothing of the example of ${organisation.name} can be told`);
  return told.value;
}
