import { formats } from '../../documents/formats.ts';
import type { Block, Document } from '../../documents/model.ts';
import { writtenYear, yearContaining, type Day } from '../../kernel/year.ts';
import { notFoundPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { actionsFrom, type ActionLine } from '../action-plan/index.ts';
import { sha256Of } from './draw.ts';
import { periodOf, withExercise, type Opened } from './opened.tsx';
import { agreementSaid, reportFormats } from './pages/result.tsx';
import { agreementOf } from './rules-agreement.ts';
import { questionsAsked } from './reviewing.tsx';
import { noteReport, talliesOf, type Tally } from './store.ts';

const brandColour = '#00524c';

export type ReportOptions = { readonly demonstration: boolean };

type Subject = Opened & { readonly visit: Pick<MemberVisit, 'words' | 'organisation'>; readonly dated: Day; readonly demonstration: boolean; readonly tallies: ReadonlyMap<string, Tally>; readonly actions: readonly ActionLine[] };

/** The one page for the board, as a file; that it was made stands in the trail. */
export function downloadReport(visit: MemberVisit, { demonstration }: ReportOptions): Promise<Answer> {
  return withExercise(visit, async (opened) => {
    const { tx, words, organisation, today, params } = visit;
    const said = words.dipSampling.report;
    const format = reportFormats.find((one) => one === params['format']);
    const { exercise, key } = opened;
    if (!format || exercise.state !== 'closed') return notFoundPage(said.noFormat.title, <><h1 class="govuk-heading-l">{said.noFormat.title}</h1><p class="govuk-body">{said.noFormat.sentence}</p></>);
    const actions = (await actionsFrom(tx, organisation.id, 'dip_sample')).filter(({ originId }) => originId === exercise.id);
    const document = reportOf({ ...opened, visit, dated: today, demonstration, tallies: await talliesOf(tx, key), actions });
    await noteReport(tx, exercise.id, { format, sha256: sha256Of(JSON.stringify(document)) });
    const { mediaType, write } = formats[format];
    return { is: 'download', fileName: said.fileName(organisation.shortName, exercise.endedOn ?? today, format), mediaType, body: await write(document) };
  });
}

/** For restricted readers: its figures count referrals, and a sample is small. */
export function reportOf(subject: Subject): Document {
  const { visit: { words, organisation }, exercise, dated, demonstration, actions } = subject;
  const said = words.dipSampling;
  const notice = [demonstration ? words.reports.deck.demonstration : '', organisation.invented ? words.site.invented(organisation.name) : ''].filter((sentence) => sentence !== '').join(' ');
  const agreement = exercise.pairs ? agreementOf(exercise.pairs) : undefined;
  return {
    title: said.report.title(organisation.name), subtitle: said.report.subtitle(exercise.panel, periodOf(words, exercise)), organisation: organisation.name, year: writtenYear(yearContaining(exercise.endedOn ?? dated)), language: 'en-GB',
    marking: 'OFFICIAL-SENSITIVE', audience: 'restricted', dated, ...(notice === '' ? {} : { notice }), product: words.site.product, brandColour, compact: true,
    sections: [
      { title: said.report.how, blocks: [paragraph(how(subject).join(' ')), { kind: 'note', text: said.report.check(exercise.frameSha256?.toString('hex') ?? '') }] },
      { title: said.result.tallies, blocks: [found(subject), paragraph(agreementSaid({ words, agreement }).join(' '))] },
      { title: said.result.themes, blocks: paragraphs(exercise.themes) },
      { title: said.result.learning, blocks: paragraphs(exercise.learning) },
      { title: said.result.actions, blocks: actions.length === 0 ? [paragraph(said.result.noActions)] : [{ kind: 'list', ordered: false, items: actions.map(({ text, state }) => ({ text: said.result.of(text, said.result.actionStates[state]) })) }] },
    ],
  };
}

function how({ visit: { words }, exercise, seats }: Subject): string[] {
  const said = words.dipSampling.report;
  const { sampleSize, population, listUsed, listOrder, custodianRole, exclusions, policeCount, drawnOn, repeatReason, answersErasedOn } = exercise;
  const reviewer = (name: string) => seats.filter(({ seat }) => seat === name).map(({ role, body }) => words.dipSampling.item.reviewer(role, body)).join();
  return [
    ...(repeatReason === null ? [] : [said.repeat(repeatReason)]),
    said.drawn(sampleSize, population, listUsed, listOrder, custodianRole), ...(exclusions === '' ? [] : [said.exclusions(exclusions)]), said.police(policeCount, population),
    ...(drawnOn === null ? [] : [said.dice(drawnOn)]), said.reviewers(reviewer('chair'), reviewer('police')),
    ...(answersErasedOn === null ? [] : [said.erased(answersErasedOn)]),
  ];
}

function found({ visit: { words }, exercise, tallies }: Subject): Block {
  const { result, codes } = words.dipSampling;
  const rows = questionsAsked(exercise).flatMap(({ code, text }) => { const tally = tallies.get(code); return tally ? [[text, ...[tally.yes, tally.partly, tally.no, tally.na, tally.unsettled].map(String)]] : []; });
  return {
    kind: 'table', caption: result.caption, people: { columns: [1, 2, 3, 4, 5], totalRow: false }, rows,
    columns: [{ title: result.question, rowHeader: true }, ...[codes.yes, codes.partly, codes.no, codes.na, result.unsettled].map((title) => ({ title, align: 'end' as const }))],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const paragraphs = (text: string | null): Block[] => (text ?? '').split(/\n+/).filter((part) => part !== '').map(paragraph);
