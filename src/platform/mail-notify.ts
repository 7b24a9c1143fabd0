import { createHmac } from 'node:crypto';
import type { MailFailure } from '../kernel/mail.ts';
import { NotSent, type Letter, type Post } from './mail.ts';

export type NotifyOptions = {
  /** An API key as GOV.UK Notify gives it: its name, the service's identifier and the secret. */
  readonly key: string;
  /** The identifier of a template with the fields ((subject)) and ((text)). */
  readonly template: string;
  readonly address?: string;
};

const usualAddress = 'https://api.notifications.service.gov.uk';
const uuidLength = 36;
const patience = 30_000;

/** GOV.UK Notify by its REST API, version 2. */
export function notifyPost({ key, template, address = usualAddress }: NotifyOptions): Post {
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${address}/v2/notifications${path}`, {
      method: body ? 'POST' : 'GET', signal: AbortSignal.timeout(patience), redirect: 'error',
      headers: { authorization: `Bearer ${tokenOf(key)}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => { throw new NotSent('away'); });
    const text = await answer.text().catch(() => { throw new NotSent('away'); });
    if (!answer.ok) throw new NotSent(failureOf(answer.status));
    return text;
  };
  const send = async ({ id, to, subject, text }: Letter) => {
    // Notify gives no way to name the message itself, so it is asked whether it has this one before it gets it again.
    if (hasOne(await ask(`?reference=${id}`))) return;
    await ask('/email', { email_address: to, template_id: template, personalisation: { subject, text }, reference: id });
  };
  return { by: 'notify', send, close: () => undefined };
}

/** A JSON Web Token (RFC 7519) of this moment, signed with the key's secret. */
function tokenOf(key: string): string {
  const [service, secret] = [key.slice(-2 * uuidLength - 1, -uuidLength - 1), key.slice(-uuidLength)];
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(Date.now() / 1000) })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function hasOne(listed: string): boolean {
  try {
    const found: unknown = JSON.parse(listed);
    return typeof found === 'object' && found !== null && 'notifications' in found && Array.isArray(found.notifications) && found.notifications.length > 0;
  } catch {
    throw new NotSent('other');
  }
}

/** 401 and 403: the key; 400: this letter; 429 and 5xx: not now. */
function failureOf(status: number): MailFailure {
  if (status === 401 || status === 403) return 'sign_in';
  return status === 400 ? 'refused' : 'away';
}
