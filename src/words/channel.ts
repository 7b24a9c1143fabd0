import { writtenQuarter, writtenYear, type Year } from '../kernel/year.ts';
import { longDay } from './dates.ts';

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const offices = { chair: 'Chair', deputy: 'Deputy chair' };
const presences = { present: 'Present', substitute: 'Sent a substitute', absent: 'Absent' };
const notStated = 'reason not stated in the source';

/** How a Channel panel is run, without its cases. */
export const channel = {
  link: 'Channel panel', day: longDay, quarter: writtenQuarter, offices, presences,
  never: 'Write roles and agencies. Never a name, a case or a reference to one.',
  panel: {
    title: (organisation: string) => `Channel panel of ${organisation}`, heading: 'Channel panel',
    intro: 'How the panel is run: who chairs it, who sits on it, when it met and what it agreed. Its cases stay in the case system.',
    unset: 'Nothing has been recorded about a panel yet.', here: 'The panel is run here.',
    shared: (lead: string) => `You read this because your organisation shares the panel of ${lead}. Only ${lead} can change it.`,
    elsewhere: (lead: string | null) => (lead === null ? 'Not applicable.' : `Not applicable: the panel is run by ${lead}.`),
    reason: (reason: string | null) => (reason === null ? 'Reason: not stated in the source.' : `Reason: ${reason}`),
    ours: 'Panels that you share', ourShare: (lead: string) => `The panel of ${lead}`, noShare: 'No lead body has opened its panel’s record to you.',
    sharedCount: (names: readonly string[]) => `Shared with ${names.join(', ')}.`,
  },
  set: {
    heading: 'Whose panel it is', hereLabel: 'Is the panel run by your organisation?', yes: 'Yes', no: 'No, it is not applicable here', reasonLabel: 'If not: why?', leadLabel: 'Which body leads the panel?',
    leadHint: 'An organisation, such as a county council.', notStatedLabel: 'The source does not say why', notStatedHint: 'Tick this rather than guess. The lead body may then be left empty.', unknown: 'The reason is not stated in the source', save: 'Save',
  },
  chairs: {
    heading: 'Chair and deputy', caption: 'Chair and deputy, what was recorded last first', none: 'No chair has been recorded.', office: 'Office', role: 'Role', appointed: 'Appointed', trained: 'Trained', due: 'Training due again', notRecorded: 'Not recorded', now: 'Now', overdue: 'Overdue',
    add: 'Record a chair or a deputy', officeLabel: 'Which office?', roleLabel: 'Which role holds it?', roleHint: 'A role, such as “Head of safeguarding”, never a named person.', appointedLabel: 'When were they appointed?',
    trainedLabel: 'When were they trained? (optional)', dueLabel: 'When is the training due again? (optional)', correct: 'The entry that you record last counts. Those before it stay.', save: 'Record it',
  },
  seats: {
    heading: 'Seats', caption: 'Seats, with attendance in the last 12 months', none: 'No seat has been recorded.', agency: 'Agency', role: 'Role', end: 'End', ending: (agency: string, role: string) => ` the seat of ${agency}, ${role}`,
    add: 'Add a seat', agencyLabel: 'Which agency?', roleLabel: 'Which role sits for it?', save: 'Add the seat',
  },
  meetings: {
    heading: 'Meetings', caption: 'Meetings, the latest first', none: 'No meeting has been planned.', day: 'Day', state: 'Where it stands', held: 'Held', notHeld: 'Not held', planned: 'Planned', unsaid: 'Not recorded yet', open: 'Record attendance', see: 'Attendance',
    remove: 'Take out', of: (on: string) => ` of ${longDay(on)}`, count: (held: number, planned: number) => `${held} of ${counted(planned, 'meeting', 'meetings')} held in the last 12 months.`,
    add: 'Plan a meeting', dayLabel: 'When does the panel meet?', save: 'Plan the meeting',
  },
  meeting: {
    title: (organisation: string, on: string) => `Channel panel of ${organisation}: ${longDay(on)}`, heading: (on: string) => `Panel meeting of ${longDay(on)}`, heldLabel: 'Was the meeting held?', yes: 'Yes', no: 'No',
    notYet: (on: string) => `The meeting is on ${longDay(on)}. Attendance is recorded once it has been held.`, seatTitle: 'Seat', seat: (agency: string, role: string) => `${agency}, ${role}`, attendance: 'Attendance by seat', presence: 'Attendance', noSeats: 'No seat has been recorded, so there is no attendance to record.',
    unrecorded: 'Not recorded', intro: 'Say for each seat whether its holder came, sent somebody, or neither. Never who it was.', save: 'Save the attendance', missing: { title: 'There is no such meeting', sentence: 'The panel’s calendar holds no such meeting.' },
  },
  agreements: {
    heading: 'Information-sharing agreement', none: 'No agreement has been recorded.', caption: 'Agreements, what was recorded last first', agreed: 'Agreed on', expires: 'Expires on', expired: 'Expired',
    add: 'Record an agreement', agreedLabel: 'When was it agreed?', expiresLabel: 'When does it expire?', save: 'Record the agreement',
  },
  statements: {
    heading: 'Annual statement', none: 'No statement has been opened.', caption: 'Annual statements', year: 'Statement', state: 'How it stands', signed: 'Signed on',
    add: 'Open a year’s statement', yearLabel: 'Which year does it cover?', yearHint: 'For example, 2025-26', editionLabel: 'Which edition of the statement does it rest on?', choose: 'Choose an edition',
    dueLabel: 'When is it to be signed? (optional)', save: 'Open the statement', noEdition: 'No edition of the annual statement has been published here yet, so none can be opened.',
  },
  statement: {
    title: (organisation: string, year: Year, number: number) => `Annual statement of the Channel panel of ${organisation}, ${writtenYear(year)}${number > 1 ? `, correction ${number - 1}` : ''}`,
    heading: (year: Year) => `Annual statement of ${writtenYear(year)}`, correction: (number: number) => `Correction ${number}`,
    states: { open: 'Open', signed: 'Signed', signed_off: 'Signed off' },
    edition: 'Edition', due: 'Due', noDue: 'No day was set', signed: 'Signed by the chair', notSigned: 'Not yet', signedBy: (role: string, on: string) => `${role}, on ${longDay(on)}`,
    signedOff: 'Signed off', notSignedOff: 'Not yet', signedOffOn: (at: Date) => `On ${longDay(at)}, by somebody who wrote nothing of it`,
    answered: 'Areas with an extent', answeredOf: (done: number, all: number) => `${done} of ${all}`,
    areas: 'Areas of control', areaColumn: 'Area and standard', extent: 'Extent', nothing: 'Nothing yet', reason: 'Reason', lookedAt: 'Looked at', change: 'Change', state: 'State the extent', about: (area: string) => ` of “${area}”`,
    beforeSigning: 'The chair can sign once each area has an extent and a reason.', remove: 'Throw this statement away',
    waits: 'Somebody who wrote nothing of it, and did not record the signature, signs it off.', signOff: 'Sign it off', stands: 'It never changes now. What is wrong in it is put right by a correction, which begins with the same words.', correct: 'Begin a correction',
    sign: { open: 'Record that the chair has signed', hint: 'Nothing of the statement can be changed afterwards.', roleLabel: 'Which role signs?', dayLabel: 'When was it signed?', save: 'Record the signature' },
    area: {
      title: (number: number, title: string, year: Year) => `${number}. ${title}: annual statement of ${writtenYear(year)}`, heading: (number: number, title: string) => `${number}. ${title}`,
      extentLabel: 'To what extent is the standard met?', reasonLabel: 'Why?', optionsLabel: 'What was looked at?', save: 'Save',
    },
    missing: { title: 'There is no such statement', sentence: 'The panel’s record holds no such statement that you can read.' }, noArea: { title: 'There is no such area', sentence: 'The edition of the statement has no such area of control.' },
  },
  reviews: {
    heading: 'Reviews on time', intro: 'Reviews six and twelve months after support ended.', none: 'No quarter has been recorded.', caption: 'Reviews by quarter', quarter: 'Quarter', due: 'Due', onTime: 'On time',
    restricted: 'Only Prevent leads, contributors, second readers and administrators of your organisation read these numbers. Everybody else sees a share, and only where enough reviews stand behind it.', shown: (percent: number) => `${percent}% on time over the newest four quarters.`,
    few: 'Too few reviews for a share to be shown.', add: 'Record a quarter', quarterLabel: 'Which quarter?', choose: 'Choose a quarter', dueLabel: 'How many reviews were due?', onTimeLabel: 'How many of them were done on time?', again: 'Numbers that you record again replace those before.', save: 'Save the quarter',
  },
  shares: {
    heading: 'Bodies that share the panel', intro: 'A body that you name here reads this page, from today until you end it. It changes nothing, and never sees the numbers of reviews.', none: 'The record is open to no other body.', caption: 'Bodies that share the panel', body: 'Body', when: 'Open', end: 'End', ending: (name: string) => ` the sharing with ${name}`,
    add: 'Name a body', bodyLabel: 'Which body shares the panel?', choose: 'Choose a body', save: 'Open the record to it', grantReason: 'The body shares the Channel panel.', nobody: 'There is no other body near yours here.',
  },
  shared: (lead: string) => `Channel panel of ${lead}`,
  conflict: { title: 'The record has changed', sentence: 'Somebody changed it after you opened the page. Nothing of yours was saved. Read what stands now, then save again.', link: 'Open the Channel panel' },
  notHere: { title: 'The panel is not run here', sentence: 'Say first that the panel is run by your organisation.' },
  facts: {
    of: (lead: string, sentence: string) => `${lead}: ${sentence}`,
    elsewhere: (reason: string | null, lead: string | null) => `Not applicable: ${reason === null ? notStated : reason.replace(/\.$/, '')}.${lead === null ? '' : ` Lead body: ${lead}.`}`, elsewhereRule: 'What the record of the Channel panel says of whose it is.',
    meetings: (held: number, planned: number) => `${held} of ${counted(planned, 'planned panel meeting', 'planned panel meetings')} of the last 12 months ${held === 1 ? 'was' : 'were'} held.`, meetingsRule: 'Meetings of the panel’s calendar in the 12 months up to today, and those marked as held.',
    seats: (list: readonly string[]) => `Attendance by seat: ${list.join('; ')}.`, seat: (agency: string, role: string, came: number, sent: number, of: number) => `${agency}, ${role}, ${came} of ${of} present${sent > 0 ? ` and ${counted(sent, 'substitute', 'substitutes')}` : ''}`,
    seatsRule: 'For each seat that stands, the meetings of the last 12 months for which attendance was recorded.',
    noOffice: (office: keyof typeof offices) => `No ${offices[office].toLowerCase()} is recorded.`, noTraining: (office: keyof typeof offices) => `No training of the ${offices[office].toLowerCase()} is recorded.`,
    overdue: (office: keyof typeof offices, on: string) => `The training of the ${offices[office].toLowerCase()} was due again on ${longDay(on)}.`, trained: (office: keyof typeof offices, on: string) => `The ${offices[office].toLowerCase()} was trained on ${longDay(on)}.`,
    officeRule: 'The entry for the office that was recorded last. The body itself sets when training is due again.',
    noAgreement: 'No information-sharing agreement is recorded.', expired: (on: string) => `The information-sharing agreement expired on ${longDay(on)}.`, inDate: (on: string) => `The information-sharing agreement holds until ${longDay(on)}.`, agreementRule: 'The agreement that was recorded last, against today.',
    noStatement: 'No annual statement has been signed.', statementRule: 'The newest annual statement that the chair signed, with how many of its areas of control state each extent.',
    statement: ({ year, signedOn, signedOff, extents }: { readonly year: Year; readonly signedOn: string; readonly signedOff: boolean; readonly extents: readonly { readonly label: string; readonly areas: number }[] }) =>
      `The annual statement of ${writtenYear(year)} was signed on ${longDay(signedOn)}${extents.length > 0 ? ': ' : ''}${extents.filter(({ areas }) => areas > 0).map(({ label, areas }) => `${label}, ${counted(areas, 'area', 'areas')}`).join('; ')}.${signedOff ? '' : ' Nobody has signed it off yet.'}`,
    share: (percent: number) => `${percent}% of the reviews that were due were done on time.`, few: 'Too few reviews were due or done on time for a share to be shown.',
    shareRule: 'Reviews six and twelve months after support ended, in the newest four quarters recorded. Below the threshold of small numbers the share is left out, and the numbers always are.',
  },
  refused: {
    noPanel: 'Choose whether the panel is run by your organisation', noReason: 'Write why it is not run here, or tick that the source does not say', reasonAndNone: 'Take out the reason, or the tick that says there is none', noLeadBody: 'Name the body that leads the panel',
    noOffice: 'Choose chair or deputy', noRole: 'Name the role, never a person', isAddress: 'Write a role or an agency, not an e-mail address', noAppointed: 'Enter the day of the appointment, not one to come', badTrained: 'Enter the day of the training, not one to come, or leave it empty',
    badTrainingDue: 'Enter a day after the training, or leave it empty', noAgency: 'Name the agency', seatThere: 'That seat is there already', noMeets: 'Enter the day of the meeting', meetingThere: 'A meeting of that day is there already',
    notYet: 'The meeting has not been held yet. Record attendance on the day or after it', noHeld: 'Choose whether the meeting was held', noPresence: 'Choose present, a substitute or absent', noAgreed: 'Enter the day on which it was agreed, not one to come', noExpires: 'Enter the day on which it expires',
    expiresFirst: 'The agreement must expire after the day on which it was agreed', noEdition: 'Choose an edition of the annual statement', badDue: 'Enter a day, or leave it empty', statementThere: 'A statement of that year is there. Open it, or begin a correction from it once it is signed', noExtent: 'Choose to what extent the standard is met', noWhy: 'Write why', noOption: 'Choose from the options of the area', notComplete: 'State the extent for each area before the chair signs', ownStatement: 'You wrote some of this statement or recorded its signature. Somebody else signs it off', noYear: 'Enter a year such as 2025-26', noSigned: 'Enter the day on which it was signed, not one to come', noQuarter: 'Choose a quarter that has begun',
    noCount: 'Enter a whole number, 0 or more', moreOnTime: 'No more reviews can be on time than were due', noBody: 'Choose a body', sharedAlready: 'The record is open to that body already',
  },
};
