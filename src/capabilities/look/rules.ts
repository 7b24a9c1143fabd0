import { carriesWhite, nearestCarryingWhite } from '../../documents/colours.ts';
import { accept, acceptUnless, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';

/** As the database's checks have them (migrations/0017-look.sql). */
export const limits = { shownAs: 120, alternative: 200, fileBytes: 2_000_000, keptBytes: 1_000_000 };

/** The name and the colour that a body chose; null where it leaves the product's. */
export type Plain = { readonly shownAs: string | null; readonly colour: string | null };

export type PlainForm = { readonly shown_as: string; readonly colour: string };

/** White letters lie on the colour, and headings in it on white: both must be readable (WCAG 2.2, 1.4.3). */
export function plainFrom(form: PlainForm): Outcome<Plain> {
  const shownAs = oneLine(form.shown_as, limits.shownAs);
  const written = form.colour.trim().toLowerCase();
  const colour = /^#?([0-9a-f]{6})$/.exec(written)?.[1];
  const refusals: Refusal[] = [];
  if (shownAs === undefined) refusals.push({ field: 'shown_as', say: ({ look }) => look.refused.shownAs(limits.shownAs) });
  if (written !== '' && colour === undefined) refusals.push({ field: 'colour', say: ({ look }) => look.refused.colour });
  if (colour !== undefined && !carriesWhite(`#${colour}`)) refusals.push({ field: 'colour', say: ({ look }) => look.refused.contrast(`#${colour}`, nearestCarryingWhite(`#${colour}`)) });
  return acceptUnless(refusals, { shownAs: shownAs === undefined || shownAs === '' ? null : shownAs, colour: colour === undefined ? null : `#${colour}` });
}

/** What somebody reads who does not see the logo. */
export function alternativeFrom(text: string): Outcome<string> {
  const line = oneLine(text, limits.alternative);
  return line === undefined || line === '' ? refuse({ field: 'alternative', say: ({ look }) => look.refused.alternative(limits.alternative) }) : accept(line);
}

/** Empty where there is nothing; undefined where it is too long or no text. */
function oneLine(text: string, longest: number): string | undefined {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= longest && line.isWellFormed() && !/\p{Cc}/u.test(line) ? line : undefined;
}
