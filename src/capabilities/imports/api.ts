import * as z from 'zod';
import { formOf, many, noFields, queryOf, said, text, choice, uploadOf } from '../../platform/shape.ts';
import { lineKinds } from './rules.ts';

const columns = formOf({});

/** What the forms of an import hold. The columns have a field for each field of the kind: `column-` and its name. */
export const forms = {
  upload: uploadOf({ quarter: text('importQuarter', 20).optional() }),
  apply: formOf({ seen: text('importSeen', 64), take: many('importTake', 10_000).optional() }),
  columns: { ...columns, fields: columns.fields.catchall(z.string().max(400)), others: /^column-./ },
  removal: noFields,
};

export const previewQuery = queryOf({ show: choice('importShow', lineKinds).optional() });

export const shapes = {
  preview: z.strictObject({
    file: said.name, sheet: said.text, quarter: said.text.nullable(), headings: z.array(said.text), columns: z.record(z.string(), said.count), missing: z.array(said.text),
    seen: said.sha256.nullable(), refused: z.array(said.text),
    rows: z.array(z.strictObject({
      row: said.count, is: z.enum(lineKinds), what: said.text, reasons: z.array(said.text),
      details: z.array(z.strictObject({ field: said.text, before: said.text.optional(), now: said.text })),
    })),
  }),
};
