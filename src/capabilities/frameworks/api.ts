import * as z from 'zod';
import { json, notFoundPage, type Data, type OpenVisit } from '../../platform/route.ts';
import { noFields, said, text, uploadOf } from '../../platform/shape.ts';
import type { EditionDraft } from './draft-store.ts';
import { editionKinds, editionShape, statementEditionShape, type Edition } from './edition.ts';
import { compareEditions, type IndicatorChange } from './rules-comparing.ts';
import { anyEditionNamed, listAllEditions } from './store.ts';

const editions = z.strictObject({
  editions: z.array(z.strictObject({ short_name: said.code, kind: z.enum(editionKinds), sector: z.string(), year: said.year, title: said.text, published_at: said.moment })),
});
const anyEdition = z.union([editionShape, statementEditionShape]);
const edition = z.strictObject({ content_sha256: said.sha256, edition: anyEdition });

const place = z.strictObject({ code: said.code, benchmark: said.code, level: said.code, text: said.text });
const loaded = z.strictObject({ id: said.id, title: said.text, loaded_by: z.string().meta({ examples: ['jo.field@example.gov.uk'] }), loaded_at: said.moment });

export const shapes = {
  /** Each indicator in both editions: an answer carries over where it is the same. */
  comparison: z.strictObject({
    indicators: z.array(z.strictObject({ is: z.enum(['same', 'changed', 'new', 'gone']), earlier: place.nullable(), later: place.nullable() })),
  }),
  drafts: z.strictObject({ drafts: z.array(loaded) }),
  /** The whole edition as it would be published, or null where its file cannot be read any more. `own`: somebody else publishes it. */
  draft: loaded.extend({ own: z.boolean(), edition: anyEdition.nullable() }),
};

/** What the forms of drafts of editions hold. */
export const forms = { add: uploadOf({ text: text('editionText', 2_000_000).optional() }), decide: noFields };

export const data = {
  editions: { shape: editions, read: async ({ tx }) => json(editions, {
    editions: (await listAllEditions(tx)).map(({ shortName, kind, sector, year, title, publishedAt }) => ({ short_name: shortName, kind, sector, year, title: title.en, published_at: publishedAt.toISOString() })),
  }) },
  edition: { shape: edition, read: async (visit) => {
    const found = await anyEditionNamed(visit.tx, visit.params['edition'] ?? '');
    if (!found) return notFoundPage(visit.words.frameworks.noSuchEdition.title, null);
    const { id: _id, contentSha256, ...content } = found;
    return json(edition, { content_sha256: contentSha256, edition: content });
  } },
} satisfies Record<string, Data<OpenVisit>>;

export function saidComparison(earlier: Edition, later: Edition): z.input<typeof shapes.comparison> {
  return { indicators: compareEditions(earlier, later).map((change) => ({ is: change.is, earlier: 'from' in change ? saidPlace(change.from) : null, later: 'to' in change ? saidPlace(change.to) : null })) };
}

function saidPlace({ indicator: { code, level, text: words }, benchmark }: Extract<IndicatorChange, { is: 'gone' }>['from']): z.input<typeof place> {
  return { code, benchmark: benchmark.code, level, text: words.en };
}

export function saidLoaded({ id, title, loadedByEmail, loadedAt }: EditionDraft): z.input<typeof loaded> {
  return { id, title, loaded_by: loadedByEmail, loaded_at: loadedAt.toISOString() };
}
