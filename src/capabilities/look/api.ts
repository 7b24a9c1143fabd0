import * as z from 'zod';
import { formOf, said, text, uploadOf, version } from '../../platform/shape.ts';
import { limits } from './rules.ts';

export const forms = {
  look: formOf({ shown_as: text('shownAs', limits.shownAs), colour: text('colour', 7), version: version() }),
  logo: uploadOf({ alternative: text('logoAlternative', limits.alternative), version: version() }),
  template: uploadOf({ version: version() }),
  removal: formOf({ version: version() }),
};

export const lookShape = z.strictObject({
  version: said.version,
  shown_as: said.name.nullable(),
  colour: z.string().nullable().meta({ examples: ['#00524c'] }),
  logo: z.strictObject({ sha256: said.sha256, alternative: said.text }).nullable(),
  template: z.strictObject({ sha256: said.sha256, file: z.string().meta({ examples: ['committee-paper.dotx'] }) }).nullable(),
});
