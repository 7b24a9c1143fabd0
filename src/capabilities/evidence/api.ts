import * as z from 'zod';
import { markings } from '../../kernel/marking.ts';
import { choice, day, formOf, queryOf, many, noFields, said, text, uploadOf, version } from '../../platform/shape.ts';
import { expiryFilters } from './rules.ts';
import type { EvidenceRecord } from './store.ts';

/** What its owner says of a piece of evidence; `prefix` stands before each name, as in the page's form. */
export function evidenceFields(prefix: string) {
  return {
    [`${prefix}title`]: text('title', 200), [`${prefix}owner`]: text('owner', 120), [`${prefix}dated`]: day('dated'),
    [`${prefix}expires`]: day('expires').optional(), [`${prefix}marking`]: choice('marking', markings),
  };
}

/** What the forms of the evidence hold. */
export const forms = {
  details: formOf({ ...evidenceFields(''), version: version() }),
  file: uploadOf(evidenceFields('file-')),
  link: formOf({ 'link-url': text('url', 2000), ...evidenceFields('link-') }),
  uses: formOf({ evidence: many('chosenEvidence', 200) }),
  removal: noFields,
};

export const listQuery = queryOf({ text: text('search', 200).optional(), expiry: choice('expiry', expiryFilters).optional(), page: text('page', 5).optional() });

const piece = z.strictObject({
  id: said.id, kind: z.enum(['file', 'link']), title: said.text, url: z.string().nullable(), file_name: z.string().nullable(), sha256: said.sha256.nullable(), bytes: said.count.nullable(),
  media_type: z.string().nullable(), owner_role: said.text, dated_on: said.day.nullable(), expires_on: said.day.nullable(), marking: said.marking, version: said.version,
});

export const shapes = {
  list: z.strictObject({ total: said.count, pages: said.count, evidence: z.array(piece.extend({ uses: said.count })) }),
  item: piece.extend({ uses: z.array(z.strictObject({ year: said.year, indicator: said.code })) }),
  behind: z.strictObject({ indicator: said.code, evidence: z.array(piece) }),
};

export function saidPiece({ id, kind, title, url, fileName, sha256, bytes, mediaType, ownerRole, datedOn, expiresOn, marking, version: saves }: EvidenceRecord): z.input<typeof piece> {
  return { id, kind, title, url, file_name: fileName, sha256, bytes, media_type: mediaType, owner_role: ownerRole, dated_on: datedOn, expires_on: expiresOn, marking, version: saves };
}
