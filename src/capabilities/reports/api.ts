import * as z from 'zod';
import { audiences } from '../../kernel/marking.ts';
import { said } from '../../platform/shape.ts';
import { reportFormats } from './writing.ts';

export const reportsShape = z.strictObject({
  year: said.year,
  formats: z.array(z.enum(reportFormats)),
  /** The marking of each, or the sentence that says why it is not to be had. */
  audiences: z.array(z.strictObject({ audience: z.enum(audiences), marking: said.marking.nullable(), refused: said.text.nullable() })),
});
