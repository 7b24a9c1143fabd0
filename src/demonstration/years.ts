import { readFileSync } from 'node:fs';
import { accountOf } from '../capabilities/accounts/index.ts';
import { addDraft, editionNamed, nameKeeper, parseAnyEdition } from '../capabilities/frameworks/index.ts';
import { addCounts, addDocument } from '../capabilities/years/index.ts';
import { newId } from '../kernel/id.ts';
import type { Database } from '../platform/database.ts';
import type { Example } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** Years before of which only numbers are known, and the papers, plans and letters of a year. */
export async function loadYears(loading: Loading, { past_years, documents }: Example): Promise<void> {
  for (const { organisation, by, year, edition, source, counts } of past_years) {
    const { id: orgId } = found(loading.organisations.get(organisation), organisation);
    await asOwn(loading, by, async (tx) => {
      const { id: editionId } = found(await editionNamed(tx, edition), edition);
      await addCounts(tx, { orgId, id: newId(), editionId, year, source, counts: Object.entries(counts).map(([levelCode, benchmarks]) => ({ levelCode, benchmarks })) });
    });
  }
  for (const { organisation, by, year, kind, source, evidence } of documents) {
    const { id: orgId } = found(loading.organisations.get(organisation), organisation);
    const { id: evidenceId } = found(loading.evidence.get(evidence), evidence);
    await asOwn(loading, by, (tx) => addDocument(tx, { orgId, id: newId(), year, kind, source, evidenceId }));
  }
}

/** Who may load and publish editions here, and what one of them has loaded. */
export async function loadEditionDrafts({ database, folder }: Loading, owner: Database, { keepers, edition_drafts }: Example): Promise<void> {
  await owner.transaction(async (tx) => {
    for (const email of keepers) await nameKeeper(tx, email);
  });
  for (const { file, by } of edition_drafts) {
    const fileText = readFileSync(new URL(file, folder), 'utf8');
    const edition = parseAnyEdition(fileText);
    if (!edition.accepted) throw new Error(`the edition ${file} is faulty`);
    await database.within({ is: 'accounts' }, async (tx) => addDraft(tx, { edition: edition.value, fileText, loadedBy: await accountOf(tx, by) }));
  }
}
