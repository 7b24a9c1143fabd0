import { formats, writeSheetTemplate } from '../../documents/formats.ts';
import type { Document, Section } from '../../documents/model.ts';
import { sheetTemplateFormats, type SheetColumn } from '../../documents/sheet-template.ts';
import { highestMarking, markings } from '../../kernel/marking.ts';
import { writtenYear, yearContaining } from '../../kernel/year.ts';
import type { Answer, MemberVisit } from '../../platform/route.ts';
import { missingPage } from './missing.tsx';
import { steps, themes } from './rules.ts';
import { riskFields, saidOf, type RiskField } from './sheet.ts';
import { matricesFor, noteFile, risksOf, type MatrixVersion, type Risk } from './store.ts';

export const listFormats = ['xlsx', 'ods', 'csv'] as const;

const brandColour = '#00524c';

export type FileOptions = { readonly demonstration: boolean };

/** The whole log as a file. */
export async function download(visit: MemberVisit, options: FileOptions): Promise<Answer> {
  const { tx, words, organisation, params } = visit;
  const format = listFormats.find((one) => one === params['format']);
  if (!format) return missingPage(words.imports.log.noFormat);
  const said = words.imports.log;
  const risks = await risksOf(tx, organisation.id);
  const columns = [said.number, ...riskFields.map((field) => words.imports.kinds['risk-log'].fields[field])];
  const rows = risks.map((risk) => [String(risk.number), ...riskFields.map((field) => cellOf(visit, risk, field))]);
  const document = documentOf(visit, options, risks, [{ title: said.section, blocks: [{ kind: 'table', caption: said.caption, columns: columns.map((title) => ({ title })), rows }] }]);
  await noteFile(tx, organisation.id, { format, marking: document.marking });
  return { is: 'download', fileName: said.fileName(organisation.shortName, format), mediaType: formats[format].mediaType, body: await formats[format].write(document) };
}

/** The open risks as a template to fill in for a quarter: what was there stands in it, and rows for what is new. */
export async function downloadTemplate(visit: MemberVisit, options: FileOptions): Promise<Answer> {
  const { tx, words, organisation, today, params } = visit;
  const format = sheetTemplateFormats.find((one) => one === params['format']);
  const [matrix] = await matricesFor(tx, organisation.id, today);
  if (!format || !matrix) return missingPage(words.imports.log.noFormat);
  const said = words.imports.log;
  const risks = await risksOf(tx, organisation.id, { open: true });
  const about = documentOf(visit, options, risks, [{ title: said.howTitle, blocks: [{ kind: 'list', ordered: true, items: said.how.map((text) => ({ text })) }] }]);
  const rows = risks.map((risk) => riskFields.map((field) => templateCell(visit, matrix, risk, field)));
  await noteFile(tx, organisation.id, { format, marking: about.marking });
  const bytes = await writeSheetTemplate(format, { about, name: said.section, rows, blankRows: 40, columns: riskFields.map((field) => columnOf(visit, matrix, field)) });
  return { is: 'download', fileName: said.templateName(organisation.shortName, format), mediaType: formats[format].mediaType, body: bytes };
}

function documentOf({ words, organisation, today }: MemberVisit, { demonstration }: FileOptions, risks: readonly Risk[], sections: readonly Section[]): Document {
  const notice = [demonstration ? words.reports.deck.demonstration : '', organisation.invented ? words.site.invented(organisation.name) : ''].filter((sentence) => sentence !== '').join(' ');
  return {
    title: words.imports.log.title, subtitle: organisation.name, organisation: organisation.name, year: writtenYear(yearContaining(today)), language: 'en-GB', marking: highestMarking(risks.map(({ marking }) => marking)),
    audience: 'restricted', dated: today, ...(notice === '' ? {} : { notice }), product: words.site.product, brandColour, sections,
  };
}

function cellOf({ words }: MemberVisit, risk: Risk, field: RiskField): string {
  switch (field) {
    case 'id': return risk.id;
    case 'version': return String(risk.version);
    case 'theme': return words.riskLog.themes[risk.theme];
    case 'standing': return risk.closedOn === null ? '' : words.imports.standings.closed;
    case 'reason': return risk.closedReason ?? '';
    default: return saidOf(risk)[field] ?? '';
  }
}

function templateCell(visit: MemberVisit, matrix: MatrixVersion, risk: Risk, field: RiskField): string {
  const text = cellOf(visit, risk, field);
  return stepChoices(matrix, field)?.find((choice) => choice.startsWith(text)) ?? text;
}

function columnOf({ words }: MemberVisit, matrix: MatrixVersion, field: RiskField): SheetColumn {
  const isHidden = field === 'id' || field === 'version';
  const list = field === 'theme' ? themes.map((theme) => words.riskLog.themes[theme]) : field === 'marking' ? markings : field === 'standing' ? Object.values(words.imports.standings) : stepChoices(matrix, field);
  const isLong = ['cause', 'event', 'effect', 'controls', 'reason', 'public_summary'].includes(field);
  return { title: words.imports.kinds['risk-log'].fields[field], is: isHidden ? 'hidden' : 'free', width: isLong ? 40 : 18, ...(list ? { choices: list } : {}) };
}

/** The steps of the area's matrix with their words: "3: Possible". */
function stepChoices({ likelihoods, impacts }: MatrixVersion, field: RiskField): readonly string[] | undefined {
  const words = field.endsWith('_likelihood') ? likelihoods : field.endsWith('_impact') ? impacts : undefined;
  return words && steps.map((step) => `${step}: ${words[step - 1] ?? ''}`);
}
