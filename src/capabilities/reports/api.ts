import * as z from 'zod';
import { audiences, markings } from '../../kernel/marking.ts';
import { choice, day, formOf, noFields, said, text, version } from '../../platform/shape.ts';
import { exemptParagraphs } from '../../words/exempt-paragraphs.ts';
import type { IssuedPack } from './pack-store.ts';
import { areas, type Area, type ExemptionSeen, type PaperTextSeen } from './paper-text.ts';
import { limits, openTo } from './rules-paper.ts';
import { reportFormats } from './writing.ts';

/** What the forms of a year's outputs hold. */
export const forms = {
  issue: formOf({ audience: choice('packAudience', audiences) }),
  /** Whether the pack that is made again has every byte of the one that was issued. */
  check: { ...noFields, answers: z.strictObject({ same: z.boolean() }) },
  text: formOf({ text: text('paperText', limits.text).optional(), marking: choice('marking', markings), version: version() }),
  exempt: formOf({
    part: text('exemptPart', 60), paragraph: choice('paragraph', exemptParagraphs.map(({ number }) => String(number))), reason: text('publicInterest', limits.reason),
    open: choice('openTo', openTo), until: day('exemptUntil').optional(),
  }),
  exemptEnd: formOf({ version: version() }),
};

const paperText = z.strictObject({ area: z.enum(areas), text: said.text, marking: said.marking, version: said.version });

export const shapes = {
  reports: z.strictObject({
    year: said.year,
    formats: z.array(z.enum(reportFormats)),
    /** The marking of each, or the sentence that says why it is not to be had. */
    audiences: z.array(z.strictObject({ audience: z.enum(audiences), marking: said.marking.nullable(), refused: said.text.nullable() })),
  }),
  packs: z.strictObject({
    packs: z.array(z.strictObject({ id: said.id, issued_at: said.moment, audience: z.enum(audiences), marking: said.marking, product_version: said.code, sha256: said.sha256 })),
  }),
  texts: z.strictObject({ texts: z.array(paperText) }),
  text: paperText,
  exemptions: z.strictObject({
    exemptions: z.array(z.strictObject({
      id: said.id, part: said.code, paragraph: said.count, reason: said.text, open: z.enum(openTo), until: said.day.nullable(), version: said.version,
    })),
    /** What can be exempt. */
    parts: z.array(z.strictObject({ part: said.code, text: said.text })),
  }),
};

export function saidPack({ id, createdAt, audience, marking, productVersion, sha256 }: IssuedPack): z.input<typeof shapes.packs>['packs'][number] {
  return { id, issued_at: createdAt.toISOString(), audience, marking, product_version: productVersion, sha256: sha256.toString('hex') };
}

/** A part that nobody wrote is empty, with version 0. */
export function saidText(area: Area, written: PaperTextSeen | undefined): z.input<typeof paperText> {
  return { area, text: written?.text ?? '', marking: written?.marking ?? 'OFFICIAL', version: written?.version ?? 0 };
}

export function saidExemption({ id, part, paragraph, reason, openToMembers, until, version: saves }: ExemptionSeen): z.input<typeof shapes.exemptions>['exemptions'][number] {
  return { id, part, paragraph, reason, open: openToMembers ? 'members' : 'restricted', until, version: saves };
}
