import * as z from 'zod';
import { markings } from '../kernel/marking.ts';
import { accept, refuse, type Outcome, type Refusal } from '../kernel/outcome.ts';
import { en } from '../words/index.ts';
import { confirmedField } from './identifier-guard.ts';
import type { Form } from './route.ts';

/** The fields of a form or a query: what the handler reads, and nothing else. The API refuses others; a page's form may carry them. */
export type FormShape = {
  readonly fields: z.ZodObject;
  /** The names of further texts, where they depend on the record: `fields` then says with its catchall what such a text may be. */
  readonly others?: RegExp;
  /** The name under which a file is sent. */
  readonly file?: string;
  /** What is answered where the form leads to a page without a redirect. */
  readonly answers?: z.ZodType;
};

/** A field of the API, by its name in the words, which say what it means and show one. */
export type FieldName = keyof typeof en.api.fields;

const fileName = 'file';
const confirmation = 'confirmed_not_personal';
const days = z.registry<{ readonly is: 'day' }>();

/** Every form has a field by which the sender confirms that what looks like a personal identifier is none. */
export function formOf(fields: z.ZodRawShape): FormShape {
  return { fields: z.strictObject({ ...fields, [confirmation]: text('confirmed', 64).optional() }) };
}

export function queryOf(fields: z.ZodRawShape): FormShape {
  return { fields: z.strictObject(fields) };
}

/** A form with a file, which the API takes as multipart. */
export function uploadOf(fields: z.ZodRawShape): FormShape {
  return { ...formOf(fields), file: fileName };
}

/** A text of at most so many characters, counted as the database counts them. */
export function text(name: FieldName, most: number) {
  return z.string().refine((written) => [...written].length <= most, { error: 'too_big' }).meta({ ...about(name), maxLength: most });
}

export function choice<const Values extends readonly [string, ...string[]] | readonly string[]>(name: FieldName, values: Values) {
  return z.enum(values).meta(about(name));
}

export function many(name: FieldName, most: number) {
  return z.array(z.string().refine((written) => written.length <= 200, { error: 'too_big' }).meta({ maxLength: 200 })).max(most).meta(about(name));
}

/** A day as "2026-03-31". The page's form holds it in three fields. */
export function day(name: FieldName) {
  const field = z.iso.date().meta({ ...about(name), format: 'date' });
  days.add(field, { is: 'day' });
  return field;
}

/** The version of the record that the writer read: the API takes it from If-Match too. */
export function version() {
  return z.int().min(0).max(999_999_999).meta(about('version')).optional();
}

/** Leaves of what the API answers, each with an example. */
export const said = {
  id: z.uuid().meta({ examples: ['01980f5e-7c3a-7b44-9a51-3f0e6f6d2c11'] }),
  name: z.string().meta({ examples: ['Exampleshire County Council'] }),
  shortName: z.string().meta({ examples: ['exampleshire'] }),
  code: z.string().meta({ examples: ['LA1'] }),
  year: z.string().meta({ examples: ['2025-26'] }),
  day: z.iso.date().meta({ examples: ['2026-03-31'] }),
  /** A day, or null when no end is set. */
  moment: z.iso.datetime().meta({ examples: ['2026-03-31T09:30:00.000Z'] }),
  text: z.string().meta({ examples: ['A text.'] }),
  path: z.string().meta({ examples: ['/organisations/exampleshire/assessments'] }),
  version: z.int().meta({ examples: [1], description: en.api.versionSaid }),
  count: z.int().meta({ examples: [3] }),
  sha256: z.string().meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bb2cb98e08f79f7d9e6a1'] }),
  marking: z.enum(markings),
} as const;

/** What was sent, as the fields of the page's form; or each field that is not as it should be. */
export function fieldsIn({ fields, others }: FormShape, sent: unknown): Outcome<Form> {
  const read = fields.safeParse(sent);
  if (!read.success) return refuse(...read.error.issues.flatMap(refusalsOf));
  const strange = others ? Object.keys(read.data).filter((name) => !Object.hasOwn(fields.shape, name) && !others.test(name)) : [];
  if (strange.length > 0) return refuse(...strange.map((field): Refusal => ({ field, say: ({ api }) => api.refused.unknown })));
  return accept(Object.fromEntries(Object.entries(read.data).flatMap(([name, value]) => written(name, value, isDay(fields.shape[name])))));
}

/** The field of the API that a refusal of the page's form concerns: a day is one field here and three there. */
export function fieldNamed({ fields }: FormShape, field: string): string {
  const whole = field.replace(/-(day|month|year)$/, '');
  return isDay(fields.shape[whole]) ? whole : field;
}

function about(name: FieldName) {
  const { says, example } = en.api.fields[name];
  return { description: says, examples: [example] };
}

function refusalsOf(issue: z.core.$ZodIssue): Refusal[] {
  const field = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.map((key) => ({ field: key, say: ({ api }) => api.refused.unknown }));
    case 'invalid_value': return [{ field, say: ({ api }) => api.refused.choice(issue.values.map(String)) }];
    case 'invalid_format': return [{ field, say: ({ api }) => api.refused.format(String(issue.format)) }];
    case 'invalid_type': return [{ field, say: ({ api }) => (issue.input === undefined && field !== '' ? api.refused.missing : api.refused.type(issue.expected)) }];
    case 'custom': case 'too_big': return [{ field, say: ({ api }) => api.refused.tooLong }];
    default: return [{ field, say: ({ api }) => api.refused.other }];
  }
}

function written(name: string, value: unknown, asDay: boolean): [string, string | string[]][] {
  if (Array.isArray(value)) return [[name, value.map(String)]];
  if (!asDay) return [[name === confirmation ? confirmedField : name, String(value)]];
  const [year = '', month = '', dayOfMonth = ''] = String(value).split('-');
  return [[`${name}-day`, dayOfMonth], [`${name}-month`, month], [`${name}-year`, year]];
}

function isDay(field: z.core.$ZodType | undefined): boolean {
  if (field === undefined) return false;
  return days.has(field) || (field instanceof z.ZodOptional && isDay(field.unwrap()));
}

export const noFields = formOf({});
