import type { Settings } from '../settings.ts';
import { notifyPost } from './mail-notify.ts';
import { smtpPost } from './mail-smtp.ts';
import type { Post } from './mail.ts';

export type MailSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'notifyKey' | 'notifyTemplate'>;

/** The way that the settings name; undefined where none is named. In a demonstration nothing leaves: a page shows it. */
export function postOf({ smtpUrl, mailFrom, notifyKey, notifyTemplate }: MailSettings, demonstration: boolean): Post | undefined {
  if (demonstration) return { by: 'demonstration', send: () => Promise.resolve(), close: () => undefined };
  if (smtpUrl !== undefined && mailFrom !== undefined) return smtpPost({ url: smtpUrl, from: mailFrom });
  if (notifyKey !== undefined && notifyTemplate !== undefined) return notifyPost({ key: notifyKey, template: notifyTemplate });
  return undefined;
}
