import { makeToken, accountOf } from '../src/capabilities/accounts/index.ts';
import { newId } from '../src/kernel/id.ts';
import type { TestSite } from './site.ts';

export type Told = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string; readonly json: unknown; readonly bytes: Buffer };

/** A program that uses the API: with a token of somebody, or with none. */
export type Program = {
  get(path: string, headers?: Record<string, string>): Promise<Told>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Told>;
};

/** A program that acts as somebody, by e-mail; without one it has no token. */
export async function programOf(site: TestSite, email?: string, scope: 'read' | 'write' = 'write'): Promise<Program> {
  const token = email === undefined ? undefined : await tokenOf(site, email, scope);
  const ask = async (method: 'GET' | 'POST', path: string, body: unknown, headers: Record<string, string> = {}): Promise<Told> => {
    const answer = await site.app.inject({
      method, url: path.startsWith('/api/') ? path : `/api/v1${path}`,
      headers: { host: '127.0.0.1:3000', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const isJson = /json/.test(String(answer.headers['content-type']));
    return { status: answer.statusCode, headers: answer.headers, body: answer.body, bytes: answer.rawPayload, json: isJson && answer.body !== '' ? JSON.parse(answer.body) as unknown : undefined };
  };
  return { get: (path, headers) => ask('GET', path, undefined, headers), post: (path, body, headers) => ask('POST', path, body, headers) };
}

export async function tokenOf(site: TestSite, email: string, scope: 'read' | 'write'): Promise<string> {
  return site.store.database.within({ is: 'accounts' }, async (tx) => makeToken(tx, { id: newId(), accountId: await accountOf(tx, email), name: 'of a test', scope, days: 1 }));
}
