import type { FastifyReply, FastifyRequest } from 'fastify';
import { today, type Clock } from './clock.ts';
import type { Asked } from './pipeline.ts';
import type { Answer, Form } from './route.ts';
import type { SessionCookie } from './session-cookie.ts';

export type Asking = { readonly clock: Clock; readonly cookie: SessionCookie; readonly publicAddress: string | undefined };

/** A page's request as the pipeline takes it. */
export function askedOf({ clock, cookie, publicAddress }: Asking, request: FastifyRequest): Asked {
  const fields = (value: unknown): Form => (typeof value === 'object' && value !== null ? { ...value } : {});
  return {
    params: request.params as Record<string, string>,
    query: fields(request.query),
    form: fields(request.body),
    files: {},
    sessionToken: cookie.read(request),
    browserToken: cookie.readBrowser(request),
    from: request.ip,
    keptTicket: cookie.readTicket(request),
    reference: request.id,
    address: publicAddress ?? addressOf(request),
    log: (event, facts) => request.log.info({ reference: request.id, ...facts }, event),
    now: clock(),
    today: today(clock),
  };
}

/** Where this connection came in. Never the Host header: whoever sends a request chooses that. */
function addressOf({ socket }: FastifyRequest): string {
  const host = socket.localAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1';
  return `http://${host.includes(':') ? `[${host}]` : host}:${socket.localPort ?? 80}`;
}

export function sendDownload(reply: FastifyReply, { mediaType, inline, fileName, body, lasting }: Extract<Answer, { is: 'download' }>): FastifyReply {
  if (lasting) void reply.header('cache-control', 'private, max-age=31536000, immutable');
  return reply
    .header('content-type', mediaType)
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
    .header('content-disposition', dispositionOf(inline ? 'inline' : 'attachment', fileName))
    .send(body);
}

/** RFC 6266: a plain name for old programs, the whole name in UTF-8 for the rest. */
function dispositionOf(kind: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName.replace(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
