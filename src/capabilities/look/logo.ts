import { drawnLogo, type UnfitLogo } from '../../documents/logo.ts';
import { accept, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { alternativeFrom, limits } from './rules.ts';

/** A logo as it is kept: our own drawing of it (PNG), and what it says in words. */
export type NewLogo = { readonly content: Buffer; readonly alternative: string };

/** Takes a file as a body's logo, or says what to do. */
export async function logoFrom(file: Buffer | undefined, written: string): Promise<Outcome<NewLogo>> {
  const alternative = alternativeFrom(written);
  const refusals: Refusal[] = alternative.accepted ? [] : [...alternative.refusals];
  const unfit = (why: UnfitLogo) => refuse({ field: 'file', say: ({ look }) => look.refused.logo[why] }, ...refusals);
  if (!file) return refuse({ field: 'file', say: ({ look }) => look.refused.noLogo }, ...refusals);
  if (file.length > limits.fileBytes) return unfit('tooLarge');
  const drawn = await drawnLogo(file);
  if (drawn.unfit !== undefined) return unfit(drawn.unfit);
  const content = Buffer.from(drawn.png, 'base64');
  if (content.length > limits.keptBytes) return unfit('tooLarge');
  return alternative.accepted ? accept({ content, alternative: alternative.value }) : alternative;
}
