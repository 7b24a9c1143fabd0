import type { Document } from '../../documents/model.ts';
import { writtenYear, type Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { logoOf } from '../look/index.ts';
import { amendedPart, challengePart, progressPart } from './parts-beside.ts';
import { distinct, evidencePart, fillerFor, legalParts, narrativePart, noticeOf, outcomePart, picturePart, ratingPart, summaryPart, type Making } from './parts.ts';
import { matrixPart, planPart, returnsPart, trendPart } from './parts-area.ts';
import { keptParts } from './parts-kept.ts';
import { yearsPart } from './parts-years.ts';
import type { Told } from './rules.ts';

/** The product's own, where a body has chosen none. */
const brandColour = '#00524c';

export type DeckSettings = {
  readonly words: Words;
  readonly dated: Day;
  /** The store is a demonstration: said on every page of what leaves it. */
  readonly demonstration: boolean;
};

/** The committee's slides, from what an audience is told. Every sentence of it is the edition's or the record's. */
export function deckOf(told: Told, settings: DeckSettings): Document {
  return documentOf(told, settings, (making) => [
    amendedPart(making), ...legalParts(making), summaryPart(making, 'strengths'), summaryPart(making, 'recommendations'), progressPart(making),
    outcomePart(making), picturePart(making), yearsPart(making), ...areaParts(making), ratingPart(making), narrativePart(making), challengePart(making), evidencePart(making),
  ]);
}

/** The risk logs of the area, the partnership plan, dip samples, venues and the Channel panel: nothing of any where the body has none. */
export function areaParts(making: Making): Document['sections'] {
  return [returnsPart(making), matrixPart(making), trendPart(making), planPart(making), ...keptParts(making)];
}

/** What deck and paper share: cover, marking, notice. A part without blocks is left out. */
export function documentOf(told: Told, { words, dated, demonstration }: DeckSettings, parts: (making: Making) => Document['sections']): Document {
  const { organisation, look, year, edition: { report }, audience, marking } = told;
  const logo = logoOf(look);
  const making = { told, words, said: words.reports.deck, paper: words.paper, fill: fillerFor(told) };
  const notice = noticeOf(told, words, demonstration);
  return {
    title: report.cover_lines.map(making.fill).join(' '),
    subtitle: making.fill(report.cover_subtitle),
    organisation: organisation.name, year: writtenYear(year), language: 'en-GB', marking, audience, dated,
    ...(notice === '' ? {} : { notice }),
    product: words.site.product, brandColour: look.colour ?? brandColour, ...(logo ? { logo } : {}),
    sections: distinct(parts(making).filter(({ blocks }) => blocks.length > 0)),
  };
}
