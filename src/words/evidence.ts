import { writtenYear, type Day, type Year } from '../kernel/year.ts';
import { longDay } from './dates.ts';

/** "2 January 2025". */
const day = (on: Day | null) => (on === null ? 'Not dated' : longDay(on));

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const age = ({ months, days }: { readonly months: number; readonly days: number }) =>
  days === 0 ? 'dated today' : `${months > 0 ? counted(months, 'month', 'months') : counted(days, 'day', 'days')} old`;

/** What may be kept, by the claim that a name makes. */
const kinds = {
  pdf: 'a PDF', png: 'a PNG picture', jpeg: 'a JPEG picture', docx: 'a Word document (.docx)', xlsx: 'an Excel workbook (.xlsx)', pptx: 'a PowerPoint presentation (.pptx)',
  odt: 'an OpenDocument text (.odt)', ods: 'an OpenDocument spreadsheet (.ods)', odp: 'an OpenDocument presentation (.odp)',
  txt: 'plain text (.txt)', csv: 'a table as text (.csv)', md: 'Markdown text (.md)',
};

/** What a file turned out to be, where it is nothing that may be kept. */
const found = {
  empty: 'It is empty. Check that it was saved, and add it again.',
  program: 'It is a program. Evidence is a document, a picture or a link: save what it shows as a PDF and add that.',
  webPage: 'It is a web page or an SVG drawing, which can hold hidden programs. Save it as a PDF, or add a link to it.',
  macros: 'It is an Office file with macros. Save it without macros (.docx, .xlsx, .pptx or a PDF) and add that.',
  oldOffice: 'It is an Office file of the old kind (.doc, .xls, .ppt) or one with a password. Neither can be checked for macros. Save it as .docx, .xlsx, .pptx or PDF without a password and add that.',
  locked: 'It is locked with a password, so that nobody could read it as evidence. Save it without a password and add that.',
  archive: 'It is an archive (zip). Add the files in it one by one.',
  archiveTooLarge: 'It would unpack to more than an office document ever should. Save it as a PDF and add that.',
  damaged: 'It is damaged: it begins like a document, and the rest does not follow. Open it, save it again and add that.',
  unknown: 'What it is cannot be told. Save it as a PDF and add that.',
};

export type FileKind = keyof typeof kinds;
export type Unfit = keyof typeof found;

export const evidence = {
  kinds,
  day,
  refused: {
    titleMissing: 'Enter a title that says what the evidence is',
    titleTooLong: 'Shorten the title to 200 characters or fewer',
    ownerMissing: 'Enter the role that keeps the evidence up to date',
    ownerTooLong: 'Shorten the role to 120 characters or fewer',
    ownerIsAddress: 'Enter a role, such as “Prevent lead”, and not a person’s address',
    notOneLine: 'Write it on one line, without special control characters',
    datedMissing: 'Enter the date on the evidence',
    datedUnreal: 'The date on the evidence must be a real date, like 2 1 2025',
    datedInFuture: 'The date on the evidence must be today or earlier',
    expiresUnreal: 'The date when it expires must be a real date, like 2 1 2027, or empty',
    expiresBeforeDate: 'The evidence cannot expire before its own date',
    markingMissing: 'Choose OFFICIAL or OFFICIAL-SENSITIVE',
    secretMarking: 'Nothing marked SECRET or TOP SECRET may be kept here. Follow your security team’s instructions for such a document',
    secretTitle: 'The title claims a SECRET or TOP SECRET marking. Nothing so marked may be kept here. If it is not a marking, write the word in small letters',
    secretFile: 'The name of the file claims a SECRET or TOP SECRET marking. Nothing so marked may be kept here. If it is not a marking, rename the file',
    secretText: 'The text carries a SECRET or TOP SECRET marking. Nothing so marked may be kept here. Follow your security team’s instructions for such a document',
    linkMissing: 'Enter the link',
    linkNotWeb: 'Enter a link that begins with https:// or http://',
    linkWithPassword: 'The link holds a user name or password. Take it out of the link',
    linkTooLong: 'Shorten the link to 2,000 characters or fewer',
    fileMissing: 'Choose a file',
    fileNameTooLong: 'Shorten the name of the file to 255 characters or fewer',
    noneChosen: 'Choose at least one piece of evidence',
  },
  unfit: (fileName: string, unfit: Unfit) => `“${fileName}” cannot be kept. ${found[unfit]}`,
  unknownEnding: (fileName: string) => `“${fileName}” cannot be kept: evidence files end in .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .png, .jpg, .txt, .csv or .md. Save it as one of these and add that.`,
  notWhatItSays: (fileName: string, claimed: FileKind, seems: FileKind, ending: string) =>
    `“${fileName}” is not what its name says: the name claims ${kinds[claimed]}, and it seems to be ${kinds[seems]}. Rename it to end in ${ending}, or save it again as what the name says.`,
  list: {
    title: (organisation: string) => `Evidence of ${organisation}`,
    breadcrumb: 'Evidence',
    caption: 'Files and links',
    lead: 'Everything that stands behind the answers of any year. Add evidence from the indicator that it is for; once here, it can be used for others.',
    filter: 'Show only', text: 'Words in the title, name, link or role', expiry: 'Expiry', apply: 'Filter', clear: 'Show everything',
    expiryChoices: { all: 'All', soon: 'Expires soon', expired: 'Expired' },
    columns: { title: 'Title', kind: 'Kind', dated: 'Dated', expires: 'Expires', owner: 'Owner', marking: 'Marking', uses: 'Used by' },
    uses: (count: number) => (count === 0 ? 'No indicator' : counted(count, 'indicator', 'indicators')),
    count: (total: number) => (total === 0 ? 'No evidence matches.' : `${counted(total, 'piece', 'pieces')} of evidence.`),
    nothing: 'There is no evidence yet. Open an indicator of an assessment to add the first.',
    previous: 'Previous', next: 'Next', pages: 'Pages of evidence',
  },
  kind: { file: 'File', link: 'Link' },
  expiry: { expired: 'Expired', soon: 'Expires soon' },
  noExpiry: 'No expiry date',
  item: {
    kind: 'Kind', fileName: 'File', url: 'Link', dated: 'Dated', expires: 'Expires', owner: 'Owner', marking: 'Marking', sha256: 'SHA-256 of the content',
    download: (fileName: string) => `Download ${fileName}`,
    size: (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`),
    linkNote: 'DueRegard never opens links itself. What stands behind this one may change.',
    uses: 'Where it is used', unused: 'It is not behind any indicator.',
    use: (year: Year, code: string) => `${writtenYear(year)}: indicator ${code}`,
    change: 'Change these details', save: 'Save',
  },
  conflict: {
    title: 'Somebody else changed this evidence first',
    sentence: 'Nothing of yours was saved yet. Compare the two, then save yours over it, or keep what stands.',
    caption: 'What stands and what you wrote', field: 'Detail', theirs: 'What stands now', yours: 'What you wrote',
    yoursHeading: 'Save yours', keep: 'Keep what stands',
  },
  missing: { title: 'There is no such evidence', sentence: 'It may belong to another organisation. Open the list of evidence and start from there.' },
  noIndicator: { title: 'There is no such indicator', sentence: 'The year’s assessment has no indicator of this code. Open the assessment and start from there.' },
  damaged: {
    title: 'This file is damaged',
    sentence: 'What is stored is no longer what was added, so it is not sent. Ask whoever runs DueRegard to restore it from a backup, or add the file again.',
    reference: (reference: string) => `Give this reference: ${reference}`,
  },
  behind: {
    title: (code: string) => `Evidence for indicator ${code}`,
    indicator: (code: string) => `Indicator ${code}`,
    none: 'No evidence stands behind this indicator yet.',
    caption: 'Evidence behind this indicator',
    remove: 'Take away', removeHidden: (title: string) => `: ${title}`, action: 'Change',
    add: 'Add evidence',
    ways: { uses: 'Use what you have', file: 'Add a file', link: 'Add a link' },
    neverUpload: 'Add nothing about a person who was referred, a Channel case, a speaker or an attendee, and nothing marked SECRET or above.',
    search: 'Search your evidence', searchButton: 'Search',
    choose: 'Evidence that you have',
    chooseMore: (shown: number, total: number) => `The ${shown} newest of ${total}. Search to find others.`,
    chooseNone: 'You have no other evidence that matches.',
    chosenHint: (kind: string, on: Day | null) => `${kind}, ${on === null ? 'not dated' : `dated ${day(on)}`}`,
    useButton: 'Use for this indicator', fileButton: 'Add file', linkButton: 'Add link',
    submitted: { title: 'The assessment has been submitted', sentence: 'Its evidence stands as it was and can no longer be changed.' },
    back: 'Back to the evidence of the indicator',
  },
  fields: {
    file: 'File', fileHint: (megabytes: number) => `PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG or text, at most ${megabytes} MB. Save older Office files and files with macros as one of these.`,
    fileAgain: 'Choose the file again: browsers do not keep it.',
    link: 'Link', linkHint: 'Where the evidence can be read, beginning with https://',
    title: 'Title', titleHint: 'What it is, as its readers know it. No names of persons.',
    owner: 'Owner', ownerHint: 'The role that keeps it up to date, such as “Prevent lead”. Never a person’s name.',
    dated: 'Date on the evidence', datedHint: 'For example, 2 1 2025',
    expires: 'Date when it expires, if it does', expiresHint: 'For example, the day when a policy is due for review',
    marking: 'Marking', markingHint: 'As the document itself is marked',
  },
  facts: {
    newest: (old: { readonly months: number; readonly days: number }, on: Day) => `The newest evidence is ${age(old)} (${day(on)}).`,
    undated: 'No piece of the evidence has a date.',
    newestRule: 'The latest date on any evidence set behind this indicator, counted to today in whole months, or in days when it is less than one.',
    expiry: ({ pieces, expired, expiring }: { readonly pieces: number; readonly expired: number; readonly expiring: number }) => {
      const parts = [expired > 0 ? `${expired} expired` : '', expiring > 0 ? `${expiring} will expire soon` : ''].filter((part) => part !== '');
      return `Of ${counted(pieces, 'piece', 'pieces')} of evidence, ${parts.join(' and ')}.`;
    },
    expiryRule: (days: number) => `Evidence has expired from the day after its expiry date. It expires soon when that date is at most ${days} days away.`,
  },
};
