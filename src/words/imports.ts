const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const rows = (count: number) => some(count, 'row', 'rows');

/** What people read when a spreadsheet comes in. */
export const imports = {
  kinds: {
    'risk-log': {
      link: 'Bring in a spreadsheet', title: (organisation: string) => `Bring a risk log of ${organisation} in`,
      intro: 'A file filled in away from here: our template, or a spreadsheet of your own. Nothing is changed until you have seen what would become of each row.',
      fields: {
        id: 'Identifier', version: 'Version', theme: 'Theme', cause: 'Cause', event: 'Event (the risk)', effect: 'Effect', controls: 'Controls', owner: 'Owner', benchmarks: 'Benchmarks', public_summary: 'Summary that is safe to publish',
        review: 'Next review', marking: 'Marking', inherent_likelihood: 'Likelihood before controls', inherent_impact: 'Impact before controls', residual_likelihood: 'Likelihood with controls', residual_impact: 'Impact with controls',
        target_likelihood: 'Target likelihood', target_impact: 'Target impact', standing: 'This quarter', reason: 'Reason for the change',
      },
    },
    plan: {
      link: 'Bring in a plan', title: (organisation: string) => `Bring a plan of ${organisation} in`,
      intro: 'The list that was taken away from here, or a plan of your own in a spreadsheet. Nothing is changed until you have seen what would become of each row.',
      fields: {
        reference: 'Reference', benchmark: 'Benchmark', objective: 'Objective', action: 'Action', owner: 'Owner', role: 'Role', partners: 'Partners', start: 'Start', due: 'Due', measure: 'Success measure', state: 'State', rag: 'RAG',
        progress: 'Progress', origin: 'Where it came from', originNote: 'Which one', marking: 'Marking',
      },
    },
  },
  upload: {
    file: 'Excel (XLSX), OpenDocument (ODS) or CSV file', hint: 'At most 10 MB and 10,000 rows. Formulas are read as what they last showed.', quarter: 'For which quarter?', quarterHint: 'For example, 2025-26-Q4.', read: 'Read the file',
    waits: 'You have had a file read and not brought it in:',
  },
  formats: { xlsx: 'Excel', ods: 'OpenDocument', csv: 'CSV' },
  preview: {
    title: (fileName: string) => `What ${fileName} would change`, heading: 'What the file would change',
    read: (fileName: string, sheet: string, count: number) => `Read from ${fileName}${sheet === '' ? '' : `, sheet “${sheet}”`}: ${rows(count)}.`, quarter: (quarter: string) => `For ${quarter}.`, nothingYet: 'Nothing has been changed yet.',
    beyond: (cell: string) => `Cells far to the right, from ${cell} on, were not read.`,
    counts: {
      refused: (count: number) => `${rows(count)} refused`, moved: (count: number) => `${rows(count)} changed here meanwhile`, closed: (count: number) => `${count} to close`, changed: (count: number) => `${count} to change`,
      added: (count: number) => `${count} to add`, confirmed: (count: number) => `${count} to confirm as unchanged`, same: (count: number) => `${count} as ${count === 1 ? 'it is' : 'they are'}`,
    },
    headings: { refused: 'Refused', moved: 'Changed here meanwhile', closed: 'To close', changed: 'To change', added: 'To add', confirmed: 'To confirm as unchanged', same: 'As they are' },
    hints: {
      refused: 'These rows are left out. Mend them in the file and bring it in again, or go on without them.', moved: 'Somebody changed these here after the file was made. What stands here stays, unless you take the row.',
      closed: 'These will be closed. An action of a plan is proposed for closing, and a second person confirms it.', changed: 'These stand here already and will be changed.', added: 'These are new.', confirmed: 'These will be marked as looked at and unchanged.', same: 'Nothing is done about these.',
    },
    row: 'Row', label: 'What', reasons: 'Why, and what to do', changes: 'What changes', from: 'now', to: 'in the file', none: 'nothing', take: (row: number) => `Take row ${row} of the file`, before: 'Here', after: 'In the file', field: 'Field',
    more: (count: number) => `Show all ${rows(count)}`, all: 'Show everything again',
    apply: (count: number) => `Bring in ${rows(count)}`, nothing: 'There is nothing to bring in.', discard: 'Throw the file away', moved: 'The records changed after you looked. Nothing was brought in. This is what the file would change now.',
  },
  columns: {
    heading: 'Which column is what', intro: 'Common headings are found by themselves. What you choose here is remembered for the next file.', missing: (fields: readonly string[]) => `Say in which column this stands: ${fields.join(', ')}.`,
    none: 'Not in the file', save: 'Use these columns', noSuch: 'Choose a column of the file', unnamed: (column: string) => `Column ${column}`,
  },
  cellFaults: {
    formula: 'this is a formula without a result. Open the file in a spreadsheet program, save it and bring it in again', error: 'this is an error of a formula. Mend it in the file',
    personal: 'this looks like it tells of one person. Take it out of the file. Nothing about a referred person belongs here',
  },
  reason: (field: string, sentence: string) => (field === '' ? sentence : `${field}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`),
  refused: {
    'none': 'Choose a file',
    'kind': 'Choose a file whose name ends in .xlsx, .ods or .csv. Save it as one of these first',
    'other kind': 'The file is not what its name says. Open it in a spreadsheet program, save it as .xlsx, .ods or .csv, and choose it again',
    'too large': 'The file is larger than 10 MB. Delete pictures and what is not needed, or bring it in as several files',
    'protected': 'The file opens with a password. Save it without one and choose it again',
    'old': 'The file is of an old kind of Excel. Save it as .xlsx and choose it again',
    'macros': 'The file holds macros. Save it without them, as .xlsx or .ods, and choose it again',
    'expands': 'The file holds far more than a spreadsheet of this size should, so it was not read to its end. Copy the rows into a new file and choose that',
    'doctype': 'The file holds a document type, which no spreadsheet program writes. Save it again in a spreadsheet program and choose it again',
    'damaged': 'The file is damaged or was cut off. Open it in a spreadsheet program, save it and choose it again',
    'too many rows': 'A sheet of the file has more than 10,000 rows. Delete what is not needed, or bring it in as several files',
    'too much': 'The file holds more text than can be read at once. Delete what is not needed, or bring it in as several files',
    'too long': 'It took too long to read the file. Copy the rows into a new file and choose that',
    'empty': 'The file holds no rows. Choose one with a row of headings and the rows below it',
    'noTable': 'No row of the file names any of the columns that are needed. Give the columns headings and choose it again',
  },
  missing: { title: 'There is no such file', sentence: 'It was brought in, thrown away, or waited for longer than a day. Choose it again.' },
  noKind: { title: 'There is no such list', sentence: 'A risk log or a plan can be brought in.' },
  log: {
    title: 'Risk log', section: 'Risks', caption: 'Risks of the log', number: 'Number', list: 'Take the whole log away:', template: 'Take a template to fill in away from here:', fileName: (org: string, format: string) => `${org}-risk-log.${format}`,
    templateName: (org: string, format: string) => `${org}-risk-log-template.${format}`, noFormat: { title: 'There is no such file', sentence: 'The log can be taken away as XLSX, ODS or CSV, and a template as XLSX or ODS once the scoring has been agreed.' }, howTitle: 'How to fill it in',
    how: [
      'Every open risk stands in a row of its own. Look at each one, and choose “Unchanged”, “Changed” or “Closed” in the column “This quarter”.', 'Give a reason where a score changes or a risk is closed.', 'Write a new risk in an empty row below. Leave “This quarter” empty there.',
      'Write about places, services, online spaces and what the organisation can do. Never about a person, and never about a community.', 'Name a role as the owner, never a person.', 'Write a day as 2026-06-30 or 30/06/2026.',
      'Headings cannot be changed, and two columns out of sight say which risk a row is. Do not copy rows over each other.', 'Bring the file in at the page “Bring in a spreadsheet”. You see what would become of each row before anything is changed.',
    ],
  },
  standings: { unchanged: 'Unchanged', changed: 'Changed', closed: 'Closed' }, quarterSent: 'The return for this quarter has been sent. Bring the file in for the next quarter', newAndClosed: 'A risk that is not here cannot be closed. Leave the row out',
  noSuchRecord: 'Nothing here has this identifier. Clear the cell to add the row as new', twice: (row: number) => `This is the same as row ${row}. Take one of the two out`, alreadyClosed: 'This is closed. Open it again here first',
  command: {
    usage: 'risk-log|plan FILE --organisation ORGANISATION [--quarter QUARTER] [--map FIELD=HEADING …] [--dry-run]',
    means: 'Brings a risk log or a plan in from a spreadsheet; --dry-run says what would become of each row and changes nothing.',
    noOrganisation: (name: string) => `There is no organisation “${name}”. “./dueregard organisation list” lists them.`,
    noQuarter: 'Say for which quarter: --quarter 2025-26-Q4', badMap: (written: string) => `“${written}” names no field. Write FIELD=HEADING, as in --map owner="Risk owner".`,
    fields: (names: readonly string[]) => `The fields are: ${names.join(', ')}.`, missing: (fields: readonly string[]) => `The file has no column for: ${fields.join(', ')}. Name it with --map FIELD=HEADING.`,
    line: (row: number, is: string, label: string) => `row ${row}  ${is}  ${label}`, dryRun: 'Nothing was changed (--dry-run).', done: 'Brought in.', changes: (field: string, before: string, now: string) => `    ${field}: “${before}” becomes “${now}”`, reason: (sentence: string) => `    ${sentence}`,
    kinds: { refused: 'refused', moved: 'left, changed here meanwhile', closed: 'close', changed: 'change', added: 'add', confirmed: 'confirm', same: 'as it is' },
  },
};
