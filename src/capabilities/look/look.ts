import type { Logo } from '../../documents/model.ts';
import type { Id } from '../../kernel/id.ts';
import type { Transaction } from '../../platform/database.ts';
import { lookFile, lookRecord } from './store.ts';

/** How the outputs of a body look; null where the product's own look stays. */
export type Look = {
  readonly colour: string | null;
  readonly logo: Kept & Pick<Logo, 'alternative'> | null;
  readonly template: Kept | null;
};

/** A file by its hash (hexadecimal), with its content in base64. */
type Kept = { readonly sha256: string; readonly content: string };

export const noLook: Look = { colour: null, logo: null, template: null };

/** The name and the look that a body chose, with the files that it is made from. */
export async function lookOf(tx: Transaction, orgId: Id): Promise<{ readonly shownAs: string | null; readonly look: Look }> {
  const record = await lookRecord(tx, orgId);
  if (!record) return { shownAs: null, look: noLook };
  const { shownAs, colour, logoSha256, logoAlternative, templateSha256 } = record;
  const kept = async (sha256: Buffer): Promise<Kept> => ({ sha256: sha256.toString('hex'), content: (await lookFile(tx, orgId, sha256)).toString('base64') });
  return {
    shownAs,
    look: {
      colour,
      logo: logoSha256 && logoAlternative !== null ? { ...await kept(logoSha256), alternative: logoAlternative } : null,
      template: templateSha256 && await kept(templateSha256),
    },
  };
}

/** A logo as documents hold it: its size stands in the first chunk of a PNG (ISO/IEC 15948, 11.2.2). */
export function logoOf({ logo }: Look): Logo | undefined {
  if (!logo) return undefined;
  const head = Buffer.from(logo.content.slice(0, 64), 'base64');
  return { png: logo.content, width: head.readUInt32BE(16), height: head.readUInt32BE(20), alternative: logo.alternative };
}
