import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { faultsOfDraw, framedOf, type DrawFault } from './frame.ts';
import { drawOf, exercisesOf, seatsOf } from './store.ts';

export type DrawnAgain = { readonly id: Id; readonly sample: number; readonly population: number; readonly faults: readonly DrawFault[] };

/** Every draw of a body, drawn again from its record. */
export async function drawsAgain(tx: Transaction, orgId: Id): Promise<DrawnAgain[]> {
  const again: DrawnAgain[] = [];
  for (const exercise of await exercisesOf(tx, orgId)) {
    const { id, sampleSize: sample, population, frame, frameSha256 } = exercise;
    const draw = await drawOf(tx, { orgId, id });
    if (!draw || frame === null || frameSha256 === null) continue;
    again.push({ id, sample, population, faults: faultsOfDraw(framedOf({ exercise, seats: await seatsOf(tx, { orgId, id }) }), { frame, frameSha256 }, draw) });
  }
  return again;
}
