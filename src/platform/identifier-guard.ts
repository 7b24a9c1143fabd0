import { createHash } from 'node:crypto';
import { identifiersIn, type Identifier } from '../kernel/identifiers.ts';
import type { ReceivedFile } from './files.ts';
import { valueOf, valuesOf, type Form } from './route.ts';

/** A field whose text looks like it tells of one person; a file by its name. */
export type Suspect = { readonly field: string; readonly text: string; readonly isFile: boolean; readonly found: readonly Identifier[] };

/** The field by which the writer confirms that what was found is no personal identifier. */
export const confirmedField = 'not_personal';

/** Fields of every form, which hold no words of a person. */
const ours: readonly string[] = ['csrf', 'request_key', 'version', confirmedField];

/** Every field of a form that must be asked about, but for those that a route names as being what they look like. */
export function suspectsIn(form: Form, files: Readonly<Record<string, ReceivedFile>>, unsearched: readonly string[]): readonly Suspect[] {
  const texts = Object.keys(form).filter((field) => !ours.includes(field) && !unsearched.includes(field))
    .flatMap((field) => valuesOf(form, field).map((text) => ({ field, text, isFile: false })));
  const names = Object.entries(files).map(([field, { fileName }]) => ({ field, text: fileName, isFile: true }));
  return [...texts, ...names].map((one) => ({ ...one, found: identifiersIn(one.text) })).filter(({ found }) => found.length > 0);
}

/** Whether the writer has said of exactly these texts that they hold no personal identifier. */
export function isConfirmed(form: Form, suspects: readonly Suspect[]): boolean {
  return valueOf(form, confirmedField) === confirmationOf(suspects);
}

/** What the form sends to confirm: it stands for these texts and no others. */
export function confirmationOf(suspects: readonly Suspect[]): string {
  return createHash('sha256').update(JSON.stringify(suspects.map(({ field, text }) => [field, text]))).digest('hex');
}
