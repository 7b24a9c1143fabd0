import * as z from 'zod';
import { formOf, noFields, text, uploadOf, choice } from '../../platform/shape.ts';
import { evidenceFields } from '../evidence/index.ts';
import { documentKinds } from './rules.ts';

const counts = formOf({ edition: text('openEdition', 60), year: text('countedYear', 20), source: text('countSource', 1000) });

/** What the forms of the years hold. Counts have a field for each level of the edition's scale: `count-` and its code. */
export const forms = {
  counts: { ...counts, fields: counts.fields.catchall(z.string().max(20)) },
  removal: noFields,
  document: uploadOf({ kind: choice('documentKind', documentKinds), source: text('documentSource', 1000), ...evidenceFields('file-') }),
};
