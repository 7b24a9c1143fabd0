import type { FastifyReply, FastifyRequest } from 'fastify';
import { csrfOf } from './pipeline.ts';

/**
 * The session cookie. Behind https it is a __Host- cookie, which a sibling host cannot set (RFC 6265bis); on a loopback
 * address without https browsers would drop that, so it goes by a plain name there.
 */
export type SessionCookie = {
  read(request: FastifyRequest): string | undefined;
  keep(reply: FastifyReply, session: { readonly token: string; readonly minutes: number } | 'ended'): void;
  csrf(request: FastifyRequest): string;
  /** Another cookie, which outlives the session: it tells that somebody signed in here before, and opens nothing. */
  readBrowser(request: FastifyRequest): string | undefined;
  keepBrowser(reply: FastifyReply, token: string): void;
  /** The ticket of a form that was kept, for as long as the form is. */
  readTicket(request: FastifyRequest): string | undefined;
  keepTicket(reply: FastifyReply, ticket: string): void;
};

const browserDays = 180;

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-session' : 'dueregard-session';
  const browserName = secure ? '__Host-browser' : 'dueregard-browser';
  const ticketName = secure ? '__Host-kept' : 'dueregard-kept';
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' as const };
  const read = (request: FastifyRequest) => request.cookies[name] || undefined;
  return {
    read,
    keep: (reply, session) => {
      if (session === 'ended') void reply.clearCookie(name, options);
      else void reply.setCookie(name, session.token, { ...options, maxAge: session.minutes * 60 });
    },
    readBrowser: (request) => request.cookies[browserName] || undefined,
    keepBrowser: (reply, token) => { void reply.setCookie(browserName, token, { ...options, maxAge: browserDays * 86_400 }); },
    csrf: (request) => { const token = read(request); return token === undefined ? '' : csrfOf(token); },
    readTicket: (request) => request.cookies[ticketName] || undefined,
    keepTicket: (reply, ticket) => { void reply.setCookie(ticketName, ticket, { ...options, maxAge: 3600 }); },
  };
}
