// /api/openapi.json says what is so: every operation is answered, every example is as its schema says, every answer too.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as z from 'zod';
import fc from 'fast-check';
import { newId } from '../src/kernel/id.ts';
import { apiRoot, operationsOf, type Operation } from '../src/platform/api.ts';
import { doneShape, openApi, problemShape } from '../src/platform/open-api.ts';
import { isForMembers, isOpen, type Route } from '../src/platform/route.ts';
import { attribute, elements } from './client.ts';
import { allRoutes } from './doc-tables.ts';
import { files, pages, people, type Address } from './journeys/addresses.ts';
import { programOf, type Program, type Told } from './program.ts';
import { testSite } from './site.ts';

type Element = Parameters<typeof attribute>[0];
type Schema = { readonly [name: string]: unknown };
type Media = { readonly schema: Schema; readonly example?: unknown };
type Described = {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema; readonly example?: unknown }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, Media>> }>>;
};

const routes = allRoutes();
const operations = operationsOf(routes);
const described = openApi(operations, apiRoot) as unknown as { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>; readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
const all = Object.entries(described.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method, one })));
/** Why a page or a form of a body is not offered: reasons that last. */
const reasons = ['form', 'report', 'typing'];

const site = await testSite({ examples: true });
const emails = new Map<string, string>();

before(async () => {
  const found = await site.store.database.within({ is: 'accounts' }, (tx) => import('../src/capabilities/accounts/store.ts').then(({ demonstrationPeople }) => demonstrationPeople(tx, '2026-03-02' as Parameters<typeof demonstrationPeople>[1])));
  for (const { name, email } of found) emails.set(name, email);
});

test('every route is offered to programs, or says why not', () => {
  for (const route of routes) {
    const said = route.method === 'GET' ? route.data : route.form;
    assert.ok(said !== undefined, `${named(route)} says nothing`);
    if (typeof said === 'object' && 'without' in said && isForMembers(route)) assert.ok(reasons.includes(said.without), `${named(route)} is not offered: ${said.without}`);
  }
  assert.equal(all.length, operations.length);
});

test('every operation is answered by a route of its own, and every reference leads somewhere', async () => {
  const answer = await site.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1:3000' } });
  assert.deepEqual([answer.statusCode, described.openapi], [200, '3.1.0']);
  assert.deepEqual(answer.json(), JSON.parse(JSON.stringify(described)), 'what is served is what is tested');
  for (const { path, method } of all) assert.ok(site.app.hasRoute({ method: method.toUpperCase() as 'GET', url: `${apiRoot}${path.replace(/\{(\w+)\}/g, ':$1')}` }), path);
  const document: unknown = answer.json();
  for (const [, ref = ''] of answer.body.matchAll(/"\$ref":"([^"]*)"/g)) assert.notEqual(placeIn(document, ref), undefined, ref);
  assert.equal(new Set(all.map(({ one }) => one.operationId)).size, all.length, 'each operation has an identifier of its own');
  for (const { path, one } of all) assert.deepEqual(one.parameters.flatMap((parameter) => (parameter.in === 'path' ? [parameter.name] : [])).toSorted(), [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted(), path);
});

test('every example is what its schema allows', () => {
  let examples = 0;
  const check = (schema: Schema, example: unknown, where: string) => {
    examples++;
    const read = z.fromJSONSchema(resolved(schema)).safeParse(example);
    assert.ok(read.success, `${where}: ${JSON.stringify(example)} ${read.error?.message}`);
  };
  for (const { path, method, one } of all) {
    for (const { schema, example, name } of one.parameters) if (example !== undefined) check(schema, example, `${method} ${path} ${name}`);
    for (const media of [one.requestBody, ...Object.values(one.responses)]) {
      for (const { schema, example } of Object.values(media?.content ?? {})) if (example !== undefined) check(schema, example, `${method} ${path}`);
    }
  }
  for (const response of Object.values(described.components['responses'] ?? {}) as { content: Record<string, Media> }[]) {
    for (const { schema, example } of Object.values(response.content)) check(schema, example, 'a problem');
  }
  assert.ok(examples > 250, `${examples} examples`);
});

test('what the examples’ people read is what the description says', async () => {
  let [read, refused] = [0, 0];
  for (const operation of operations) {
    const places = operation.does === 'read' ? pages[operation.route.path] ?? [] : operation.does === 'download' ? files[operation.route.path] ?? [] : [];
    for (const address of places) {
      const path = await pathOf(address);
      if (path === undefined) continue;
      const told = await (await programAs(address)).get(path);
      read++;
      if (told.status !== 200 && valid(operation, told)) { refused++; continue; }
      assert.equal(told.status, 200, `${operation.route.path} for ${address.as}: ${told.body}`);
      if (operation.does === 'read') assert.ok(valid(operation, told), `${operation.route.path}: ${told.body.slice(0, 500)}`);
    }
  }
  assert.ok(read > 60 && refused <= 5, `${read} were read, ${refused} refused`);
});

test('every field of a page’s form is one that its route names', async () => {
  let fields = 0;
  for (const address of Object.values(pages).flat()) {
    const path = await pathOf(address);
    if (path === undefined) continue;
    const page = await (await site.as(address.as === 'nobody' ? undefined : emailOf(address.as))).get(path);
    for (const form of elements(page.body, ({ tagName, attrs }) => tagName === 'form' && attrs.some(({ name, value }) => name === 'method' && value === 'post'))) {
      const action = new URL(attribute(form, 'action') ?? '', 'http://127.0.0.1').pathname;
      const operation = operations.find((one) => one.does === 'send' && matches(one.route, action));
      if (operation?.does !== 'send') continue;
      const { fields: { shape }, others, file } = operation.form;
      for (const name of namesIn(form)) {
        fields++;
        const whole = name.replace(/-(day|month|year)$/, '');
        const known = ['csrf', 'request_key', 'version', file].includes(name) || name in shape || whole in shape || others?.test(name) === true;
        assert.ok(known, `${path}: the form of ${named(operation.route)} has “${name}”`);
      }
    }
  }
  assert.ok(fields > 200, `${fields} fields`);
});

test('nobody, a token of another body and one that may only read come by nothing', async () => {
  const nobody = await programOf(site);
  const stranger = await programOf(site, emailOf('district'));
  const reader = await programOf(site, emailOf('lead'), 'read');
  for (const operation of operations) {
    const path = filled(operation.route, 'loamshire');
    const ask = (program: Program) => (operation.does === 'send' ? program.post(path, {}) : program.get(path));
    if (isOpen(operation.route)) continue;
    assert.equal((await ask(nobody)).status, 401, named(operation.route));
    if (!isForMembers(operation.route)) continue;
    const elsewhere = await (operation.does === 'send' ? stranger.post(filled(operation.route, 'north-loamshire'), {}) : stranger.get(filled(operation.route, 'north-loamshire')));
    assert.equal(elsewhere.status, 403, named(operation.route));
    if (operation.does === 'send') assert.deepEqual([(await ask(reader)).status, problemShape.parse((await ask(reader)).json).type], [403, 'urn:dueregard:problem:read-only'], named(operation.route));
  }
});

test('whatever is sent, the answer is never our fault and always as described', { timeout: 120_000 }, async () => {
  const program = await programOf(site, emailOf('lead'));
  const until = Date.now() + 30_000;
  let asked = 0;
  await fc.assert(fc.asyncProperty(fc.constantFrom(...operations).chain((operation) => fc.tuple(fc.constant(operation), requestOf(operation))), async ([operation, { path, body, headers }]) => {
    if (Date.now() > until) return;
    asked++;
    const told = operation.does === 'send' ? await program.post(path, body, headers) : await program.get(path, headers);
    assert.ok(told.status < 500, `${named(operation.route)} ${told.body} ${site.log.filter((line) => line.includes('broken')).at(-1)}`);
    assert.ok(valid(operation, told), `${named(operation.route)} ${told.status} ${told.body.slice(0, 500)}`);
  }), { numRuns: 400 });
  assert.ok(asked >= 50, `${asked} requests in the time`);
});

/** A request as the schemas have it, with one of its parts at times as they do not. */
function requestOf(operation: Operation): fc.Arbitrary<{ path: string; body: unknown; headers: Record<string, string> }> {
  const path = operation.route.path.split('/').map((part) => (part.startsWith(':') ? fc.oneof({ weight: 6, arbitrary: fc.constant(valueFor(part.slice(1), operation.route)) }, { weight: 1, arbitrary: strange.map((text) => encodeURIComponent(text.toWellFormed()) || 'x') }) : fc.constant(part)));
  const schema = operation.does === 'send' ? (z.toJSONSchema(operation.form.fields, { io: 'input' }) as Schema) : undefined;
  const body = schema ? fc.oneof({ weight: 8, arbitrary: valueOf(schema) }, { weight: 1, arbitrary: fc.jsonValue() }) : fc.constant(undefined);
  const headers = fc.record({ 'if-match': fc.oneof(fc.nat(3).map((version) => `"${version}"`), fc.constantFrom('*', 'W/"1"', '"99999999999"')), 'idempotency-key': fc.stringMatching(/^[a-z]{1,3}$/) }, { requiredKeys: [] });
  return fc.record({ path: fc.tuple(...path).map((parts) => parts.join('/')), body, headers });
}

const strange = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('\0', "'; drop table answer; --", '../..', '2026-02-31', 'null', '%00', '\ud800'));

/** Values that a schema allows, and now and then one that it does not. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, enum: values, properties, items, format, examples } = schema as { type?: string; enum?: unknown[]; properties?: Record<string, Schema>; items?: Schema; format?: string; examples?: unknown[] };
  const good: fc.Arbitrary<unknown> = values ? fc.constantFrom(...values)
    : type === 'object' ? fc.record(Object.fromEntries(Object.entries(properties ?? {}).map(([name, field]) => [name, valueOf(field)])), { requiredKeys: [] })
      : type === 'array' ? fc.array(valueOf(items ?? {}), { maxLength: 3 })
        : type === 'integer' ? fc.nat(5)
          : format === 'date' ? fc.constantFrom('2026-03-02', '2026-02-28', '2025-04-01', '2027-01-01')
            : fc.oneof(strange, fc.constantFrom(...(examples ?? ['text'])));
  return type === 'object' ? good : fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue() });
}

function valid(operation: Operation, told: Told): boolean {
  const { responses } = operationDescribed(operation);
  if (!(String(told.status) in responses)) return false;
  if (told.status !== 200) return problemShape.safeParse(told.json).success;
  if (operation.does === 'download') return true;
  return (operation.does === 'read' ? operation.shape : operation.form.answers ?? doneShape).safeParse(told.json).success;
}

/** What a reference of the document itself leads to. */
function placeIn(document: unknown, ref: string): unknown {
  const [start, ...names] = ref.split('/');
  return start === '#' ? names.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), document) : undefined;
}

function operationDescribed({ route: { method, path } }: Operation): Described {
  const one = described.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  assert.ok(one, path);
  return one;
}

function resolved(schema: Schema): Schema {
  return schema['$ref'] === '#/components/schemas/Problem' ? (described.components['schemas']?.['Problem'] as Schema) : schema;
}

function matches({ path }: Route, asked: string): boolean {
  const [pattern, parts] = [path.split('/'), asked.split('/')];
  return pattern.length === parts.length && pattern.every((part, at) => part.startsWith(':') || part === parts[at]);
}

/** The names of the fields between a form's tags. */
function namesIn(form: Element): string[] {
  const names: string[] = [];
  const walk = (element: Element) => {
    const name = attribute(element, 'name');
    if (name !== undefined && ['input', 'select', 'textarea'].includes(element.tagName)) names.push(name);
    for (const child of element.childNodes) if ('tagName' in child) walk(child);
  };
  walk(form);
  return names;
}

function filled(route: Route, org: string): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => (name === 'org' ? org : valueFor(name, route)));
}

function valueFor(name: string, { path }: Route): string {
  const values: Readonly<Record<string, string>> = { org: 'loamshire', year: '2025-26', code: path.includes('/benchmarks/') ? 'LA1' : 'LA1.m1', benchmark: 'LA1', kind: 'answer', edition: 'local-authority-2025-26', audience: 'members', format: 'json' };
  return values[name] ?? newId();
}

const named = ({ method, path }: Route) => `${method} ${path}`;

function emailOf(person: keyof typeof people): string {
  const email = emails.get(people[person]);
  assert.ok(email, person);
  return email;
}

const programAs = ({ as }: Address) => (as === 'nobody' ? programOf(site) : programOf(site, emailOf(as), 'read'));

async function pathOf({ as, at }: Address): Promise<string | undefined> {
  if (typeof at === 'string') return at;
  const on = await pathOf({ as, at: at.on });
  if (on === undefined) return undefined;
  const page = await (await site.as(as === 'nobody' ? undefined : emailOf(as))).get(on);
  return elements(page.body, ({ tagName }) => tagName === 'a').map((element) => attribute(element, 'href') ?? '').find((href) => at.link.test(href));
}
