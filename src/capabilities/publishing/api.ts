import * as z from 'zod';
import { choice, formOf, said, text, version } from '../../platform/shape.ts';
import { releaseShape, type Release } from './release.ts';
import { limits, type Comparison } from './rules.ts';
import type { ReleaseLine } from './store.ts';

/** What the forms of a release hold. */
export const forms = {
  release: formOf({ confirmed: choice('confirmRelease', ['yes']) }),
  withdraw: formOf({ release: text('release', 60), reason: text('withdrawalReason', limits.reason), version: version() }),
};

export const shapes = {
  /** What anyone may read, and how it differs from the year that was released before. */
  everybody: z.strictObject({
    release: releaseShape,
    compared: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('nothing before') }),
      z.strictObject({ is: z.literal('other scale'), year: said.year, edition: said.text }),
      z.strictObject({ is: z.literal('compared'), year: said.year, changes: z.array(z.strictObject({ title: said.text, from: said.text, to: said.text })) }),
    ]),
  }),
  /** The release that stands, with its version; those before it; and what would be released now, or why nothing can be. */
  release: z.strictObject({
    standing: z.strictObject({ release: said.id, released_at: said.moment }).nullable(), version: said.version,
    withdrawn: z.array(z.strictObject({ release: said.id, released_at: said.moment, withdrawn_at: said.moment, reason: said.text })),
    preview: releaseShape.nullable(), lacks: z.array(said.text),
  }),
};

export function saidEverybody(release: Release, comparison: Comparison): z.input<typeof shapes.everybody> {
  return { release, compared: comparison.is === 'compared' ? { ...comparison, changes: [...comparison.changes] } : comparison };
}

export function saidRelease(lines: readonly ReleaseLine[], now: { readonly preview: Release } | { readonly lacks: readonly string[] }): z.input<typeof shapes.release> {
  const standing = lines.find(({ withdrawnAt }) => withdrawnAt === null);
  return {
    standing: standing ? { release: standing.id, released_at: standing.createdAt.toISOString() } : null, version: standing?.version ?? 0,
    withdrawn: lines.flatMap(({ id, createdAt, withdrawnAt, withdrawnReason }) => (
      withdrawnAt ? [{ release: id, released_at: createdAt.toISOString(), withdrawn_at: withdrawnAt.toISOString(), reason: withdrawnReason ?? '' }] : [])),
    preview: 'preview' in now ? now.preview : null, lacks: 'lacks' in now ? [...now.lacks] : [],
  };
}
