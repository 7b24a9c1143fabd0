/** What the writers of documents say themselves. */
export const documents = {
  page: (number: string, total: string) => `Page ${number} of ${total}`,
  part: (title: string, number: number, total: number) => `${title} (${number} of ${total})`,
  continued: (text: string) => `${text} (continued)`,
  lead: (label: string) => `${label}: `,
  source: (source: string) => `Source: ${source}`,
  outcome: (label: string, outcome: string) => `${label}: ${outcome}`,
  counted: (name: string, count: number) => `${name} ${count}`,
  strip: (title: string, outcomes: readonly string[]) => `${title}. ${outcomes.join('; ')}.`,
  owner: (organisation: string, year: string) => `${organisation} · ${year}`,
  pageTitle: (title: string, organisation: string) => `${title} – ${organisation}`,
  contents: 'Contents',
  hiddenCount: 'small number',
  sheets: {
    about: 'About', text: 'Text', part: 'Part', heading: 'Heading', field: 'What', value: 'Text', title: 'Title', subtitle: 'Subtitle', organisation: 'Organisation', year: 'Year',
    yearAndDate: 'Year and date', marking: 'Marking', audience: 'For', notice: 'Notice', sheet: 'Sheet', row: 'Row', column: 'Column',
    audiences: { public: 'the public', members: 'elected members', restricted: 'restricted readers' },
  },
};

export type DocumentWords = typeof documents;

const inWelsh: DocumentWords = {
  page: (number, total) => `Tudalen ${number} o ${total}`,
  part: (title, number, total) => `${title} (${number} o ${total})`,
  continued: (text) => `${text} (parhad)`,
  lead: (label) => `${label}: `,
  source: (source) => `Ffynhonnell: ${source}`,
  outcome: (label, outcome) => `${label}: ${outcome}`,
  counted: (name, count) => `${name} ${count}`,
  strip: (title, outcomes) => `${title}. ${outcomes.join('; ')}.`,
  owner: (organisation, year) => `${organisation} · ${year}`,
  pageTitle: (title, organisation) => `${title} – ${organisation}`,
  contents: 'Cynnwys',
  hiddenCount: 'rhif bach',
  sheets: {
    about: 'Ynghylch', text: 'Testun', part: 'Rhan', heading: 'Pennawd', field: 'Beth', value: 'Testun', title: 'Teitl', subtitle: 'Is-deitl', organisation: 'Sefydliad', year: 'Blwyddyn',
    yearAndDate: 'Blwyddyn a dyddiad', marking: 'Marc', audience: 'Ar gyfer', notice: 'Hysbysiad', sheet: 'Taflen', row: 'Rhes', column: 'Colofn',
    audiences: { public: 'y cyhoedd', members: 'aelodau etholedig', restricted: 'darllenwyr cyfyngedig' },
  },
};

/** The words in the language that the document is written in. */
export function documentWords(language: 'en-GB' | 'cy-GB'): DocumentWords {
  return language === 'cy-GB' ? inWelsh : documents;
}
