import * as z from 'zod';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Findings } from './findings.ts';
import { freeze, publicationShape, type Publication, type PublicationSubject } from './publication.ts';

const format = 'dueregard-shared-findings-1';

/** A draft as the body saw it: what is published later may differ, and the reply was to this. */
const sharedShape = publicationShape.omit({ format: true, published_at: true }).extend({ format: z.literal(format), shared_at: z.iso.datetime() });

export type Shared = { readonly id: Id; readonly sharedAt: Date; readonly findings: z.infer<typeof sharedShape> };

export type Stance = 'accepted' | 'comment';

/** To one recommendation, or with none to the whole. */
export type Reply = { readonly recommendationId: string | null; readonly stance: Stance; readonly text: string; readonly marking: Marking };

/** @throws when a benchmark has no outcome: the rule of sharing forbids it. */
export function sharedText(findings: Findings, subject: PublicationSubject): string {
  const { published_at, format: _, ...rest }: Publication = freeze(findings, subject);
  return canonicalJson({ ...rest, format, shared_at: published_at });
}

/** @throws when the text is no shared draft that this version can read. */
export function readShared(text: string): Shared['findings'] {
  return sharedShape.parse(JSON.parse(text));
}
