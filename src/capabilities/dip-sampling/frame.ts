import { canonicalJson } from '../../kernel/canonical-json.ts';
import { bankSha256, questionsOf } from './bank.ts';
import { draw, drawMethod, seedOf, sha256Of } from './draw.ts';
import type { Seat } from './rules.ts';
import type { Exercise, SeatTaken } from './store.ts';

/** What a frame says, as the record holds it. */
export type Framed = {
  readonly id: string; readonly panel: string; readonly fromDay: string; readonly toDay: string; readonly population: number; readonly sampleSize: number;
  readonly listUsed: string; readonly listOrder: string; readonly custodianRole: string; readonly exclusions: string; readonly policeCount: number;
  readonly bank: string; readonly questionCodes: readonly string[]; readonly repeatsId: string | null; readonly repeatReason: string | null;
  readonly seats: readonly { readonly seat: Seat; readonly body: string; readonly role: string }[];
};

/** What the record says of the frame, for freezing it and for comparing it with what was frozen. */
export function framedOf({ exercise, seats }: { readonly exercise: Exercise; readonly seats: readonly SeatTaken[] }): Framed {
  return { ...exercise, panel: exercise.panelShortName, seats: seats.map(({ seat, shortName, role }) => ({ seat, body: shortName, role })) };
}

/** The frame as it is frozen: canonical JSON, whose hash the draw begins from. Bodies stand in it by their short names. */
export function frameOf(framed: Framed): string {
  const seat = (name: Seat) => framed.seats.find((one) => one.seat === name);
  const reviewer = (name: Seat) => ({ body: seat(name)?.body ?? '', role: seat(name)?.role ?? '' });
  return canonicalJson({
    draw: drawMethod, exercise: framed.id, panel: framed.panel, from: framed.fromDay, to: framed.toDay, population: framed.population, sample: framed.sampleSize,
    list: framed.listUsed, order: framed.listOrder, custodian: framed.custodianRole, exclusions: framed.exclusions, police_count: framed.policeCount,
    bank: framed.bank, bank_sha256: bankSha256(framed.bank) ?? '', questions: framed.questionCodes.map((code) => ({ code, text: questionsOf(framed.bank).find((one) => one.code === code)?.text ?? '' })),
    repeats: framed.repeatsId, repeat_reason: framed.repeatReason, chair: reviewer('chair'), police: reviewer('police'),
  });
}

export type Drawn = { readonly method: string; readonly chairThrows: string; readonly policeThrows: string; readonly seed: Buffer; readonly positions: readonly number[] };

/** What is not as it was when the positions were drawn. */
export type DrawFault = 'frame' | 'hash' | 'bank' | 'method' | 'seed' | 'positions';

/** Draws again from the record and compares everything that the draw came from. */
export function faultsOfDraw(framed: Framed, frozen: { readonly frame: string; readonly frameSha256: Buffer }, drawn: Drawn): DrawFault[] {
  const faults: DrawFault[] = [];
  const frameSha256 = sha256Of(frozen.frame);
  if (frameSha256 !== frozen.frameSha256.toString('hex')) faults.push('hash');
  if (bankIn(frozen.frame) !== bankSha256(framed.bank)) faults.push('bank');
  else if (frameOf(framed) !== frozen.frame) faults.push('frame');
  if (drawn.method !== drawMethod) return [...faults, 'method'];
  const lot = { frameSha256, throws: [drawn.chairThrows, drawn.policeThrows] as const, population: framed.population, sample: framed.sampleSize };
  if (!seedOf(lot).equals(drawn.seed)) faults.push('seed');
  if (lot.sample > lot.population || draw(lot).join() !== drawn.positions.join()) faults.push('positions');
  return faults;
}

function bankIn(frame: string): unknown {
  const parsed: unknown = JSON.parse(frame);
  return typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'bank_sha256') : undefined;
}
