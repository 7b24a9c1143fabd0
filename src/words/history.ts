import { site } from './site.ts';

const kinds: Readonly<Record<string, string>> = {
  access_grant: 'access for another body', answer: 'an answer', assessment: 'an assessment', department: 'a department', evidence: 'a piece of evidence',
  evidence_use: 'evidence to an indicator', membership: 'a role', one_time_link: 'a link for signing in', moderation: 'the findings', outcome: 'an outcome', person: 'a person', publication: 'the publication of findings',
  exemption: 'an exempt part', paper_text: 'a text of the paper', rating: 'a self-rating', recommendation: 'a recommendation', report: 'a report', strength: 'a strength', submission: 'the submission',
};

const fields: Readonly<Record<string, string>> = {
  status: 'Answer', note: 'Note', level_code: 'Level', narrative: 'Narrative', not_applicable: 'Not applicable', not_applicable_reason: 'Why it is not applicable',
  lead_body: 'Lead body', reason_not_stated: 'Reason not stated in the source', indicator_code: 'Indicator', benchmark_code: 'Benchmark', dated_on: 'Date of the evidence',
  expires_on: 'Expires on', owner_role: 'Owner', file_name: 'File name', released_at: 'Opened to the adviser', from_day: 'From', to_day: 'Until', published_at: 'Published',
  area: 'Part of the paper', part: 'Exempt part', meets_on: 'Meets on', papers_due_on: 'Paper due', sent_on: 'Sent on', audience: 'Audience', product_version: 'Made by version', withdrawn_at: 'Withdrawn', withdrawn_reason: 'Why it was withdrawn', paragraph: 'Paragraph of Schedule 12A', open_to_members: 'Open to members', until: 'Until',
  checked_at: 'Checked', checked_by: 'Checked by', letter_dated_on: 'Date of the letter', opened_on: 'Opened on', media_type: 'Type of file', bytes: 'Size in bytes', url: 'Address',
};

const values: Readonly<Record<string, string>> = { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Not applicable', true: 'yes', false: 'no', infinity: 'no end', '-infinity': 'no beginning', ...site.roles };

const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });

const sentenceCase = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

export const history = {
  ofOrganisation: (name: string) => `History of ${name}`,
  ofRecord: (kind: string) => `History of ${kind}`,
  explanation: 'The database writes this trail by itself. Nobody can change or remove an entry, and “dueregard verify” checks that nobody has.',
  link: 'What happened to this record, and who did it',
  older: 'Older entries',
  product: 'DueRegard itself',
  number: (seq: number) => `entry ${seq}`,
  moment: (at: Date) => moment.format(at),
  person: (name: string, organisation: string) => `${name} (${organisation})`,
  kind: (kind: string) => kinds[kind] ?? sentenceCase(kind),
  field: (field: string) => fields[field] ?? sentenceCase(field),
  event: (action: 'added' | 'changed' | 'removed' | 'noted', kind: string) => `${{ added: 'Added', changed: 'Changed', removed: 'Removed', noted: 'Noted' }[action]} ${kind}`,
  value: (value: unknown): string | undefined => {
    if (value === undefined || value === null || value === '') return undefined;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day.format(new Date(`${text}T12:00:00Z`));
    // The codes of levels and roles are words joined by underscores.
    return values[text] ?? (/^[a-z]+(_[a-z]+)*$/.test(text) ? sentenceCase(text) : text);
  },
  became: (field: string, to: string) => `${field}: ${to}`,
  changed: (field: string, from: string, to: string) => `${field}: from ${from} to ${to}`,
  was: (field: string, from: string) => `${field} was ${from}`,
  emptied: (field: string) => `${field} was emptied`,
  erased: (field: string) => `${field}: the text was erased; its fingerprint remains`,
  none: { title: 'There is no such history', sentence: 'No entry of the trail is about this record. Check the address, or open the history of the organisation.' },
};
