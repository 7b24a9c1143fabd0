import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { gallery } from './fixtures/gallery.tsx';
import { Button, Input, Radios, renderPage, Select, Table, Tag, Textarea } from './index.ts';

const nasty = '"><script>alert(1)</script>';

test('a page is a whole document with nothing inline, so that the strictest policy holds', () => {
  const html = renderPage(gallery);
  assert.match(html, /^<!DOCTYPE html><html lang="en" class="govuk-template"><head>/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)/);
});

test('a page names its language and links where it is told to', () => {
  const html = renderPage({ title: 'Hafan', lang: 'cy', owner: 'Cyngor', homeUrl: '/cy', assets: '/static/7', scripts: ['/static/7/more.js'], main: 'Testun' });
  for (const part of ['<html lang="cy"', '<title>Hafan</title>', 'href="/static/7/dueregard.css"', 'src="/static/7/enhance.js"',
    'src="/static/7/more.js"', '<a href="/cy" class="govuk-generic-header__homepage-link">Cyngor</a>', 'id="main-content">Testun</main>']) {
    assert.ok(html.includes(part), part);
  }
});

test('what people wrote is text wherever it stands', () => {
  const html = renderPage({
    title: nasty, owner: nasty, banner: nasty, before: { backLink: { href: nasty } },
    main: (
      <>
        <Input name={nasty} label={nasty} hint={nasty} error={nasty} value={nasty} />
        <Textarea name="notes" label={nasty} value={`</textarea>${nasty}`} />
        <Select name="select" label={nasty} items={[{ value: nasty, text: nasty }]} />
        <Radios name="radios" legend={nasty} items={[{ value: nasty, text: nasty, conditional: nasty }]} />
        <Table caption={nasty} rows={[nasty]} columns={[{ title: nasty, cell: (row) => row }]} />
      </>
    ),
  });
  assert.doesNotMatch(html, /<script>|<\/textarea>"/);
});

test('a text box keeps an empty first line, which a browser would drop', () => {
  assert.match(renderToString(<Textarea name="notes" label="Notes" value={'\nSecond'} />), />\n\nSecond<\/textarea>/);
});

test('an empty error is no error', () => {
  assert.doesNotMatch(renderToString(<Input name="title" label="Title" error={undefined} />), /error/);
});

// Each line must fail to compile: tsc reports an expectation that is not met.
export const mistakes = [
  // @ts-expect-error a misspelt option
  <Input name="title" lable="Title" label="Title" />,
  // @ts-expect-error a field without a label
  <Input name="title" />,
  // @ts-expect-error a colour that there is not
  <Tag colour="pink">Late</Tag>,
  // @ts-expect-error an attribute that nothing reads
  <Button attributes={{ onclick: 'alert(1)' }}>Save</Button>,
  // @ts-expect-error a misspelt option of an item
  <Radios name="rating" legend="Rating" items={[{ value: 'met', label: 'Met' }]} />,
  // @ts-expect-error a column of something that the row has not
  <Table caption="Returns" rows={[{ district: 'Blaby' }]} columns={[{ title: 'Sent', cell: (row) => row.sent }]} />,
  // @ts-expect-error a page without a title
  () => renderPage({ owner: 'Council', main: 'Text' }),
];
