import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopbackHost } from './store.ts';

export type EntranceOptions = { readonly demonstration: boolean; readonly publicAddress: string | undefined; readonly words: { readonly platform: EntranceWords } };
type EntranceWords = { readonly demonstrationIsLocal: string; readonly hostTwice: string; readonly notFromHere: string };

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
export const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/** What every request passes before any route, and every answer carries. */
export function guardEntrance(app: FastifyInstance, { demonstration, publicAddress, words }: EntranceOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    setHeaders(reply, publicAddress !== undefined);
    if (request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1) return refuse(reply, 400, words.platform.hostTwice);
    if (demonstration && !isLocal(request)) return refuse(reply, 403, words.platform.demonstrationIsLocal);
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request, publicAddress)) return refuse(reply, 403, words.platform.notFromHere);
    return undefined;
  });
}

function setHeaders(reply: FastifyReply, secure: boolean): void {
  void reply.headers({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  });
}

/** The example's people need no password, so it answers this computer alone: no other host name, nothing forwarded. */
function isLocal(request: FastifyRequest): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return isLoopbackHost(host) && isLoopbackHost(request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1')
    && !forwardingHeaders.some((name) => name in request.headers);
}

/** A form must come from our own page. Browsers say where it came from in Sec-Fetch-Site, older ones in Origin. */
function isSameOrigin(request: FastifyRequest, publicAddress: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  return origin === undefined || origin === (publicAddress ?? `http://${request.headers.host}`);
}

function refuse(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(`${sentence}\n`);
}
