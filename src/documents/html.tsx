import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { DocumentWords } from '../words/documents.ts';
import { documentWords } from '../words/documents.ts';
import { yearAndDate } from './dates.ts';
import { documentStyles, fileStyles } from './html-styles.ts';
import type { Block, Cell, Column, Document, Item, List, Picture, Quotation, Table } from './model.ts';
import { textOf, toneOf } from './model.ts';
import { readied } from './tidy.ts';

/** A file that needs nothing else: it loads nothing, runs nothing, and prints on A4 with marking and page number. */
export function html(document: Document): string {
  const ready = readied(document);
  const words = documentWords(ready.language);
  const marking = <p class="document-marking">{ready.marking}</p>;
  return `<!DOCTYPE html>\n${render(
    <html lang={ready.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={`default-src 'none'; style-src 'unsafe-inline'${ready.logo ? '; img-src data:' : ''}`} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="author" content={ready.organisation} />
        <meta name="generator" content={ready.product} />
        <title>{words.pageTitle(ready.title, ready.organisation)}</title>
        <style dangerouslySetInnerHTML={{ __html: documentStyles + fileStyles(ready, words) }} />
      </head>
      <body>
        <header>{marking}</header>
        <main><Body document={ready} words={words} logoAt={ready.logo && `data:image/png;base64,${ready.logo.png}`} /></main>
        <footer>{marking}</footer>
      </body>
    </html>,
  )}\n`;
}

/** The body of a document for a page of the site, whose stylesheet holds `documentStyles`; the title is its h1, and the logo stands at an address of the site. */
export function DocumentBody({ document, logoAt }: { readonly document: Document; readonly logoAt?: string | undefined }): VNode {
  return <Body document={readied(document)} words={documentWords(document.language)} logoAt={logoAt} />;
}

function Body({ document, words, logoAt }: { readonly document: Document; readonly words: DocumentWords; readonly logoAt: string | undefined }): VNode {
  return (
    <article class="document" lang={document.language}>
      {document.logo && logoAt !== undefined && <img class="document-logo" src={logoAt} alt={document.logo.alternative} width={document.logo.width} height={document.logo.height} />}
      <h1>{document.title}</h1>
      {document.subtitle !== '' && <p class="document-subtitle">{document.subtitle}</p>}
      <p class="document-owner">{document.organisation}</p>
      <p class="document-date">{yearAndDate(document)}</p>
      {document.notice && <p class="document-notice">{document.notice}</p>}
      {document.sections.map((section) => (
        <section>
          <h2>{section.title}</h2>
          {section.blocks.map((block) => <Shown block={block} words={words} />)}
        </section>
      ))}
    </article>
  );
}

function Shown({ block, words }: { readonly block: Block; readonly words: DocumentWords }): VNode {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'note':
      return <p class="document-note">{block.text}</p>;
    case 'list':
      return <ItemList list={block} words={words} />;
    case 'quotation':
      return <Quoted quotation={block} words={words} />;
    case 'table':
      return <DataTable table={block} />;
    case 'picture':
      return <Drawing picture={block} />;
  }
}

function ItemList({ list, words }: { readonly list: List; readonly words: DocumentWords }): VNode {
  const items = list.items.map((item) => <li>{lead(item, words.lead)}{item.text}</li>);
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Quoted({ quotation, words }: { readonly quotation: Quotation; readonly words: DocumentWords }): VNode {
  return (
    <figure class="document-quotation">
      <blockquote>
        <p><strong>{quotation.heading}</strong></p>
        {quotation.items.map((item) => <p>{lead(item, (label) => `${label} `)}{item.text}</p>)}
      </blockquote>
      <figcaption>{words.source(quotation.source)}</figcaption>
    </figure>
  );
}

/** The frame can be reached with the keyboard, since a wide table scrolls inside it on a small screen. */
function DataTable({ table }: { readonly table: Table }): VNode {
  return (
    <div class="document-scroll" role="region" aria-label={table.caption} tabIndex={0}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>{table.columns.map((column) => <th scope="col" class={classOf(column)}>{column.title}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row) => <tr>{row.map((cell, index) => <DataCell cell={cell} column={table.columns[index]} />)}</tr>)}
        </tbody>
      </table>
    </div>
  );
}

function DataCell({ cell, column }: { readonly cell: Cell; readonly column: Column | undefined }): VNode {
  const tone = toneOf(cell);
  const text = tone ? <span class={`document-tag document-tag--${tone}`}>{textOf(cell)}</span> : textOf(cell);
  return column?.rowHeader ? <th scope="row" class={classOf(column)}>{text}</th> : <td class={classOf(column)}>{text}</td>;
}

/** The drawing is the program's own and has passed `faultsOf`: it stands in the page, which may load no picture. */
export function Drawing({ picture }: { readonly picture: Picture }): VNode {
  return (
    <figure class="document-picture">
      <div role="img" aria-label={picture.alternative} dangerouslySetInnerHTML={{ __html: picture.svg }} />
      {picture.caption && <figcaption>{picture.caption}</figcaption>}
    </figure>
  );
}

function lead(item: Item, written: (label: string) => string): VNode | undefined {
  return item.label ? <strong>{written(item.label)}</strong> : undefined;
}

function classOf(column: Column | undefined): string | undefined {
  return column?.align === 'end' ? 'document-figure' : undefined;
}
