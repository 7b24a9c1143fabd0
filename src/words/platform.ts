import type { IdentifierKind } from '../kernel/identifiers.ts';

export const platform = {
  text: {
    strangeCharacters: 'The text holds control characters that cannot be kept. Type it again, or paste it as plain text',
    tooLong: (limit: number, over: number) => `The text may have at most ${limit.toLocaleString('en-GB')} characters. Shorten it by ${over.toLocaleString('en-GB')}`,
  },
  storeIsNewer: (migration: string) =>
    `This data was made by a newer version of DueRegard (it knows "${migration}"). Start that version, or point DUEREGARD_DATA at another folder. Nothing has been changed.`,
  migrationEdited: (migration: string) =>
    `The migration "${migration}" is not the one that this data was made with. Check out the released version. Nothing has been changed.`,
  roleIsSuperuser: (role: string) =>
    `DATABASE_URL signs in as "${role}", which is a database superuser. Use the role dueregard_app, which row-level security binds (docs/running.md).`,
  roleBypasses: (role: string) =>
    `DATABASE_URL signs in as "${role}", which bypasses row-level security. Use the role dueregard_app (docs/running.md).`,
  roleOwns: (role: string) =>
    `DATABASE_URL signs in as "${role}", which owns the product's tables. Use the role dueregard_app, and give the owner in DUEREGARD_OWNER_URL (docs/running.md).`,
  roleInherits: (role: string) =>
    `DATABASE_URL signs in as "${role}", which inherits the rights of its scopes. Make it NOINHERIT, as migrations/roles.sql does (docs/running.md).`,
  migrationsMissing: (names: readonly string[]) =>
    `The database lacks ${names.length === 1 ? 'a migration' : `${names.length} migrations`} (${names.join(', ')}). Set DUEREGARD_OWNER_URL to the owner's address and start again (docs/running.md).`,
  serverIsOlder: (names: readonly string[]) =>
    `The running server is of an older version than this command (its data lacks ${names.join(', ')}). Stop it, start this version, and run the command again.`,
  databaseUnreachable: (reason: string) => `The database at DATABASE_URL does not answer: ${reason}. Check the address and that PostgreSQL runs.`,
  databaseTooOld: (version: string) => `The database is PostgreSQL ${version}. DueRegard needs version 15 or later.`,
  badSetting: (name: string, value: string, meaning: string) => `The setting ${name} is "${value}". It must be ${meaning}.`,
  mailTwice: 'SMTP_URL and NOTIFY_API_KEY are both set. Keep one: each letter leaves by one way.',
  demonstrationIsFixed: (is: boolean) =>
    `This data was made ${is ? 'as a demonstration' : 'for real use'} and stays so. ${is ? 'Unset DUEREGARD_DEMO' : 'Set DUEREGARD_DEMO=off'}, or point DUEREGARD_DATA at another folder.`,
  demonstrationNeedsLoopback: (host: string) =>
    `A demonstration listens on this computer only, and HOST is "${host}". Unset HOST, or make a store for real use with DUEREGARD_DEMO=off and another DUEREGARD_DATA.`,
  demonstrationNeedsEmbedded: 'A demonstration uses its own database. Unset DATABASE_URL or DUEREGARD_DEMO.',
  portInUse: (host: string, port: number) => `Another program listens on ${host}:${port}. Stop it, or choose another port: PORT=${port + 1} npm start`,
  portNotAllowed: (host: string, port: number) => `This computer does not let DueRegard listen on ${host}:${port}. Choose a port above 1023: PORT=3000 npm start`,
  hostUnknown: (host: string) => `HOST is "${host}", which is no address of this computer. Use 127.0.0.1, or an address that it has.`,
  migrating: (count: number) => `Preparing the database (${count} ${count === 1 ? 'step' : 'steps'}) …`,
  loadingExample: 'Loading the Leicestershire example and an invented county …',
  databaseLost: 'The database kept ending and was given up. Its log beside the data folder says why. Start DueRegard again.',
  listening: (address: string) => `DueRegard is at ${address}`,
  stopping: 'Stopping …',
  demonstrationIsLocal: 'This is a demonstration. It answers only the computer that it runs on, asked by the name localhost or 127.0.0.1.',
  hostTwice: 'The request names its host twice.',
  notFromHere: 'This form did not come from DueRegard. Open the page again and send it from there.',
  identifiers: {
    title: 'This looks like it tells of one person',
    why: 'DueRegard keeps no record of a person who was referred, of a case, or of anybody’s details. Take it out below, and say what matters about the organisation instead.',
    kinds: {
      nhs_number: 'an NHS number', national_insurance: 'a National Insurance number', date_of_birth: 'a date of birth', email: 'an e-mail address', phone: 'a telephone number',
      address: 'a home address', case_reference: 'a case reference',
    } satisfies Record<IdentifierKind, string>,
    one: (kind: IdentifierKind, text: string): string => `“${text}” looks like ${platform.identifiers.kinds[kind]}`,
    found: (each: readonly string[]) => `${each.join(', and ')}. Take it out, or confirm below that it is none.`,
    field: (name: string): string => fieldNames[name] ?? name.replace(/^link-|^file-/, '').replace(/[-_]/g, ' ').replace(/^./, (letter) => letter.toUpperCase()),
    fileAgain: 'Choose the file again',
    confirmLegend: 'If it is something else',
    confirmHint: 'That you confirmed this, and when, goes into the history. The words do not.',
    confirm: 'None of this is a personal identifier',
    press: 'Save',
  },
};

/** The fields as their forms call them. */
const fieldNames: Readonly<Record<string, string>> = {
  note: 'What was done', narrative: 'What the rating rests on', reason: 'Why', lead_body: 'The body that leads it', text: 'Text', owner: 'Owner', title: 'Title', name: 'Name', why: 'Why',
};
