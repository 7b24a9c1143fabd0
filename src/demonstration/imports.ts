import { keepImport } from '../capabilities/imports/index.ts';
import { newId } from '../kernel/id.ts';
import type { Example } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** Files that somebody has had read and not yet brought in. */
export async function loadWaiting(loading: Loading, { waiting }: Pick<Example, 'waiting'>): Promise<void> {
  for (const { by, kind, quarter, file, headings, rows } of waiting) {
    const { orgId, personId } = found(loading.people.get(by), by);
    const sheet = { sheet: '', headings, rows: rows.map((cells, at) => ({ number: at + 2, cells })) };
    await asOwn(loading, by, (tx) => keepImport(tx, { orgId, id: newId(), personId, kind, quarter: quarter ?? null, fileName: file, sheet }));
  }
}
