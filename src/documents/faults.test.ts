import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDocument, plainDocument } from './document.fixture.ts';
import type { Problem } from './faults.ts';
import { faultsOf, refuseFaults } from './faults.ts';
import type { Block, Document } from './model.ts';

const table = { kind: 'table', caption: 'c', columns: [{ title: 'a' }, { title: 'b' }], rows: [['1', '2']] } as const;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect/></svg>';

test('every fault is named with its place', () => {
  const long = 'x'.repeat(201);
  const documents: [Partial<Document>, Problem][] = [
    [{ title: ' ' }, 'has no title'],
    [{ title: '\u0007\u200b' }, 'has no title'],
    [{ organisation: '' }, 'has no organisation'],
    [{ product: '' }, 'has no product'],
    [{ brandColour: 'teal' }, 'has a brand colour that is not #rrggbb'],
    [{ notice: long }, 'is longer than 200 characters in title, subtitle, organisation, year or notice'],
    [{ sections: [] }, 'has no sections'],
    [{ sections: [{ title: 'One', blocks: [] }] }, 'has no blocks'],
  ];
  for (const [change, problem] of documents) {
    assert.deepEqual(faultsOf({ ...plainDocument, ...change }).map((fault) => fault.problem), [problem]);
  }
  const blocks: [Block, Problem][] = [
    [{ kind: 'paragraph', text: '' }, 'has no text'],
    [{ kind: 'note', text: '\n' }, 'has no text'],
    [{ kind: 'list', ordered: true, items: [] }, 'has no items'],
    [{ kind: 'list', ordered: true, items: [{ label: 'a', text: '' }] }, 'has an item without text'],
    [{ kind: 'list', ordered: true, items: [{ label: long, text: 'a' }] }, 'has a heading, label or caption of more than 200 characters'],
    [{ kind: 'quotation', heading: '', items: [{ text: 'a' }], source: 's' }, 'has no heading'],
    [{ kind: 'quotation', heading: 'h', items: [{ text: 'a' }], source: '' }, 'has no source'],
    [{ ...table, caption: '' }, 'has no caption'],
    [{ ...table, columns: [{ title: 'a' }, { title: '' }] }, 'has a column without title'],
    [{ ...table, columns: [{ title: 'a' }, { title: 'b'.repeat(61) }] }, 'has a column title of more than 60 characters'],
    [{ ...table, columns: [], rows: [[]] }, 'has no columns'],
    [{ ...table, rows: [] }, 'has no rows'],
    [{ ...table, rows: [['1', '2'], ['3']] }, 'has a row of another length than its header'],
    [{ ...table, rows: [['1', { text: '', tone: 'bad' }]] }, 'has a tag without text'],
    [{ kind: 'picture', svg, alternative: '' }, 'has no alternative text'],
    [{ kind: 'picture', svg: '<svg><rect/></svg>', alternative: 'a' }, 'is not a drawing with a viewBox'],
    ...['<script>1</script>', '<rect onload="x"/>', '<image href="http://x"/>', '<foreignObject/>', '<style>@import "x"</style>', '<rect fill="url(http://x)"/>'].map(
      (part): [Block, Problem] => [{ kind: 'picture', svg: svg.replace('<rect/>', part), alternative: 'a' }, 'has active or outside content'],
    ),
  ];
  for (const [block, problem] of blocks) {
    assert.deepEqual(faultsOf({ ...plainDocument, sections: [{ title: 'One', blocks: [block] }] }), [{ place: `section 1, block 1 (${block.kind})`, problem }]);
  }
});

test('no two parts have one title, however it is written', () => {
  const section = (title: string) => ({ title, blocks: plainDocument.sections[0]?.blocks ?? [] });
  const faults = faultsOf({ ...plainDocument, sections: [section('One'), section('Two'), section(' one '), section(plainDocument.title)] });
  assert.deepEqual(faults.map((fault) => fault.place), ['section 3', 'section 4']);
});

test('a document without faults passes, one with faults is refused with all of them', () => {
  fc.assert(fc.property(anyDocument, (document) => assert.deepEqual(faultsOf(document), [])), { endOnFailure: true });
  refuseFaults(plainDocument);
  assert.throws(() => refuseFaults({ ...plainDocument, title: '', sections: [] }), /document has no title; document has no sections/);
});
