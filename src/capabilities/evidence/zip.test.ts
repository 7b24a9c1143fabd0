import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { readZipDirectory, tailBytes } from './zip.ts';

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}(\/[a-z]{1,12})?\.xml$/), { minLength: 1, maxLength: 20 });

test('the directory lists what an archive holds, whatever it holds', () => {
  fc.assert(fc.property(names, fc.uint8Array({ maxLength: 500 }), (list, content) => {
    const archive = Buffer.from(zipSync(Object.fromEntries(list.map((name) => [name, content]))));
    const directory = readZipDirectory(archive, archive.length);
    assert.deepEqual(directory, { is: 'directory', entries: list.map((name) => ({ name, locked: false, declaredBytes: content.length })) });
  }));
});

test('a long archive is read from its end alone', () => {
  const archive = Buffer.from(zipSync({ 'a.bin': [new Uint8Array(3_000_000).map((_, index) => index % 251), { level: 0 }] }));
  const directory = readZipDirectory(archive.subarray(archive.length - tailBytes), archive.length);
  assert.ok(directory.is === 'directory' && directory.entries[0]?.name === 'a.bin');
});

test('no bytes make the reader throw or read beyond them', () => {
  const archive = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(40), 'b.xml': new Uint8Array(3) }));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => { readZipDirectory(Buffer.from(bytes), bytes.length); }), { numRuns: 500 });
  fc.assert(fc.property(fc.nat({ max: archive.length - 1 }), fc.nat({ max: 255 }), fc.nat({ max: archive.length }), (at, value, length) => {
    const mutant = Buffer.from(archive);
    mutant[at] = value;
    readZipDirectory(mutant, mutant.length);
    assert.notEqual(readZipDirectory(mutant.subarray(0, length), archive.length + 5).is, 'directory');
  }), { numRuns: 2000 });
});
