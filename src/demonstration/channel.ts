import { addAgreement, addMeeting, addOffice, addSeat, addStatement, saveAttendance, savePanel, saveReviews } from '../capabilities/channel/index.ts';
import { addChannelGrant } from '../capabilities/organisations/index.ts';
import { newId, type Id } from '../kernel/id.ts';
import { en } from '../words/index.ts';
import type { Example } from './example.ts';
import { asOwn, found, type Loading } from './loading.ts';

/** How panels are run, whom they are shared with, and whose the others are. */
export async function loadChannel(loading: Loading, { channel_panels, channel_elsewhere }: Example): Promise<void> {
  for (const panel of channel_panels) await loadPanel(loading, panel);
  for (const { organisation, by, reason = null, lead_body: leadBody = null } of channel_elsewhere) {
    const key = keyOf(loading, organisation);
    await asOwn(loading, by, (tx) => savePanel(tx, { ...key, version: 0 }, { runHere: false, reason, leadBody }));
  }
}

async function loadPanel(loading: Loading, { organisation, by, offices, seats, meetings, agreements, statements, reviews, shared_with }: Example['channel_panels'][number]): Promise<void> {
  const key = () => keyOf(loading, organisation);
  await asOwn(loading, by, (tx) => savePanel(tx, { ...key(), version: 0 }, { runHere: true }));
  for (const { office, role, appointed, trained = null, training_due: due = null } of offices) {
    await asOwn(loading, by, (tx) => addOffice(tx, key(), { office, role, appointedOn: appointed, trainedOn: trained, trainingDueOn: due }));
  }
  const ids = new Map<string, Id>();
  await asOwn(loading, by, async (tx) => {
    for (const [name, seat] of Object.entries(seats)) {
      const at = key();
      ids.set(name, at.id);
      await addSeat(tx, at, seat);
    }
    for (const { on, held, others } of meetings) {
      const at = key();
      await addMeeting(tx, at, on);
      const presences = new Map([...ids].map(([name, id]) => [id, others[name] ?? 'present'] as const));
      if (held !== undefined) await saveAttendance(tx, { ...at, version: 1 }, { held, presences: held ? presences : new Map() }, newId);
    }
    for (const { agreed, expires } of agreements) await addAgreement(tx, key(), { agreedOn: agreed, expiresOn: expires });
    for (const { edition, year, signed } of statements) await addStatement(tx, key(), { editionLabel: edition, year, signedOn: signed });
    for (const { quarter, due, on_time: onTime } of reviews) await saveReviews(tx, key(), { quarter, due, onTime });
    for (const name of shared_with) {
      await addChannelGrant(tx, { ...key(), granteeId: keyOf(loading, name).orgId, reason: en.channel.shares.grantReason, fromDay: loading.firstDay });
    }
  });
}

function keyOf({ organisations }: Loading, name: string) {
  return { orgId: found(organisations.get(name), name).id, id: newId() };
}
