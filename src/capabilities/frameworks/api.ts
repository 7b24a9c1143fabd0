import * as z from 'zod';
import { json, notFoundPage, type Data, type OpenVisit } from '../../platform/route.ts';
import { noFields, said, text, uploadOf } from '../../platform/shape.ts';
import { editionShape } from './edition.ts';
import { editionNamed, listEditions } from './store.ts';

const editions = z.strictObject({
  editions: z.array(z.strictObject({ short_name: said.code, sector: z.string(), year: said.year, title: said.text, published_at: said.moment })),
});
const edition = z.strictObject({ content_sha256: said.sha256, edition: editionShape });

/** What the forms of drafts of editions hold. */
export const forms = { add: uploadOf({ text: text('editionText', 2_000_000).optional() }), decide: noFields };

export const data = {
  editions: { shape: editions, read: async ({ tx }) => json(editions, {
    editions: (await listEditions(tx)).map(({ shortName, sector, year, title, publishedAt }) => ({ short_name: shortName, sector, year, title: title.en, published_at: publishedAt.toISOString() })),
  }) },
  edition: { shape: edition, read: async (visit) => {
    const found = await editionNamed(visit.tx, visit.params['edition'] ?? '');
    if (!found) return notFoundPage(visit.words.frameworks.noSuchEdition.title, null);
    const { id: _id, contentSha256, ...content } = found;
    return json(edition, { content_sha256: contentSha256, edition: content });
  } },
} satisfies Record<string, Data<OpenVisit>>;
