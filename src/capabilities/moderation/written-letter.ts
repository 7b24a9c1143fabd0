import { createHash } from 'node:crypto';
import type { Block, Document } from '../../documents/model.ts';
import type { Organisation } from '../../kernel/access.ts';
import { highestMarking } from '../../kernel/marking.ts';
import { writtenYear, type Day, type Year } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { benchmarkOf, notApplicable, ratingLabel, type Edition } from '../frameworks/index.ts';
import { logoOf, type Look } from '../look/index.ts';
import type { Findings, Result, Statement } from './findings.ts';
import type { Reply } from './shared.ts';

/** Where the body has chosen none. */
const brandColour = '#1d3557';

export type LetterSubject = {
  readonly words: Words; readonly organisation: Organisation; readonly year: Year; readonly edition: Edition; readonly findings: Findings;
  readonly replies: readonly Reply[]; readonly dated: Day; readonly demonstration: boolean;
  /** The body's: what is written to it stands among its papers. */
  readonly look: Look;
};

/** The adviser's letter to the body, made of the findings as they stand. It says of itself that it is not official. */
export function letterOf(subject: LetterSubject): Document {
  const { words, organisation, year, edition, findings, replies, dated, demonstration, look } = subject;
  const logo = logoOf(look);
  const said = words.moderation.writtenLetter;
  const { legal_basis: law } = edition;
  const notice = [
    said.notOfficial, findings.publishedAt ? '' : said.draft,
    demonstration ? words.reports.deck.demonstration : '', organisation.invented ? said.invented(organisation.name) : '',
  ].filter((sentence) => sentence !== '').join(' ');
  return {
    title: said.title(organisation.name), subtitle: said.subtitle(writtenYear(year)), organisation: organisation.name, year: writtenYear(year), language: 'en-GB',
    marking: highestMarking([...findings.strengths, ...findings.recommendations, ...replies].map(({ marking }) => marking)), audience: 'restricted', dated, notice, product: words.site.product, brandColour: look.colour ?? brandColour, ...(logo ? { logo } : {}),
    sections: [
      { title: said.parts.opening, blocks: said.opening(organisation.name, words.moderation.day(dated), writtenYear(year)).map(paragraph) },
      { title: said.parts.law, blocks: law.length > 0 ? law.map(({ act, section, title }) => paragraph(`${act.en}, ${section.en}: ${title.en}.`)) : [paragraph(said.noLaw)] },
      { title: said.parts.outcomes, blocks: [outcomes(subject)] },
      { title: said.parts.strengths, blocks: statements(said.none, findings.strengths, ({ text }) => text) },
      { title: said.parts.recommendations, blocks: statements(said.none, findings.recommendations, (one) => recommendation(subject, one)) },
      ...(replies.some(({ recommendationId }) => recommendationId === null) ? [{ title: said.parts.reply, blocks: replies.filter(({ recommendationId }) => recommendationId === null).map((reply) => paragraph(said.replied(reply.stance, reply.text))) }] : []),
      { title: said.parts.next, blocks: [{ kind: 'list', ordered: true, items: said.next.map((text) => ({ text })) }] },
    ],
  };
}

/** For the trail: the letter's document by its content. */
export function fingerprintOf(document: Document): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('hex');
}

function outcomes({ words, edition, findings }: LetterSubject): Block {
  const said = words.moderation.findings;
  return {
    kind: 'table', caption: said.caption, columns: [{ title: said.number, align: 'end' }, { title: said.benchmark, rowHeader: true }, { title: said.outcome }],
    rows: edition.benchmarks.map(({ code, number, title }) => [String(number), title.en, resultText(words, edition, findings.outcomes.get(code)?.result)]),
  };
}

function resultText(words: Words, edition: Edition, result: Result | undefined): string {
  const said = words.moderation.findings;
  if (!result) return said.none;
  const label = ratingLabel(edition, result.is === 'level' ? result.levelCode : notApplicable, 'en') ?? '';
  return result.is === 'not applicable' ? `${label}. ${said.reason(result.reason, result.leadBody)}` : label;
}

function statements(none: string, list: readonly Statement[], write: (statement: Statement) => string): Block[] {
  return list.length === 0 ? [paragraph(none)] : [{ kind: 'list', ordered: true, items: list.map((one) => ({ text: write(one) })) }];
}

function recommendation({ words, edition, replies }: LetterSubject, { id, text, benchmarkCode }: Statement): string {
  const benchmark = benchmarkCode === null ? undefined : benchmarkOf(edition, benchmarkCode);
  const reply = replies.find(({ recommendationId }) => recommendationId === id);
  const said = words.moderation;
  return [text, ...(benchmark ? [`(${said.findings.concerns(benchmark.number, benchmark.title.en)})`] : []), ...(reply ? [said.writtenLetter.replied(reply.stance, reply.text)] : [])].join(' ');
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
