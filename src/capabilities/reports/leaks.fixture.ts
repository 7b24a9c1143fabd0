import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { audiences } from '../../kernel/marking.ts';
import { furnitureOf, rawTextOf } from '../../documents/marking.fixture.ts';
import { en } from '../../words/index.ts';
import { dataOf } from './data.ts';
import { deckOf } from './deck.ts';
import { freezeTold } from './frozen-told.ts';
import { makePack } from './pack.ts';
import { paperOf } from './paper.ts';
import { anyRecord, edition, settings, withCanaries } from './report.fixture.ts';
import { toldTo, type Told } from './rules.ts';
import { reportFormats, writeReport } from './writing.ts';

const anyPublished = anyRecord.map((record) => ({ ...record, findings: { ...record.findings, published: true } }));
const anyTold: fc.Arbitrary<Told> = fc.tuple(anyRecord, fc.constantFrom(...audiences)).map(([record, audience]) => {
  const outcome = toldTo(audience, record);
  return outcome.accepted ? outcome.value : undefined;
}).filter((told) => told !== undefined);

/** Random packs for the public of records with a canary in each field that is not for it: none is in any part of any file. @returns how many files */
export async function packsWithoutCanaries(packs: number): Promise<number> {
  let files = 0;
  await fc.assert(fc.asyncProperty(anyPublished, async (record) => {
    const outcome = toldTo('public', withCanaries(record));
    assert.ok(outcome.accepted);
    const frozen = freezeTold({ told: outcome.value, dated: settings.dated, demonstration: false });
    assert.doesNotMatch(frozen, /canary/);
    const { bytes } = await makePack(frozen, { edition, lookFile: async () => assert.fail('no look has files') }, { words: en, version: 'test' });
    const held = Object.entries(unzipSync(bytes));
    assert.equal(held.length, reportFormats.length + 2);
    for (const [name, part] of held) assert.doesNotMatch(rawTextOf(part), /canary/, name);
    files += held.length;
  }), { numRuns: packs, endOnFailure: true });
  return files;
}

/** Random mixes of marked records, as slides, paper and data: each is marked as the highest of what it holds. @returns how many were sensitive */
export function mixesMarked(mixes: number): number {
  let sensitive = 0;
  fc.assert(fc.property(anyTold, (told) => {
    const [deck, paper, data] = [deckOf(told, settings), paperOf(told, settings), dataOf(told, settings)];
    const holds = /(?:strength|recommendation|evidence|amendment|letter|text|risk|objective|overdue|repeat|office)(?:-[a-z_\d]+)?-OFFICIAL-SENSITIVE/.test(JSON.stringify([deck, paper]) + data);
    assert.equal(told.marking, holds ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL');
    assert.deepEqual([deck.marking, paper.marking, JSON.parse(data).marking], [told.marking, told.marking, told.marking]);
    if (holds) sensitive += 1;
  }), { numRuns: mixes, endOnFailure: true });
  return sensitive;
}

/** Random mixes in every format: each page, slide, sheet and line says the marking of the whole. @returns how many places said it */
export async function mixesMarkedInFiles(mixes: number): Promise<number> {
  let places = 0;
  await fc.assert(fc.asyncProperty(anyTold, async (told) => {
    await Promise.all(reportFormats.map(async (format) => {
      const furniture = furnitureOf(format, (await writeReport(told, format, settings)).bytes);
      assert.ok(furniture.length > 0, format);
      for (const place of furniture) assert.ok(place.includes(told.marking), `${format}: ${told.marking} is not in ${place}`);
      places += furniture.length;
    }));
  }), { numRuns: mixes, endOnFailure: true });
  return places;
}
