import { keptMailDays, shorterWaitsDays, type KeptForYears } from '../kernel/retention.ts';
import { longDay, longMoment } from './dates.ts';
import { site } from './site.ts';

const kinds: Readonly<Record<string, string>> = {
  access_grant: 'access for another body', action: 'an action of the plan', action_evidence: 'evidence to an action', action_note: 'a note of progress to an action',
  amendment: 'an amendment', answer: 'an answer', assessment: 'an assessment', assignment: 'an assignment', bundle: 'a bundle of evidence',
  challenge: 'a challenged rating', challenge_reply: 'an answer to a challenge', comment: 'a comment', chase: 'that a return was asked for',
  confirmation: 'that a text tells of no person', cover: 'cover for somebody', department: 'a department', disposal: 'that records went',
  channel_agreement: 'an information-sharing agreement', channel_control: 'an area of an annual statement', channel_meeting: 'a meeting of the Channel panel', channel_office: 'a chair or deputy of the Channel panel', channel_panel: 'whose the Channel panel is',
  channel_presence: 'who came for a seat', channel_reviews: 'reviews of a quarter', channel_seat: 'a seat of the Channel panel', channel_statement: 'an annual statement',
  evidence: 'a piece of evidence', evidence_use: 'evidence to an indicator', exemption: 'an exempt part', findings_reply: 'a reply to the findings',
  follow_up: 'the follow-up of a recommendation', follow_up_evidence: 'evidence to a recommendation', letter: 'the adviser’s letter', look: 'how outputs look', membership: 'a role',
  moderation: 'the findings', one_time_link: 'a link for signing in', outcome: 'an outcome', paper_text: 'a text of the paper',
  past_count: 'a number of outcomes of a past year', past_year: 'a past year', person: 'a person', plan_objective: 'an objective of the plan', progress_note: 'a note of progress',
  publication: 'the publication of findings', rating: 'a self-rating', recommendation: 'a recommendation', reopening: 'a re-opening', report: 'a report',
  retention_period: 'a period', rework: 'a return for rework', shared_findings: 'findings shared as a draft', sign_off: 'a sign-off', strength: 'a strength',
  submission: 'the submission', threshold: 'the threshold of small numbers', visit_note: 'a note of a visit', year_document: 'a document of a year',
  police_profile: 'an edition of the police local profile', return_note: 'a note beside a return', returned_risk: 'a risk of a return', risk: 'a risk',
  risk_citation: 'what a risk rests on', risk_reply: 'an answer to a passed risk', risk_request: 'a risk passed to another body', risk_withdrawal: 'a passed risk that was taken back',
  risk_confirmation: 'that a risk is unchanged', risk_event: 'a review after an event', risk_event_answer: 'an answer to a review',
  booking: 'a booking', booking_advice: 'a question to the legal team', booking_check: 'what was looked at', booking_correction: 'a correction of a booking', booking_key: 'a decision about a booking', booking_review: 'a review of a booking', key_holder: 'who holds a key',
  partner_check: 'a check of a partner', venue_incident: 'an incident at a venue', venue_policy: 'an edition of the policy on hire', venue_site: 'a site',
  risk_event_body: 'a body whose log is reviewed', risk_matrix: 'how risks are scored', risk_quarter: 'a quarter of the calendar', risk_return: 'a quarterly return',
  risk_scoring: 'a score', referral_pathway: 'an edition of the referral pathway', sample_answer: 'the answers about single cases', sample_check: 'whether an action has worked', sample_draw: 'a draw',
  sample_exercise: 'a dip sample', sample_programme: 'the programme of dip samples', sample_report: 'the report of a dip sample', sample_seat: 'a seat in a dip sample', sample_tally: 'a tally',
};

const fields: Readonly<Record<string, string>> = {
  area: 'Part of the paper', audience: 'Audience', because: 'Because', below: 'Left out below', colour: 'Colour', benchmark_code: 'Benchmark',
  benchmarks: 'Number of benchmarks', bytes: 'Size in bytes', agreed_on: 'Agreed on',
  checked_at: 'Checked', checked_by: 'Checked by', confirmed_at: 'Confirmed', confirmed_by: 'Confirmed by', dated_on: 'Date of the evidence', disposed_on: 'On',
  due_on: 'Due', expires_on: 'Expires on', field: 'In', file_name: 'File name', from_day: 'From', handed_in_at: 'Handed in again', indicator_code: 'Indicator',
  kept: 'Self-rating kept', lead_body: 'Lead body', letter_dated_on: 'Date of the letter', level_code: 'Level', logo_alternative: 'What the logo says', logo_sha256: 'Logo by its hash', looked_like: 'Looked like',
  media_type: 'Type of file', meets_on: 'Meets on', narrative: 'Narrative', not_applicable: 'Not applicable', not_applicable_reason: 'Why it is not applicable',
  note: 'Note', number: 'Number', open_to_members: 'Open to members', opened_on: 'Opened on', outcome: 'Outcome', origin: 'Where it came from', origin_note: 'Which one',
  owner_body: 'Owner', owner_role: 'Owner', papers_due_on: 'Paper due', paragraph: 'Paragraph of Schedule 12A', part: 'Exempt part', partners: 'Partners',
  period: 'Period', product_version: 'Made by version', proposed_at: 'Closure proposed', proposed_by: 'Closure proposed by', published_at: 'Published',
  rag: 'How it stands', reason: 'Reason', reason_not_stated: 'Reason not stated in the source', record_kind: 'Record', next_review_on: 'Next review',
  nil_reason: 'Why there is nothing to report',
  records: 'How many', released_at: 'Opened to the adviser', said: 'Comment', self_level_code: 'Self-rating that was challenged', sent_on: 'Sent on',
  shown_as: 'Name on outputs', template_file: 'Word template', template_sha256: 'Word template by its hash',
  withdrawn_at: 'Withdrawn', holds_from: 'Holds from', years: 'Years', years_until_then: 'Years until then', withdrawn_reason: 'Why it was withdrawn',
  shared_at: 'Shared with the organisation', source: 'Source', stance: 'Reply', start_on: 'Starts', status: 'Answer', success_measure: 'Measure of success', to_day: 'Until', until: 'Until', url: 'Address',
};

const values: Readonly<Record<string, string>> = { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Not applicable', true: 'yes', false: 'no', infinity: 'no end', '-infinity': 'no beginning', ...site.roles };

const sentenceCase = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

const years = (count: number) => `${count} ${count === 1 ? 'year' : 'years'}`;

const kept = {
  assurance: (time: string) => `${time} after the end of the financial year; an action ${time} after it was closed`, evidence: (time: string) => `${time} after it was added or dated, whichever is later`,
  access: (time: string) => `${time} after it ended`, account: (time: string) => `${time} after the last role ended`,
} satisfies Record<KeptForYears, (time: string) => string>;

export const history = {
  kept: {
    title: (organisation: string) => `How long the records of ${organisation} are kept`,
    heading: 'How long records are kept',
    intro: 'Every record has a period. When it is over the record goes by itself, at night, with everything that hangs on it. An administrator sets the periods of your council’s own schedule, within bounds.',
    caption: 'Periods', kind: 'Records', period: 'Kept',
    classes: {
      assurance: 'Assessments, ratings, submissions, findings and what follows from them, and actions of the plan', evidence: 'Evidence that no assessment uses any more', access: 'What was opened to other bodies',
      account: 'People, their roles and their accounts',
    } satisfies Record<KeptForYears, string>,
    now: (period: KeptForYears, count: number) => kept[period](years(count)),
    coming: (period: KeptForYears, count: number, day: string) => `From ${day}: ${kept[period](years(count))}`,
    passing: `Sessions, keys of forms and counts of sign-ins are kept for a day, or until they end; letters of the product to its people, sent or not, for ${keptMailDays} days. What reviewers of a dip sample answer about single cases goes when it is closed, and 30 days after the draw at the latest.`,
    change: (period: KeptForYears) => ({ assurance: 'How long assessments are kept', evidence: 'How long evidence is kept', access: 'How long what was opened is kept', account: 'How long people are kept' })[period],
    changeColumn: 'Change', changeLink: 'Change',
    least: {
      assurance: (count: number) => `At least ${years(count)}, because new years are compared with those before and the Home Office may ask about them.`,
      evidence: (count: number) => `At least ${years(count)}, because the next year’s assessment may use it again.`,
      access: (count: number) => `At least ${years(count)}, so that it can be said who was able to read what.`,
      account: (count: number) => `At least ${years(count)}, because the year’s records name who wrote them.`,
    } satisfies Record<KeptForYears, (count: number) => string>,
    most: (count: number) => `At most ${years(count)}, because personal data must not be kept for longer than it is needed (UK GDPR, Article 5(1)(e)). The bounds are this product’s own.`,
    waits: `A longer period holds at once. A shorter one holds after ${shorterWaitsDays} days, so that a slip can be put right before anything goes.`,
    years: 'Years', yearsHint: (least: number, most: number, usual: number) => `A whole number from ${least} to ${most}. It is ${usual} where nobody has chosen.`,
    badYears: (least: number, most: number) => `Enter a whole number from ${least} to ${most}`, save: 'Save',
    conflict: 'Somebody else changed this period after you opened the page. This is how it stands now. Nothing of yours was saved.',
    noSuch: { title: 'There is no such period', sentence: 'Go back to how long records are kept and choose one.' },
    goneHeading: 'What went', none: 'Nothing has gone yet.', day: 'Day', what: 'Record', count: 'How many', because: 'Kept until',
    proof: 'The history keeps that a record went, when and why. Its texts are erased; their fingerprints remain, so that “dueregard verify” still finds the trail whole.',
  },
  ofOrganisation: (name: string) => `History of ${name}`,
  ofRecord: (kind: string) => `History of ${kind}`,
  explanation: 'The database writes this trail by itself. Nobody can change or remove an entry, and “dueregard verify” checks that nobody has.',
  link: 'What happened to this record, and who did it',
  older: 'Older entries',
  product: 'DueRegard itself',
  number: (seq: number) => `entry ${seq}`,
  moment: longMoment,
  person: (name: string, organisation: string) => `${name} (${organisation})`,
  kind: (kind: string) => kinds[kind] ?? sentenceCase(kind),
  field: (field: string) => fields[field] ?? sentenceCase(field),
  event: (action: 'added' | 'changed' | 'removed' | 'noted', kind: string) => `${{ added: 'Added', changed: 'Changed', removed: 'Removed', noted: 'Noted' }[action]} ${kind}`,
  value: (value: unknown): string | undefined => {
    if (value === undefined || value === null || value === '') return undefined;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return longDay(text);
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
