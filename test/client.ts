import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: string;
  readonly bytes: Buffer;
  /** The page's visible words, white space folded. */
  readonly text: string;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without scripts: it follows links and sends forms as they stand on the page. */
export type Client = {
  get(path: string): Promise<Reply>;
  post(path: string, fields: Fields): Promise<Reply>;
  /** Opens a page, fills in its form (the one whose action ends with `action`, or the first in main) and sends it. */
  fill(path: string, fields: Fields, action?: string): Promise<Reply>;
  /** The same, with a file, as multipart. */
  fillWithFile(path: string, fields: Fields, file: { field: string; name: string; bytes: Buffer }, action?: string): Promise<Reply>;
};

export function clientOf(app: FastifyInstance, token: string | undefined): Client {
  const cookies = token === undefined ? {} : { 'dueregard-session': token };
  const headers = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
  const get = async (path: string) => replyOf(await app.inject({ method: 'GET', url: path, cookies, headers }));
  const post = async (path: string, fields: Fields) => replyOf(await app.inject({
    method: 'POST', url: path, cookies, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: encoded(fields),
  }));
  return {
    get, post,
    fill: async (path, fields, action) => {
      const form = formOn(await get(path), action);
      return post(form.action, { ...form.fields, ...fields });
    },
    fillWithFile: async (path, fields, file, action) => {
      const form = formOn(await get(path), action);
      const { type, payload } = multipart({ ...form.fields, ...fields }, file);
      return replyOf(await app.inject({ method: 'POST', url: form.action, cookies, headers: { ...headers, 'content-type': type }, payload }));
    },
  };
}

export function multipart(fields: Fields, file: { field: string; name: string; bytes: Buffer }): { type: string; payload: Buffer } {
  const edge = 'edge-of-a-part';
  const parts = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`));
  const head = `--${edge}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return { type: `multipart/form-data; boundary=${edge}`, payload: Buffer.concat([Buffer.from(parts.join('') + head), file.bytes, Buffer.from(`\r\n--${edge}--\r\n`)]) };
}

/** Every element of a page that a test looks for, in order. */
export function elements(html: string, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if (defaultTreeAdapter.isElementNode(node)) { if (wanted(node)) found.push(node); }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
}

function replyOf(response: { statusCode: number; headers: Reply['headers']; body: string; rawPayload: Buffer }): Reply {
  return {
    status: response.statusCode, headers: response.headers, body: response.body, bytes: response.rawPayload,
    get text() {
      const isPage = String(response.headers['content-type']).startsWith('text/html');
      const [body] = isPage ? elements(response.body, ({ tagName }) => tagName === 'body') : [];
      return body ? textOf(body).replace(/\s+/g, ' ').trim() : response.body;
    },
  };
}

function formOn(page: Reply, action: string | undefined): { action: string; fields: Record<string, string | string[]> } {
  assert.equal(page.status, 200, `the page with the form answered ${page.status}: ${page.text.slice(0, 300)}`);
  const [main] = elements(page.body, ({ tagName }) => tagName === 'main');
  const inMain = new Set<Element>();
  if (main) collect(main, inMain);
  const forms = elements(page.body, (element) => element.tagName === 'form' && attribute(element, 'method') === 'post');
  const inside = forms.filter((form) => [...inMain].some((one) => attribute(one, 'action') === attribute(form, 'action') && one.tagName === 'form'));
  const form = action === undefined ? inside[0] : forms.find((one) => attribute(one, 'action')?.endsWith(action));
  assert.ok(form, `no form ${action ?? ''} on the page: ${page.text.slice(0, 300)}`);
  return { action: attribute(form, 'action') ?? '', fields: fieldsOf(form) };
}

function collect(node: Node, into: Set<Element>): void {
  if (defaultTreeAdapter.isElementNode(node)) into.add(node);
  if ('childNodes' in node) node.childNodes.forEach((child) => collect(child, into));
}

/** What the browser would send: hidden and text fields as they stand, what is checked or selected; no button. */
function fieldsOf(form: Element): Record<string, string | string[]> {
  const inside = new Set<Element>();
  collect(form, inside);
  const fields: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  };
  for (const element of inside) {
    const name = attribute(element, 'name');
    if (name === undefined) continue;
    const type = attribute(element, 'type');
    if (element.tagName === 'textarea') add(name, textOf(element));
    else if (element.tagName === 'select') { const chosen = chosenOption(element); if (chosen !== undefined) add(name, chosen); }
    else if (element.tagName === 'input' && (type === 'radio' || type === 'checkbox')) { if (attribute(element, 'checked') !== undefined) add(name, attribute(element, 'value') ?? 'on'); }
    else if (element.tagName === 'input' && type !== 'file') add(name, attribute(element, 'value') ?? '');
  }
  return fields;
}

function chosenOption(select: Element): string | undefined {
  const inside = new Set<Element>();
  collect(select, inside);
  const options = [...inside].filter(({ tagName }) => tagName === 'option');
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return chosen && (attribute(chosen, 'value') ?? textOf(chosen));
}

function encoded(fields: Fields): string {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))).toString();
}
