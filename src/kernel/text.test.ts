import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { en } from '../words/index.ts';
import { refusedText, tidied } from './text.ts';

const sentences = (text: string, limit: number, whenEmpty?: string) => refusedText('field', text, limit, whenEmpty === undefined ? undefined : () => whenEmpty).map(({ say }) => say(en));

test('a text is kept with one kind of line end and nothing around it', () => {
  assert.equal(tidied(' \r\na\r\nb\rc\n\t '), 'a\nb\nc');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidied(tidied(text)) === tidied(text)));
});

test('what cannot be kept says why: empty where something is needed, signs that nothing holds, and too long by how much', () => {
  assert.deepEqual(sentences('', 5), []);
  assert.deepEqual(sentences('', 5, 'Write it'), ['Write it']);
  for (const text of ['a\0b', '\u0007', '\ud800']) assert.deepEqual(sentences(text, 5), [en.platform.text.strangeCharacters]);
  assert.deepEqual(sentences('a\tb\nc', 5), []);
  assert.deepEqual(sentences('😀😀😀😀😀', 5), [], 'as the database counts');
  assert.deepEqual(sentences('1234567', 5), [en.platform.text.tooLong(5, 2)]);
});
