import { readFileSync } from 'node:fs';
import { keepLookFile, logoFrom, plainFrom, saveLook } from '../capabilities/look/index.ts';
import { newId } from '../kernel/id.ts';
import type { Example } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** How a body's outputs look, by the product's own rules. */
export async function loadLook(loading: Loading, { organisation, by, shown_as, colour, logo, alternative }: Example['looks'][number]): Promise<void> {
  const { id: orgId } = found(loading.organisations.get(organisation), organisation);
  const plain = plainFrom({ shown_as, colour });
  const drawn = await logoFrom(readFileSync(new URL(logo, loading.folder)), alternative);
  if (!plain.accepted || !drawn.accepted) throw new Error(`the look of ${organisation} is faulty`);
  await asOwn(loading, by, async (tx) => {
    const logoSha256 = await keepLookFile(tx, orgId, drawn.value.content);
    await saveLook(tx, { orgId, id: newId(), version: 0 }, { ...plain.value, logoSha256, logoAlternative: drawn.value.alternative });
  });
}
