import { addAgreement, addMeeting, addOffice, addSeat, openStatement, saveAttendance, saveControl, savePanel, saveReviews, signOffStatement, signStatement } from '../capabilities/channel/index.ts';
import { statementEditionNamed } from '../capabilities/frameworks/index.ts';
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
    for (const { quarter, due, on_time: onTime } of reviews) await saveReviews(tx, key(), { quarter, due, onTime });
    for (const name of shared_with) {
      await addChannelGrant(tx, { ...key(), granteeId: keyOf(loading, name).orgId, reason: en.channel.shares.grantReason, fromDay: loading.firstDay });
    }
  });
  for (const statement of statements) await loadStatement(loading, key(), by, statement);
}

/** A year's statement, as far as it has come: signed, and signed off by somebody else, or open. */
async function loadStatement(loading: Loading, key: ReturnType<typeof keyOf>, by: string, { edition, year, due, areas, signed }: Example['channel_panels'][number]['statements'][number]): Promise<void> {
  await asOwn(loading, by, async (tx) => {
    const { id: editionId } = found(await statementEditionNamed(tx, edition), edition);
    await openStatement(tx, key, { editionId, year, dueOn: due ?? null });
    for (const [areaCode, { extent, reason, looked_at: options }] of Object.entries(areas)) {
      await saveControl(tx, { orgId: key.orgId, id: newId(), version: 0 }, { statementId: key.id, editionId, areaCode }, { extentCode: extent, reason, options });
    }
    if (signed) await signStatement(tx, { ...key, version: 1 }, { signedOn: signed.on, signedRole: signed.role });
  });
  if (signed) await asOwn(loading, signed.signed_off_by, (tx) => signOffStatement(tx, { ...key, version: 2 }));
}

function keyOf({ organisations }: Loading, name: string) {
  return { orgId: found(organisations.get(name), name).id, id: newId() };
}
