import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { openFileStore } from '../../platform/files.ts';
import { en } from '../../words/index.ts';
import type { Unfit } from '../../words/evidence.ts';
import { keptAs } from './content.ts';
import { sampleOf } from './sample.ts';
import { docx, jpeg, odt, office, pdf, png } from './test-files.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'dueregard-content-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const files = openFileStore(folder, 10_000_000);

/** The media type that a file is kept as, or the sentence against it. */
async function kept(name: string, content: Uint8Array | string): Promise<string> {
  const received = await files.receive(Readable.from([Buffer.from(content)]), name);
  const outcome = keptAs(name, await sampleOf(received), 'file');
  return outcome.accepted ? outcome.value.mediaType : outcome.refusals.map(({ say }) => say(en)).join(' ');
}

test('what is what its name says is kept as that', async () => {
  const good: [string, Uint8Array | string, string][] = [
    ['plan.pdf', pdf(), 'application/pdf'], ['Photo.PNG', png(), 'image/png'], ['photo.jpeg', jpeg(), 'image/jpeg'], ['photo.jpg', jpeg(), 'image/jpeg'],
    ['plan.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['log.xlsx', office('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['deck.pptx', office('ppt/presentation.xml'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['plan.odt', odt('text'), 'application/vnd.oasis.opendocument.text'],
    ['log.ods', odt('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['deck.odp', odt('presentation'), 'application/vnd.oasis.opendocument.presentation'],
    ['notes.txt', 'Minutes, agreed – naïve café\r\n', 'text/plain'], ['notes.txt', Buffer.from('caf\xe9 \x96 minutes', 'latin1'), 'text/plain'],
    ['log.csv', '\uFEFFrisk,score\nA,1\n', 'text/csv'], ['notes.md', '# Notes\n<!-- a comment -->\n', 'text/markdown'],
    ['long.txt', `${'é'.repeat(60_000)}`, 'text/plain'],
  ];
  for (const [name, content, mediaType] of good) assert.equal(await kept(name, content), mediaType, name);
});

test('what is not what its name says is refused with what it seems to be and what to do', async () => {
  const wrong: [string, Uint8Array | string, string][] = [
    ['plan.docx', pdf(), en.evidence.notWhatItSays('plan.docx', 'docx', 'pdf', '.pdf')],
    ['plan.pdf', docx(), en.evidence.notWhatItSays('plan.pdf', 'pdf', 'docx', '.docx')],
    ['log.xlsx', docx(), en.evidence.notWhatItSays('log.xlsx', 'xlsx', 'docx', '.docx')],
    ['plan.pdf', 'just words', en.evidence.notWhatItSays('plan.pdf', 'pdf', 'txt', '.txt')],
    ['photo.jpg', png(), en.evidence.notWhatItSays('photo.jpg', 'jpeg', 'png', '.png')],
    ['notes.txt', pdf(), en.evidence.notWhatItSays('notes.txt', 'txt', 'pdf', '.pdf')],
    ['plan.rtf', 'just words', en.evidence.unknownEnding('plan.rtf')],
    ['plan', pdf(), en.evidence.unknownEnding('plan')],
  ];
  for (const [name, content, sentence] of wrong) assert.equal(await kept(name, content), sentence, name);
});

test('what may harm, or cannot be read, is refused whatever its name', async () => {
  const macros = office('word/document.xml', { 'word/vbaProject.bin': strToU8('x') });
  const unfit: [string, Uint8Array | string, Unfit][] = [
    ['a.txt', '', 'empty'], ['plan.pdf', '', 'empty'],
    ['setup.exe', Buffer.from('4d5a900003000000', 'hex'), 'program'], ['plan.pdf', Buffer.from('4d5a900003000000', 'hex'), 'program'],
    ['run', Buffer.from('7f454c460201010000', 'hex'), 'program'], ['notes.txt', '#!/bin/sh\nrm -rf /\n', 'program'], ['a.class', Buffer.from('cafebabe00000034', 'hex'), 'program'],
    ['page.html', '<!DOCTYPE html><script>alert(1)</script>', 'webPage'], ['notes.txt', ' \n<html><body>', 'webPage'], ['notes.md', '<!-- x --><script>1</script>', 'webPage'],
    ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'webPage'], ['photo.png', '<?xml version="1.0"?><svg/>', 'webPage'],
    ['plan.docx', macros, 'macros'], ['plan.docm', macros, 'macros'], ['log.xlsx', office('xl/workbook.xml', { 'xl/macrosheets/sheet1.xml': strToU8('x') }), 'macros'],
    ['plan.docx', office('word/document.xml', { 'word/activeX/activeX1.bin': strToU8('x') }), 'macros'], ['plan.odt', odt('text', { 'Basic/Standard/Module1.xml': strToU8('x') }), 'macros'],
    ['plan.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'oldOffice'], ['locked.docx', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'oldOffice'],
    ['locked.pdf', pdf('trailer << /Encrypt 5 0 R >>'), 'locked'], ['locked.odt', odt('text', { 'encrypted-package': strToU8('x') }), 'locked'],
    ['all.zip', zipSync({ 'a.txt': strToU8('a') }), 'archive'], ['plan.docx', zipSync({ 'a.txt': strToU8('a') }), 'archive'],
    ['slip.docx', office('word/document.xml', { '../../up.txt': strToU8('x') }), 'damaged'], ['cut.docx', docx().subarray(0, 300), 'damaged'],
    ['cut.pdf', '%PDF-1.7\n1 0 obj', 'damaged'], ['cut.png', png().subarray(0, 20), 'damaged'], ['data.txt', Buffer.from([1, 2, 3, 0, 255]), 'unknown'],
    ['utf16.csv', Buffer.from('\uFEFFrisk,score', 'utf16le'), 'unknown'],
  ];
  for (const [name, content, reason] of unfit) assert.equal(await kept(name, content), en.evidence.unfit(name, reason), `${name} (${reason})`);
});

test('an archive that would unpack to too much is refused from its directory alone', async () => {
  const many: Zippable = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`word/part${index}.xml`, [new Uint8Array(), { level: 0 }]]));
  assert.equal(await kept('many.docx', office('word/document.xml', many)), en.evidence.unfit('many.docx', 'archiveTooLarge'));
  const bomb = Buffer.from(docx());
  const at = bomb.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bomb.writeUInt32LE(0xf0000000, at + 24);
  assert.equal(await kept('bomb.docx', bomb), en.evidence.unfit('bomb.docx', 'archiveTooLarge'));
});

test('a text that carries a marking above OFFICIAL-SENSITIVE is refused, at its head and at its end', async () => {
  for (const text of ['SECRET\nthreat picture', `${'a line\n'.repeat(20_000)}TOP SECRET\n`]) assert.equal(await kept('notes.txt', text), en.evidence.refused.secretText);
  assert.equal(await kept('notes.txt', 'The Official Secrets Act 1989'), 'text/plain');
});
