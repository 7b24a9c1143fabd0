import type { Block, Document, Section } from '../../documents/model.ts';
import { areaParts, documentOf, type DeckSettings } from './deck.ts';
import type { Area } from './paper-text.ts';
import { amendedPart, challengePart, progressPart } from './parts-beside.ts';
import { evidencePart, exemptLines, legalParts, narrativePart, outcomePart, picturePart, ratingPart, summaryPart, type Making } from './parts.ts';
import { risksPart } from './parts-area.ts';
import { yearsPart } from './parts-years.ts';
import type { Told } from './rules.ts';

const implications: readonly Area[] = ['finance', 'legal', 'equality', 'data_protection'];

/** The committee's paper: what the deck says, in the order and with the parts that committees expect. */
export function paperOf(told: Told, settings: DeckSettings): Document {
  const paper = documentOf(told, settings, (making) => [
    amendedPart(making), textPart(making, 'purpose'), textPart(making, 'committee'),
    ...legalParts(making), outcomePart(making), picturePart(making), yearsPart(making), ratingPart(making),
    summaryPart(making, 'strengths'), summaryPart(making, 'recommendations'), progressPart(making),
    ...areaParts(making), risksPart(making), implicationsPart(making), textPart(making, 'next_steps'),
    ...[narrativePart(making), challengePart(making), evidencePart(making)].map((part) => ({ ...part, title: making.paper.appendix(part.title) })),
  ]);
  return { ...paper, contents: true };
}

function textPart(making: Making, area: Area): Section {
  return { title: making.paper.areas[area], blocks: textOf(making, area).split(/\n{2,}/).map((text): Block => ({ kind: 'paragraph', text })) };
}

/** Finance, law, equality and data protection: each says at least that there is none. */
function implicationsPart(making: Making): Section {
  const { told: { leftOut }, paper } = making;
  const items = implications.map((area) => ({ label: paper.areas[area], text: textOf(making, area) }));
  const notes = leftOut.texts > 0 ? [{ kind: 'note', text: paper.textsLeftOut(leftOut.texts) } as const] : [];
  return { title: paper.implications, blocks: [{ kind: 'list', ordered: false, items }, ...notes] };
}

function textOf(making: Making, area: Area): string {
  const { told: { texts, organisation, year }, paper } = making;
  const [exempt] = exemptLines(making, area);
  if (exempt !== undefined) return exempt;
  const written = texts.find((text) => text.area === area)?.text;
  if (written !== undefined) return written;
  if (area === 'purpose') return paper.standard.purpose(organisation.name, year);
  return area === 'committee' ? paper.standard.committee : paper.none;
}
