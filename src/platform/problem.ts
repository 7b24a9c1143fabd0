import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../kernel/outcome.ts';
import { en, type Words } from '../words/index.ts';
import { isDatabaseAway } from './database.ts';
import { FileTooLarge } from './files.ts';
import { statusOf } from './upload.ts';

export type ProblemKind = keyof Words['api']['problems'];

/** What went wrong, as RFC 9457 has it: what is beside these members is named in /api/openapi.json. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  /** What to send as confirmed_not_personal. */
  readonly confirm?: string;
  readonly theirs?: unknown;
  readonly yours?: unknown;
  readonly reference?: string;
};

/** The status of each kind of problem. */
export const statuses: Readonly<Record<ProblemKind, number>> = {
  unreadable: 400, 'not signed in': 401, 'read only': 403, 'not allowed': 403, 'no organisation': 404, 'not found': 404, 'already sent': 409, conflict: 409,
  'too large': 413, 'wrong media type': 415, refused: 422, 'looks personal': 422, broken: 500, unavailable: 503,
};

export function problem(kind: ProblemKind, rest: Partial<Problem> = {}): Problem {
  const { title, detail } = en.api.problems[kind];
  return { type: typeOf(kind), title, status: statuses[kind], detail, ...rest };
}

/** Each field that has to be mended, with the sentence that the page would show beside it. */
export function refusedProblem(words: Words, refusals: readonly Refusal[], rest: Partial<Problem> = {}): Problem {
  return problem('refused', { errors: refusals.map(({ field, say }) => ({ field, message: say(words) })), ...rest });
}

export function typeOf(kind: ProblemKind): string {
  return `urn:dueregard:problem:${kind.replaceAll(' ', '-')}`;
}

export function sendProblem(reply: FastifyReply, told: Problem): FastifyReply {
  if (told.status === 401) void reply.header('www-authenticate', 'Bearer realm="DueRegard"');
  if (told.status === 503) void reply.header('retry-after', '5');
  return reply.code(told.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(told);
}

/** What was thrown, as a problem: the caller's doing, the database away, or ours with a reference. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof FileTooLarge) return problem('too large');
  const status = statusOf(error);
  if (status === 413) return problem('too large');
  if (status === 415 || status === 406) return problem('wrong media type');
  if (status !== undefined && status >= 400 && status < 500) return problem('unreadable');
  return isDatabaseAway(error) ? problem('unavailable') : problem('broken', { reference: request.id });
}
