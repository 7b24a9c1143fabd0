import type { Marking } from '../../kernel/marking.ts';
import { formatOf, formats, type Format } from '../../documents/formats.ts';
import type { Document } from '../../documents/model.ts';
import { withoutSmallNumbers } from '../../documents/small-numbers.ts';
import { dataOf } from './data.ts';
import { deckOf, type DeckSettings } from './deck.ts';
import { paperOf } from './paper.ts';
import type { Told } from './rules.ts';

export type ReportFormat = Format | 'json';

/** In the order in which they are offered. */
export const reportFormats: readonly ReportFormat[] = ['pptx', 'odp', 'pdf', 'docx', 'odt', 'html', 'xlsx', 'ods', 'csv', 'json'];

export type WrittenReport = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly marking: Marking };

export function reportFormatOf(name: string): ReportFormat | undefined {
  return name === 'json' ? name : formatOf(name);
}

/** A report as a file: "leicestershire-2025-26-members.pptx". */
export async function writeReport(told: Told, format: ReportFormat, settings: DeckSettings): Promise<WrittenReport> {
  const { organisation, look, year, audience, marking } = told;
  const template = look.template ? Buffer.from(look.template.content, 'base64') : undefined;
  const fileName = `${organisation.shortName}-${year}-${audience}.${format}`;
  if (format === 'json') return { fileName, marking, mediaType: 'application/json', bytes: Buffer.from(dataOf(told, settings)) };
  const { mediaType, write } = formats[format];
  return { fileName, marking, mediaType, bytes: await write(isSlides(format) ? safeDeckOf(told, settings) : safePaperOf(told, settings), template) };
}

/** The slides as they may leave for their audience. */
export function safeDeckOf(told: Told, settings: DeckSettings): Document {
  return withoutSmallNumbers(deckOf(told, settings), told.threshold, settings.words.documents.hiddenCount);
}

/** The paper as it may leave for its audience. */
export function safePaperOf(told: Told, settings: DeckSettings): Document {
  return withoutSmallNumbers(paperOf(told, settings), told.threshold, settings.words.documents.hiddenCount);
}

function isSlides(format: string): boolean {
  return format === 'pptx' || format === 'odp';
}
