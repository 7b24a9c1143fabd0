import { redirect, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { draw, drawMethod, seedOf } from './draw.ts';
import { itemPage } from './item.tsx';
import { stopped, unlessRefused, withExercise, withSeat, type Opened } from './opened.tsx';
import { paths } from './paths.ts';
import { refusal, seats as seatNames, throwsFrom } from './rules.ts';
import { addThrows, sealedThrows, takeSeat } from './review-store.ts';
import { addDraw } from './store.ts';

/** Somebody of a seat's body takes it; nobody who also works for the body whose panel is sampled. */
export function take(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async ({ key, exercise, seats }) => {
    const { tx, form, permit, visitor, organisation } = visit;
    const wanted = seatNames.find((one) => one === valueOf(form, 'seat'));
    const seat = seats.find((one) => one.seat === wanted && one.bodyId === permit.orgId && one.personId === null);
    if (!seat || exercise.state !== 'frozen' || visitor.memberships.some(({ organisation: { id } }) => id === exercise.panelId)) return stopped(visit, key, 'seatTaken');
    return unlessRefused(visit, key, 'seatTaken', async () => (await takeSeat(tx, key, seat.seat, permit.personId) ? redirect(paths.item(organisation.shortName, key.id), 'saved') : stopped(visit, key, 'seatTaken')));
  });
}

/** A body's throws; the second ones close the seed, and the sample is drawn. */
export function enterThrows(visit: MemberVisit): Promise<Answer> {
  return withSeat(visit, async (opened) => {
    const { tx, form, organisation, permit } = visit;
    const { key, mine } = opened;
    const written = valueOf(form, 'throws');
    const thrown = throwsFrom(written);
    if (!thrown.accepted) return itemPage(visit, opened, { throws: written }, thrown.refusals);
    return unlessRefused(visit, key, 'notYours', async () => {
      if (!(await addThrows(tx, key, { seat: mine.seat, thrownBy: permit.personId, throws: thrown.value }))) return itemPage(visit, opened, { throws: '' }, [refusal('throws', 'thrown')]);
      await drawIfSealed(visit, opened);
      return redirect(paths.item(organisation.shortName, key.id), 'saved');
    });
  });
}

async function drawIfSealed({ tx, today, newId }: MemberVisit, { key, exercise: { frameSha256, population, sampleSize } }: Opened): Promise<void> {
  const both = await sealedThrows(tx, key);
  if (!both || !frameSha256) return;
  const lot = { frameSha256: frameSha256.toString('hex'), throws: [both.chair, both.police] as const, population, sample: sampleSize };
  await addDraw(tx, key, newId(), { method: drawMethod, chairThrows: both.chair, policeThrows: both.police, seed: seedOf(lot), positions: draw(lot), drawnOn: today });
}
