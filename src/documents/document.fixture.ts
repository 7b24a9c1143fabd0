import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf } from '../kernel/year.ts';
import type { Block, Cell, Document } from './model.ts';
import { textOf } from './model.ts';
import { outcomeStrip } from './picture.ts';
import { tidy } from './tidy.ts';

const dated = dayOf('2026-06-30');
assert.ok(dated);

/** A small document with a block of every kind, of an invented county. */
export const plainDocument: Document = {
  title: 'Assurance of the duty', subtitle: 'Paper for the scrutiny committee', organisation: 'Blankshire County Council', year: '2025/26',
  language: 'en-GB', marking: 'OFFICIAL-SENSITIVE', audience: 'members', dated, product: 'DueRegard', brandColour: '#00524c',
  notice: 'Blankshire is an invented county. Nothing here is about a real body.',
  sections: [
    {
      title: 'The law', blocks: [
        { kind: 'quotation', heading: 'General duty', items: [{ label: '(1)', text: 'An authority must have due regard.' }, { label: '(2)', text: 'It must say how.' }], source: 'The Act, section 26' },
      ],
    },
    {
      title: 'Results', blocks: [
        { kind: 'paragraph', text: 'Three benchmarks were moderated.' },
        {
          kind: 'table', caption: 'Outcome of each benchmark',
          columns: [{ title: 'Benchmark', rowHeader: true }, { title: 'Indicators', align: 'end' }, { title: 'Outcome' }],
          rows: [['Partnership group', '12', { text: 'Exceeded', tone: 'best' }], ['Risk assessment', '9', { text: 'Met', tone: 'good' }], ['Training', '', { text: 'Not met', tone: 'bad' }]],
        },
        { kind: 'note', text: 'As the adviser recorded them.' },
      ],
    },
    {
      title: 'At a glance', blocks: [
        { ...outcomeStrip('Outcomes', [{ label: 'Partnership group', outcome: 'Exceeded', tone: 'best' }, { label: 'Training', outcome: 'Not met', tone: 'bad' }], 'en-GB'), caption: 'Two outcomes' },
      ],
    },
    {
      title: 'What to do', blocks: [
        { kind: 'list', ordered: true, items: [{ label: 'Training', text: 'Train the venue officers.' }, { text: 'Say when.' }] },
        { kind: 'list', ordered: false, items: [{ text: 'A bullet.' }] },
      ],
    },
  ],
};

const nastyWords = [
  '<b>&"\'</b>', '#eval("1+1")', '#read("/etc/passwd")', '*bold*', '_it_', '[', ']', '$x$', '\\', '@ref', '<label>', 'ŵŷŴŶ', '😀', '👩‍👩‍👧', 'a\u0007b', 'c\r\nd', '\ud800',
  '=1+1', '</style><script>alert(1)</script>', ']]>', '&amp;', '{{x}}', 'lang="en-US"', 'name="Title"', '{page}', '//', '/*', '`', '~', '--', '...', '1.', '+', '=',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2), 'مرحبا', '漢字', 'plain', 'words',
];
const anyText = (most: number) => fc.array(fc.oneof(fc.constantFrom(...nastyWords), fc.string({ unit: 'binary', maxLength: 12 })), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' ').slice(0, most - 1))
  .map((text) => (/[\p{L}\p{N}]/u.test(tidy(text)) ? text : `${text}x`));
const anyItem = fc.record({ text: anyText(300), label: anyText(60) }, { requiredKeys: ['text'] });
const anyCell: fc.Arbitrary<Cell> = fc.oneof(anyText(60), fc.constant(''), fc.record({ text: anyText(30), tone: fc.constantFrom('best', 'good', 'warning', 'bad', 'neutral') }));

const anyTable = fc.integer({ min: 1, max: 10 }).chain((width) => fc.record({
  kind: fc.constant('table'),
  caption: anyText(80),
  columns: fc.array(fc.record({ title: anyText(30), align: fc.constantFrom('start', 'end'), rowHeader: fc.boolean() }, { requiredKeys: ['title'] }), { minLength: width, maxLength: width }),
  rows: fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
}));
const anyPicture = fc.array(fc.record({ label: anyText(80), outcome: anyText(40), tone: fc.constantFrom('best', 'good', 'warning', 'bad', 'neutral') }), { minLength: 1, maxLength: 9 })
  .map((outcomes) => outcomeStrip('Strip', outcomes, 'en-GB'));

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph'), text: anyText(600) }),
  fc.record({ kind: fc.constant('note'), text: anyText(200) }),
  fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), items: fc.array(anyItem, { minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('quotation'), heading: anyText(80), items: fc.array(anyItem, { minLength: 1, maxLength: 3 }), source: anyText(80) }),
  anyTable,
  anyPicture,
);

/** Any document that has no faults: every kind of block, text that tries to be markup, words that fit nowhere. */
export const anyDocument: fc.Arbitrary<Document> = fc.record({
  title: anyText(190), subtitle: anyText(150), organisation: anyText(100), year: fc.constantFrom('2025/26', '2031/32'),
  language: fc.constantFrom('en-GB', 'cy-GB'), marking: fc.constantFrom('OFFICIAL', 'OFFICIAL-SENSITIVE'),
  audience: fc.constantFrom('public', 'members', 'restricted'), dated: fc.constant(dated), product: anyText(20),
  brandColour: fc.constantFrom('#00524c', '#ffdd00', '#ffffff', '#000000', '#7a7a7a'), notice: anyText(120), contents: fc.boolean(),
  sections: fc.array(fc.record({ title: anyText(120), blocks: fc.array(anyBlock, { minLength: 1, maxLength: 4 }) }), { minLength: 1, maxLength: 4 }),
}, { requiredKeys: ['title', 'subtitle', 'organisation', 'year', 'language', 'marking', 'audience', 'dated', 'product', 'brandColour', 'sections'] })
  .map((document) => ({ ...document, sections: document.sections.map((section, index) => ({ ...section, title: `${index + 1} ${section.title}` })) }));

/** Every text of a document that a reader must find in an output, cleaned as the writers clean it; pictures by their words. */
export function textsOf(document: Document): readonly string[] {
  const texts = [document.title, document.subtitle, document.notice ?? '', ...document.sections.flatMap((section) => [section.title, ...section.blocks.flatMap(textsOfBlock)])];
  return texts.map(tidy).filter((text) => text !== '');
}

/** A text without the spaces at which one writer or another breaks it. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u200b]+/gu, '');
}

/** Whether a text is there, in one piece or, where it goes on after the foot of a page, in pieces: one a letter at most, in a narrow cell of a high row. */
export function holds(written: string, text: string): boolean {
  if (written.includes(text)) return true;
  const letters = [...text];
  const cut = mostOf(letters.length, (count) => written.includes(letters.slice(0, count).join('')));
  return cut > 0 && holds(written, letters.slice(cut).join(''));
}

/** The greatest number up to a limit that fits, where whatever fits also fits with less; 0 always does. */
function mostOf(limit: number, fits: (count: number) => boolean): number {
  let [known, beyond] = [0, limit + 1];
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (fits(middle)) known = middle; else beyond = middle;
  }
  return known;
}

function textsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [block.text];
    case 'list':
      return block.items.flatMap((item) => [item.label ?? '', item.text]);
    case 'quotation':
      return [block.heading, block.source, ...block.items.flatMap((item) => [item.label ?? '', item.text])];
    case 'table':
      return [...block.columns.map((column) => column.title), ...block.rows.flat().map(textOf)];
    case 'picture':
      return [block.caption ?? ''];
  }
}
