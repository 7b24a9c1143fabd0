import { createTransport } from 'nodemailer';
import type { MailFailure } from '../kernel/mail.ts';
import { NotSent, type Letter, type Post } from './mail.ts';
import { isLoopbackHost } from './store.ts';

const seconds = 1000;

/**
 * SMTP (RFC 5321) to the council's own mail server, over one connection that is kept. With a name and a password the
 * connection is encrypted, or the letter waits; only this computer itself is trusted without.
 */
export function smtpPost({ url, from }: { readonly url: string; readonly from: string }): Post {
  const { username, hostname } = new URL(url);
  const transport = createTransport({
    url, pool: true, maxConnections: 1, maxMessages: Number.POSITIVE_INFINITY,
    requireTLS: username !== '' && !isLoopbackHost(hostname),
    connectionTimeout: 10 * seconds, greetingTimeout: 10 * seconds, socketTimeout: 30 * seconds,
    disableFileAccess: true, disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  const send = async ({ id, to, subject, text }: Letter) => {
    try {
      // RFC 3834, section 5: so that an answering machine does not answer.
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
    } catch (error) {
      throw new NotSent(failureOf(error));
    }
  };
  return { by: 'smtp', send, close: () => transport.close() };
}

/** By nodemailer's code and the reply of the server: 5xx is for good, 4xx is not, 421 closes the connection (RFC 5321, section 4.2). */
function failureOf(error: unknown): MailFailure {
  const { code, responseCode } = { code: undefined, responseCode: undefined, ...(error instanceof Error ? error : {}) };
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign_in';
  const ofThisLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (ofThisLetter && typeof responseCode === 'number' && responseCode >= 500) return 'refused';
  return ofThisLetter && responseCode !== 421 ? 'other' : 'away';
}
