import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Organisation, Visitor } from '../kernel/access.ts';
import { newId } from '../kernel/id.ts';
import type { Words } from '../words/index.ts';
import { serveApi } from './api.ts';
import { askedOf, sendDownload } from './asked.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { FileStore } from './files.ts';
import { confirmationOf, type Suspect } from './identifier-guard.ts';
import { keepForm, keptPath, sessionHasEnded } from './kept-form.ts';
import { guardEntrance } from './entrance.ts';
import { serveMetrics } from './metrics.ts';
import { mayRun, runRoute, type About, type Asked, type Pipeline, type Reply } from './pipeline.ts';
import { isForMembers, type Answer, type Form, type Page, type Route } from './route.ts';
import { sessionCookie, type SessionCookie } from './session-cookie.ts';
import { answerTrouble, readOnBriefly, readUpload } from './upload.ts';

/** What a whole page is drawn with, around the handler's part. */
export type Surroundings = About & { readonly done: string | undefined; readonly path: string; readonly csrf: string };

/** The pages that the web itself shows; the site draws them. */
export type Chrome = {
  draw(page: Page, surroundings: Surroundings): string;
  notAllowed(visitor: Visitor | undefined, organisation: Organisation | undefined): Page;
  noSuchOrganisation(shortName: string): Page;
  noSuchPage(): Page;
  notFromThisPage(): Page;
  alreadySent(): Page;
  looksPersonal(form: SuspectForm): Page;
  fileTooLarge(limitBytes: number): Page;
  tooMuch(): Page;
  unavailable(reference: string): Page;
  broken(reference: string): Page;
  signInPath(returnTo: string): string;
};

/** A form that was stopped: where it goes, all that it held, and the fields to ask about. */
export type SuspectForm = { readonly action: string; readonly upload: boolean; readonly form: Form; readonly fileFields: readonly string[]; readonly suspects: readonly Suspect[]; readonly confirmation: string };

export type WebOptions = {
  readonly database: Database;
  readonly files: FileStore;
  readonly routes: readonly Route[];
  readonly chrome: Chrome;
  readonly words: Words;
  readonly clock: Clock;
  readonly demonstration: boolean;
  readonly publicAddress: string | undefined;
  readonly metricsToken: string | undefined;
  readonly proxies: readonly string[];
  readonly fileLimitBytes: number;
  /** Folders served under /assets/, the first that has the file wins. */
  readonly assetFolders: readonly string[];
  /** Where the log lines go; undefined: nowhere. */
  readonly logTo?: { write(line: string): void };
  /** Answers whether the database can be asked, for /health/ready. */
  readonly ready: () => Promise<boolean>;
};

const formLimitBytes = 1_000_000;

/** The product's web server, ready to listen. */
export async function openWeb(options: WebOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.logTo ? { level: 'info', stream: options.logTo, base: null } : false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: formLimitBytes,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    trustProxy: options.proxies.length > 0 ? [...options.proxies] : false,
    routerOptions: { maxParamLength: 200 },
  });
  app.removeAllContentTypeParsers();
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody, { bodyLimit: formLimitBytes });
  await app.register(fastifyMultipart, { limits: { fields: 50, files: 1, parts: 60, fieldSize: 100_000, fileSize: Number.POSITIVE_INFINITY } });
  guardEntrance(app, options);
  await serveAssets(app, options.assetFolders);
  serveHealth(app, options.ready);
  serveMetrics(app, options);
  const server = serverOf(options);
  // Before the routes: what is registered below waits for what stands above it, and takes its handlers from there.
  app.setNotFoundHandler((request, reply) => show(server, request, reply, 404, options.chrome.noSuchPage()));
  app.setErrorHandler((error, request, reply) => answerTrouble(error, options, request, (status, page) => show(server, request, reply, status, page)));
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ reference: request.id, method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) }, 'answered');
  });
  for (const route of options.routes) {
    app.route({ method: route.method, url: route.path, handler: (request, reply) => serve(server, route, request, reply) });
  }
  await serveApi(app, { ...server, bodyLimitBytes: formLimitBytes });
  return app;
}

type Server = WebOptions & { readonly pipeline: Pipeline; readonly cookie: SessionCookie };

function serverOf(options: WebOptions): Server {
  const pipeline = { database: options.database, words: options.words, newId: () => newId(options.clock().getTime()) };
  return { ...options, pipeline, cookie: sessionCookie(options.publicAddress !== undefined) };
}

async function serveAssets(app: FastifyInstance, folders: readonly string[]): Promise<void> {
  await app.register(fastifyStatic, { root: [...folders], prefix: '/assets/', decorateReply: false, cacheControl: false, setHeaders: (reply) => { void reply.header('cache-control', 'public, max-age=3600'); } });
}

function serveHealth(app: FastifyInstance, ready: () => Promise<boolean>): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => (await ready()) ? { status: 'ready' } : reply.code(503).header('retry-after', '5').send({ status: 'not ready' }));
}

async function serve(server: Server, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asked = askedOf(server, request);
  if (route.secretPath) void reply.header('referrer-policy', 'strict-origin');
  if (!route.upload) {
    const result = await runRoute(server.pipeline, route, asked);
    return result.is === 'sign in first' && route.method === 'POST' ? signInFirst(server, route, asked, request, reply) : deliver(server, request, reply, route, result);
  }
  const may = await mayRun(server.pipeline, route, asked);
  if (may !== 'yes') {
    if (may.is === 'sign in first' && asked.sessionToken !== undefined && (await sessionHasEnded(server.database, asked.sessionToken))) {
      const { form, files } = await readUpload(request, server.files);
      for (const file of Object.values(files)) await server.files.discard(file);
      return signInFirst(server, route, { ...asked, form }, request, reply);
    }
    readOnBriefly(request.raw);
    return deliver(server, request, reply, route, may);
  }
  const { form, files } = await readUpload(request, server.files);
  try {
    return deliver(server, request, reply, route, await runRoute(server.pipeline, route, { ...asked, form, files }), { form, files });
  } finally {
    for (const file of Object.values(files)) await server.files.discard(file);
  }
}

/** To the sign-in page; what a form of a body's pages brought is kept meanwhile. A form of an account may hold a password: it is not. */
async function signInFirst({ database, pipeline, chrome, cookie }: Server, route: Route, asked: Asked, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ticket = isForMembers(route) ? await keepForm(database, pipeline.newId, asked, request.url, route.upload === true) : undefined;
  if (ticket !== undefined) cookie.keepTicket(reply, ticket);
  return reply.redirect(chrome.signInPath(ticket === undefined ? '/' : keptPath), 303);
}

function deliver(server: Server, request: FastifyRequest, reply: FastifyReply, route: Route, result: Reply, upload?: Pick<Asked, 'form' | 'files'>): FastifyReply {
  const { chrome } = server;
  const say = (status: number, page: Page) => show(server, request, reply, status, page, result);
  switch (result.is) {
    case 'answer': return send(server, request, reply, result.answer, result);
    case 'sign in first': return reply.redirect(chrome.signInPath(route.method === 'GET' ? request.url : '/'), 303);
    case 'not allowed': case 'read only':
      request.log.warn({ reference: request.id, route: route.path, rule: route.access.name }, 'not allowed');
      return say(403, chrome.notAllowed(result.visitor, result.organisation));
    case 'no such organisation': return say(404, chrome.noSuchOrganisation(askedOf(server, request).params['org'] ?? ''));
    case 'not from this page': return say(403, chrome.notFromThisPage());
    case 'already sent': return say(409, chrome.alreadySent());
    case 'looks personal': {
      const { suspects } = result;
      const { form, files } = upload ?? { form: askedOf(server, request).form, files: {} };
      return say(422, chrome.looksPersonal({ action: request.url, upload: route.upload ?? false, form, fileFields: Object.keys(files), suspects, confirmation: confirmationOf(suspects) }));
    }
  }
}

function send(server: Server, request: FastifyRequest, reply: FastifyReply, answer: Answer, about: About): FastifyReply {
  if (answer.is === 'page') {
    if (answer.retryAfter) void reply.header('retry-after', String(Math.max(1, Math.ceil((answer.retryAfter.getTime() - Date.now()) / 1000))));
    return show(server, request, reply, answer.status, answer.page, about);
  }
  if (answer.is === 'redirect') {
    if (answer.session) server.cookie.keep(reply, answer.session);
    if (answer.browser !== undefined) server.cookie.keepBrowser(reply, answer.browser);
    return reply.redirect(answer.to, 303);
  }
  if (answer.is === 'data') return reply.send(answer.value);
  return sendDownload(reply, answer);
}

function show(server: Server, request: FastifyRequest, reply: FastifyReply, status: number, page: Page, about?: About): FastifyReply {
  const { done } = { ...(request.query as object) } as { done?: unknown };
  const html = server.chrome.draw(page, {
    visitor: about?.visitor, organisation: about?.organisation, logo: about?.logo, path: request.url,
    done: typeof done === 'string' && status === 200 ? done : undefined,
    csrf: server.cookie.csrf(request),
  });
  return reply.code(status).header('content-type', 'text/html; charset=utf-8').send(html);
}
