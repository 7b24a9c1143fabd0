import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { StartRefused } from './platform/start-refused.ts';
import { en } from './words/index.ts';

/** Every setting of the product, read once from the environment. docs/running.md lists them; a test compares. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** The application's database role at an outside PostgreSQL; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly ownerUrl: string | undefined;
  /** What was asked for; undefined: on for the embedded database on a loopback address. */
  readonly demonstration: boolean | undefined;
  /** The address that people type, "https://dueregard.example.gov.uk"; undefined: http on host and port. */
  readonly publicAddress: string | undefined;
  /** Addresses of the proxies in front, whose X-Forwarded-For says where a request came from; empty: nobody's does. */
  readonly proxies: readonly string[];
  /** What a collector of /metrics sends as its bearer token. */
  readonly metricsToken: string | undefined;
  /** The mail server, or the key and template of GOV.UK Notify; none of them: no letter is written. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly notifyKey: string | undefined;
  readonly notifyTemplate: string | undefined;
  readonly idleMinutes: number;
  readonly fileLimitBytes: number;
};

type Meaning = { readonly name: string; readonly default: string; readonly means: string };

export const settingsTable: readonly Meaning[] = [
  { name: 'HOST', default: '127.0.0.1', means: 'the address to listen on' },
  { name: 'PORT', default: '3000', means: 'the port to listen on, 1 to 65535' },
  { name: 'DUEREGARD_DATA', default: './data', means: 'the folder of the embedded database and the evidence files' },
  { name: 'DATABASE_URL', default: '', means: 'an outside PostgreSQL 15 or later, as the role dueregard_app; empty: the embedded database' },
  { name: 'DUEREGARD_OWNER_URL', default: '', means: 'the same database as the role dueregard_owner, to bring its schema up to date' },
  { name: 'DUEREGARD_DEMO', default: '', means: 'on or off; empty: on with the embedded database on a loopback address; fixed when the store is made' },
  { name: 'DUEREGARD_ADDRESS', default: '', means: 'the address that people type, beginning with https://; empty: http on HOST and PORT' },
  { name: 'DUEREGARD_PROXIES', default: '', means: 'the IP addresses of the proxies in front, with commas between, so that too many tries to sign in are counted by network; empty: none' },
  { name: 'DUEREGARD_METRICS_TOKEN', default: '', means: 'the bearer token, of 20 characters or more, with which a collector reads /metrics; empty: only from this computer, and not behind DUEREGARD_ADDRESS' },
  { name: 'SMTP_URL', default: '', means: 'the mail server that sends reminders, beginning with smtp:// or smtps://, with name and password if it asks for them; empty: no e-mail by SMTP' },
  { name: 'DUEREGARD_MAIL_FROM', default: '', means: 'the sender of e-mail by SMTP, an address or “Name <address>”; it must be given with SMTP_URL' },
  { name: 'NOTIFY_API_KEY', default: '', means: 'an API key of GOV.UK Notify, which then sends reminders in place of SMTP_URL; empty: no e-mail by Notify' },
  { name: 'NOTIFY_TEMPLATE', default: '', means: 'the identifier of a Notify template whose subject is ((subject)) and whose text is ((text)); it must be given with NOTIFY_API_KEY' },
  { name: 'DUEREGARD_IDLE_MINUTES', default: '30', means: 'minutes without a page after which a person is signed out, 1 to 1440' },
  { name: 'DUEREGARD_FILE_LIMIT_MB', default: '25', means: 'the largest evidence file in megabytes, 1 to 1000' },
];

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const text = (name: string) => environment[name]?.trim() || defaultOf(name);
  const optional = (name: string) => text(name) || undefined;
  return {
    host: text('HOST'),
    port: wholeNumber('PORT', text('PORT'), 0, 65535),
    dataFolder: resolve(text('DUEREGARD_DATA')),
    databaseUrl: address('DATABASE_URL', optional('DATABASE_URL'), /^postgres(ql)?:\/\//),
    ownerUrl: address('DUEREGARD_OWNER_URL', optional('DUEREGARD_OWNER_URL'), /^postgres(ql)?:\/\//),
    demonstration: onOrOff('DUEREGARD_DEMO', text('DUEREGARD_DEMO')),
    publicAddress: address('DUEREGARD_ADDRESS', optional('DUEREGARD_ADDRESS'), /^https:\/\/[^/\s]+$/),
    proxies: addresses('DUEREGARD_PROXIES', text('DUEREGARD_PROXIES')),
    metricsToken: secret('DUEREGARD_METRICS_TOKEN', optional('DUEREGARD_METRICS_TOKEN')),
    ...mail({
      smtpUrl: secret('SMTP_URL', optional('SMTP_URL'), /^smtps?:\/\/[^/\s]+\/?(\?\S*)?$/),
      mailFrom: address('DUEREGARD_MAIL_FROM', optional('DUEREGARD_MAIL_FROM'), /^([^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/),
      notifyKey: secret('NOTIFY_API_KEY', optional('NOTIFY_API_KEY'), /^\S*-?[0-9a-f-]{36}-[0-9a-f-]{36}$/),
      notifyTemplate: address('NOTIFY_TEMPLATE', optional('NOTIFY_TEMPLATE'), /^[0-9a-f-]{36}$/),
    }),
    idleMinutes: wholeNumber('DUEREGARD_IDLE_MINUTES', text('DUEREGARD_IDLE_MINUTES'), 1, 1440),
    fileLimitBytes: wholeNumber('DUEREGARD_FILE_LIMIT_MB', text('DUEREGARD_FILE_LIMIT_MB'), 1, 1000) * 1_000_000,
  };
}

type Mail = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'notifyKey' | 'notifyTemplate'>;

/** One way for letters to leave, and all that it needs. */
function mail(settings: Mail): Mail {
  const { smtpUrl, mailFrom, notifyKey, notifyTemplate } = settings;
  if (smtpUrl !== undefined && notifyKey !== undefined) throw new StartRefused(en.platform.mailTwice);
  if ((smtpUrl === undefined) !== (mailFrom === undefined)) throw wrong('DUEREGARD_MAIL_FROM', mailFrom ?? '');
  if ((notifyKey === undefined) !== (notifyTemplate === undefined)) throw wrong('NOTIFY_TEMPLATE', notifyTemplate ?? '');
  return settings;
}

function addresses(name: string, value: string): string[] {
  const list = value.split(',').map((one) => one.trim()).filter((one) => one !== '');
  if (list.some((one) => isIP(one) === 0)) throw wrong(name, value);
  return list;
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) throw wrong(name, value);
  return number;
}

function onOrOff(name: string, value: string): boolean | undefined {
  if (value === '') return undefined;
  if (['on', '1', 'true', 'yes'].includes(value)) return true;
  if (['off', '0', 'false', 'no'].includes(value)) return false;
  throw wrong(name, value);
}

function address(name: string, value: string | undefined, form: RegExp): string | undefined {
  if (value !== undefined && !form.test(value)) throw wrong(name, value.replace(/:[^:@/]+@/, ':…@'));
  return value;
}

/** Never repeated, also where it is wrong. */
function secret(name: string, value: string | undefined, form = /^\S{20,}$/): string | undefined {
  if (value !== undefined && !form.test(value)) throw wrong(name, '…');
  return value;
}

function defaultOf(name: string): string {
  return settingsTable.find((setting) => setting.name === name)?.default ?? '';
}

function wrong(name: string, value: string): StartRefused {
  return new StartRefused(en.platform.badSetting(name, value, settingsTable.find((setting) => setting.name === name)?.means ?? ''));
}
