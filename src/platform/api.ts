import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { askedOf, sendDownload, type Asking } from './asked.ts';
import type { FileStore } from './files.ts';
import { confirmationOf, type Suspect } from './identifier-guard.ts';
import { openApi } from './open-api.ts';
import { mayRun, runRoute, type Asked, type Pipeline, type Reply } from './pipeline.ts';
import { problem, problemOf, refusedProblem, sendProblem, type Problem } from './problem.ts';
import { isForMembers, type Answer, type Data, type Form, type MemberVisit, type Route } from './route.ts';
import { fieldNamed, fieldsIn, noFields, queryOf, type FormShape } from './shape.ts';
import { logTrouble, readOnBriefly, readUpload } from './upload.ts';

export const apiRoot = '/api/v1';

export type ApiOptions = Asking & { readonly pipeline: Pipeline; readonly routes: readonly Route[]; readonly files: FileStore; readonly bodyLimitBytes: number };

/** What one route is to programs. A file is read whole; a form is sent, and `record` reads what it changes. */
export type Operation =
  | { readonly does: 'read'; readonly route: Route & { method: 'GET' }; readonly shape: Data<never>['shape']; readonly query: FormShape }
  | { readonly does: 'download'; readonly route: Route & { method: 'GET' } }
  | { readonly does: 'send'; readonly route: Route & { method: 'POST' }; readonly form: FormShape; readonly record: Route | undefined };

/** The routes that programs may use. */
export function operationsOf(routes: readonly Route[]): readonly Operation[] {
  return routes.flatMap((route): Operation[] => {
    if (route.method === 'POST') return typeof route.form === 'object' && 'fields' in route.form ? [{ does: 'send', route, form: route.form, record: recordOf(route, routes) }] : [];
    if (route.data === 'file') return [{ does: 'download', route }];
    return typeof route.data === 'object' && 'shape' in route.data ? [{ does: 'read', route: reading(route), shape: route.data.shape, query: route.data.query ?? queryOf({}) }] : [];
  });
}

/**
 * The pages' routes again for programs with a token: the same access rules, pipeline and handlers, in one transaction. Here
 * stands only how a request in JSON becomes a form, and an answer JSON. A cookie counts for nothing.
 */
export async function serveApi(app: FastifyInstance, options: ApiOptions): Promise<void> {
  const operations = operationsOf(options.routes);
  const described = openApi(operations, apiRoot);
  await app.register(async (api) => {
    api.removeContentTypeParser('application/x-www-form-urlencoded');
    api.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: options.bodyLimitBytes }, api.getDefaultJsonParser('error', 'error'));
    api.setErrorHandler((error, request, reply) => { logTrouble(error, request); return sendProblem(reply, problemOf(error, request)); });
    api.setNotFoundHandler((_request, reply) => sendProblem(reply, problem('not found')));
    api.get('/openapi.json', async (_request, reply) => reply.send(described));
    for (const operation of operations) {
      api.route({ method: operation.route.method, url: `/v1${operation.route.path}`, handler: (request, reply) => serve(options, operation, request, reply) });
    }
  }, { prefix: '/api' });
}

async function serve(options: ApiOptions, operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked: Asked = { ...askedOf(options, request), sessionToken: undefined, browserToken: undefined, keptTicket: undefined, form: {}, bearer: bearerOf(request) };
  if (operation.does === 'send') return send(options, operation, asked, request, reply);
  const query = operation.does === 'read' ? fieldsIn(operation.query, request.query) : accept({});
  if (!query.accepted) return sendProblem(reply, refusedProblem(options.pipeline.words, query.refusals));
  const result = await runRoute(options.pipeline, operation.route, { ...asked, query: query.value });
  if (result.is !== 'answer' || result.answer.is === 'page') return sendProblem(reply, troubleOf(options, result, noFields));
  if (result.answer.is === 'download') return sendDownload(reply, result.answer);
  const value = result.answer.is === 'data' ? result.answer.value : undefined;
  const version = versionIn(value);
  if (version !== undefined) void reply.header('etag', `"${version}"`);
  return reply.send(value);
}

async function send(options: ApiOptions, operation: Operation & { does: 'send' }, asked: Asked, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { pipeline, files } = options;
  const may = await mayRun(pipeline, operation.route, asked);
  if (may !== 'yes') {
    readOnBriefly(request.raw);
    return sendProblem(reply, troubleOf(options, may, operation.form));
  }
  if (operation.form.file === undefined) return run(options, operation, { ...asked }, request.body, request, reply);
  if (!request.isMultipart()) return sendProblem(reply, problem('wrong media type'));
  const upload = await readUpload(request, files);
  try {
    return await run(options, operation, { ...asked, files: upload.files }, numbered(upload.form), request, reply);
  } finally {
    for (const file of Object.values(upload.files)) await files.discard(file);
  }
}

async function run(options: ApiOptions, { route, form, record }: Operation & { does: 'send' }, asked: Asked, body: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { pipeline } = options;
  const sent = formIn(form, body ?? {}, request);
  if (!sent.accepted) return sendProblem(reply, refusedProblem(pipeline.words, sent.refusals));
  const saved: { version?: number | undefined } = {};
  const result = await runRoute(pipeline, 'version' in form.fields.shape ? noting(route, record, saved) : route, { ...asked, form: sent.value });
  if (result.is === 'answer' && result.answer.is === 'redirect') return sendDone(reply, result.answer.to, saved.version);
  if (result.is === 'answer' && result.answer.is === 'page' && result.answer.status === 200) return reply.send(result.answer.page.data ?? {});
  const told = troubleOf(options, result, form);
  if (told.status !== 409) return sendProblem(reply, told);
  const theirs = record && await runRoute(pipeline, reading(record), asked);
  return sendProblem(reply, { ...told, theirs: theirs?.is === 'answer' && theirs.answer.is === 'data' ? theirs.answer.value : null, yours: body ?? {} });
}

function sendDone(reply: FastifyReply, to: string, version: number | undefined): FastifyReply {
  const location = `${apiRoot}${to.replace(/[?&]done=[^&]*/, '')}`;
  void reply.header('location', location);
  if (version !== undefined) void reply.header('etag', `"${version}"`);
  return reply.send({ location, version: version ?? null });
}

/** The token of the request: a scheme without regard to case, one space, the token (RFC 6750). */
function bearerOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  return /^bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
}

/** The body as the page's form would have sent it, with what the headers say: the version, and the key that lets it work once. */
function formIn(shape: FormShape, body: unknown, { headers }: FastifyRequest): Outcome<Form> {
  const read = fieldsIn(shape, body);
  const match = headers['if-match'];
  const key = headers['idempotency-key'];
  const version = match === undefined ? undefined : /^"(\d{1,9})"$/.exec(match)?.[1];
  if (match !== undefined && version === undefined) return refuse({ field: 'If-Match', say: ({ api }) => api.refused.ifMatch });
  if (key !== undefined && (typeof key !== 'string' || key.length < 1 || key.length > 200)) return refuse({ field: 'Idempotency-Key', say: ({ api }) => api.refused.key });
  if (!read.accepted) return read;
  const stated = read.value['version'];
  if (version !== undefined && stated !== undefined && stated !== version) return refuse({ field: 'version', say: ({ api }) => api.refused.versionTwice });
  return accept({ ...read.value, ...(version === undefined ? {} : { version }), ...(key === undefined ? {} : { request_key: keyOf(key) }) });
}

/** Any text as the identifier that the table of keys holds. */
function keyOf(text: string): string {
  const hex = createHash('sha256').update(`idempotency:${text}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** A form with a file holds text alone; the version is a number. */
function numbered(form: Form): Record<string, unknown> {
  const { version, ...rest } = form;
  return typeof version === 'string' && /^\d{1,9}$/.test(version) ? { ...rest, version: Number(version) } : form;
}

/** The record that a form changes: what the nearest address above it, or its own, reads. */
function recordOf({ path }: Route, routes: readonly Route[]): Route | undefined {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = routes.find((route) => route.method === 'GET' && route.path === at && typeof route.data === 'object' && 'shape' in route.data);
    if (found) return found;
  }
  return undefined;
}

/** The same route, answering its data in place of its page. */
function reading<Some extends Route>(route: Some): Some {
  if (route.method !== 'GET' || typeof route.data !== 'object' || !('shape' in route.data)) return route;
  return { ...route, handle: route.data.read };
}

/** The same route, which notes the record's version as it saved it, before anybody else can save. */
function noting(route: Route & { method: 'POST' }, record: Route | undefined, saved: { version?: number | undefined }): Route {
  if (!record || !isForMembers(record) || !isForMembers(route) || record.method !== 'GET' || typeof record.data !== 'object' || !('shape' in record.data)) return route;
  const { read } = record.data;
  return { ...route, handle: async (visit: MemberVisit) => {
    const answer = await route.handle(visit);
    if (answer.is !== 'redirect') return answer;
    const now = await read(visit);
    saved.version = now.is === 'data' ? versionIn(now.value) : undefined;
    return answer;
  } };
}

function versionIn(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'number' ? value.version : undefined;
}

/** Why there is no answer. A page that says no is told by its title, and by each field that has to be mended. */
function troubleOf({ pipeline: { words } }: ApiOptions, result: Reply, form: FormShape): Problem {
  switch (result.is) {
    case 'sign in first': return problem('not signed in');
    case 'read only': return problem('read only');
    case 'not allowed': case 'not from this page': return problem('not allowed');
    case 'no such organisation': return problem('no organisation');
    case 'already sent': return problem('already sent');
    case 'looks personal': return looksPersonal(words, result.suspects, form);
    case 'answer': return troubleOnPage(words, result.answer, form);
  }
}

/** Each text that looks like it tells of one person, by its field. */
function looksPersonal(words: Pipeline['words'], suspects: readonly Suspect[], form: FormShape): Problem {
  const errors = suspects.flatMap(({ field, found }) => found.map(({ kind, text }) => ({ field: fieldNamed(form, field), message: words.platform.identifiers.one(kind, text) })));
  return problem('looks personal', { errors, confirm: confirmationOf(suspects) });
}

function troubleOnPage(words: Pipeline['words'], answer: Answer, form: FormShape): Problem {
  if (answer.is !== 'page') throw new Error('an answer that is no page is no trouble');
  const { status, page: { title, errors = [] } } = answer;
  if (status === 422) return refusedProblem(words, errors.map(({ field, say }) => ({ field: fieldNamed(form, field), say })), { title });
  if (status === 409) return problem('conflict', { title });
  if (status === 404) return problem('not found', { title });
  return problem(status === 403 ? 'not allowed' : status === 200 ? 'not found' : 'broken', { title });
}
