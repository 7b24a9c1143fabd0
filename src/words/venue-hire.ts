import type { Day } from '../kernel/year.ts';
import { moderation } from './moderation.ts';

const { day } = moderation;
const some = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;
const inDays = (days: number) => (days < 0 ? `${some(-days, 'day')} ago` : days === 0 ? 'today' : `in ${some(days, 'day')}`);

const never = 'Never a name of the hirer, a speaker or a guest, nor what they believe. Names stay in the booking system.';

/** What people read of sites, bookings and the decisions about them. */
export const venueHire = {
  link: 'Venues and bookings', day, never,
  task: (open: number, late: number) => `${some(open, 'booking waits', 'bookings wait')} for a decision${late > 0 ? `, ${late} of them due or overdue` : ''}`,
  grounds: {
    unlawful: 'What is planned would be a criminal offence or is forbidden by law', proscribed: 'The event would be for, or would invite support for, a proscribed organisation', disorder: 'Disorder is likely, and no reasonable step prevents it',
    safety: 'People would not be safe at this site', terms: 'The terms of hire do not allow this use, whoever hires', damage: 'The site or the service in it would be damaged',
  },
  bookers: { public_body: 'A public body', charity: 'A registered charity', company: 'A company', community_group: 'A community group', party_or_candidate: 'A political party or a candidate', private_person: 'A private person' },
  eventKinds: { meeting: 'Meeting', talk: 'Talk or debate', class: 'Class or regular activity', social: 'Social event or celebration', performance: 'Performance', market: 'Market or exhibition', other: 'Something else' },
  admissions: { invited: 'Only people who are invited', ticketed: 'People with a ticket or who signed up', open: 'Everybody who comes' },
  triggers: {
    details: 'The booking system does not hold who hires, for whom and what for', terms: 'The hirer has not accepted the terms of hire', large: 'It is open to everybody and large for this site', first: 'It is open to everybody and the first hire here',
    short: 'It is the first hire here, fewer than 5 days before the event', concern: 'Somebody has a concern on a lawful ground', corrected: 'It was corrected after a department had decided',
  },
  checkItems: {
    purpose: 'The purpose of the event, as the hirer states it', for_whom: 'For whom the booking is made, if not for the hirer', publicity: 'The publicity for the event', sources: 'What the hirer and others say of the event in public',
    registers: 'Public registers: charities, companies, proscribed organisations', earlier_hires: 'Earlier hires, here or elsewhere', safety: 'Numbers, stewards and safety at the site',
  },
  findings: { clear: 'Looked at, no question', question: 'Looked at, there is a question', not_found: 'Could not be looked at' },
  sides: { property: 'Property', safety: 'Community safety', third: 'Third officer' },
  questions: { hire: 'The hire', cancellation: 'Cancellation' },
  verdicts: { approve: 'Approve', conditions: 'Approve with conditions', refuse: 'Refuse', cancel: 'Cancel it', keep: 'Keep it approved' },
  outcomes: { approved: 'Approved', conditions: 'Approved with conditions', refused: 'Refused', withdrawn: 'Withdrawn by the hirer', cancelled: 'Cancelled after approval' },
  elections: { outside: 'The event is not in an election period', no_right: 'In an election period, but no candidate has a right to this room', right: 'A candidate has a right to this room' },
  withdrawals: { before_checks: 'Before anything was asked', during_checks: 'While it was checked', after_conditions: 'Because of the conditions', after_approval: 'After it was approved' },
  urgencies: { in_time: 'In time', soon: 'Due soon', late: 'Overdue: the Prevent lead is told', last_days: 'Last days: everybody who holds a key is told', past: 'Undecided when the event came: counts as a wrong refusal' },
  list: {
    title: (organisation: string) => `Bookings of ${organisation}`, heading: 'Bookings', intro: 'A booking is asked, checked and decided. Ordinary bookings are approved in one step by stated rules. Any other needs one person from property and one from community safety. Nothing is ever approved by waiting.',
    open: 'To be decided', decided: 'Decided', none: 'No booking waits for a decision.', noneDecided: 'Nothing was decided yet.', add: 'Take a booking in', incidents: 'Incidents and near misses', numbers: 'Numbers for the board', sites: 'Sites, policy and keys',
    reference: 'Booking', site: 'Site', event: 'Event', eventDay: (on: Day, days: number) => `${day(on)}, ${inDays(days)}`, due: 'Decision due', clock: 'Clock', waitsFor: 'Waits for', outcome: 'Outcome', byRule: 'by the rules', forYou: 'you', forReview: 'a review', overturned: 'Overturned on review',
  },
  form: {
    title: (organisation: string) => `Take in a booking at ${organisation}`, heading: 'Take a booking in', reference: 'Reference in the booking system', referenceHint: 'For example HALL-2291. Not a name, and not a case reference.',
    site: 'Which site?', choose: 'Choose a site', event: 'When is the event?', bookedBy: 'What kind of hirer is it?', eventKind: 'What kind of event is it?', kindHint: 'For the count only. No rule asks about it.', size: 'How many people are expected?', admission: 'Who may come?',
    hiredBefore: 'Has this hirer hired here before, without an incident?', detailsHeld: 'Does the booking system hold who hires, for whom and what for?', termsAccepted: 'Has the hirer accepted the terms of hire?',
    concern: 'Has anybody a concern about it, on one of these grounds?', concernHint: 'A lawful opinion, a faith or a nationality is no ground.', none: 'No concern on any of these grounds', yes: 'Yes', no: 'No', send: 'Take it in',
  },
  one: {
    title: (reference: string, organisation: string) => `Booking ${reference} at ${organisation}`, heading: (reference: string) => `Booking ${reference}`, state: 'State', waiting: 'Waits for a decision', cancelling: 'Approved; a cancellation waits for a decision', site: 'Site', event: 'Event', received: 'Taken in', due: 'Decision due', clock: 'Clock',
    bookedBy: 'Kind of hirer', eventKind: 'Kind of event', size: 'People expected', admission: 'Who may come', policy: 'Policy', concern: 'Concern', decided: 'Decided on', byRule: 'Approved by the rules: none of them asks anything of it.', why: 'Why it is not ordinary', withdrawn: 'When the hirer withdrew',
    checks: 'What was looked at', unchecked: 'Nothing was looked at yet.', item: 'What', found: 'What it showed', saveChecks: 'Save what was looked at', checkReason: 'In a few words (needed where there is a question)',
    keys: 'Decisions of the departments', noKeys: 'Nobody has decided yet.', key: (side: string, department: string) => `${side}: ${department}`, on: (on: Day) => `on ${day(on)}`, under: (policy: string) => `under ${policy}`,
    decide: 'Decide', mayNot: 'You cannot decide this now', overturned: 'The review overturned the decision: the event may take place. It counts as a wrong refusal.',
  },
  correction: {
    link: 'Correct what was taken in', title: (reference: string) => `Correct booking ${reference}`, heading: 'Correct what was taken in', intro: 'For a mistake in what was written down. The rules ask anew by what you correct; the clock runs on from the day on which the booking came.',
    void: 'If you change the site, the day, the number, who may come, the concern or a kind, what was looked at and decided before is void. It stays to be read, and both departments look and decide again.',
    sofar: (decided: number, checked: boolean) => (decided + (checked ? 1 : 0) === 0 ? 'So far nothing was looked at or decided.' : `So far ${[...(checked ? ['the checklist was filled in'] : []), ...(decided > 0 ? [`${some(decided, 'department has', 'departments have')} decided`] : [])].join(' and ')}.`),
    reason: 'What was wrong, and how do you know?', send: 'Correct it', list: 'Corrections', on: 'On', what: 'What was corrected', why: 'Why', voidKey: 'Void: decided before a correction',
    names: { reference: 'the reference', site: 'the site', event: 'the day', size: 'the number of people', admission: 'who may come', hired_before: 'earlier hires', details_held: 'what the booking system holds', terms_accepted: 'the terms of hire', concern: 'the concern', booked_by: 'the kind of hirer', event_kind: 'the kind of event' },
  },
  key: {
    title: (reference: string) => `Decide booking ${reference}`, heading: { hire: 'Decide the booking', cancellation: 'Decide whether to cancel' }, intro: 'Your decision is one of two. The other department decides too, and where the two differ the third officer decides.',
    before: 'What the others decided', side: 'For which side do you decide?', verdict: 'What do you decide?', said: 'Why, in short?', conditions: 'The conditions', conditionsHint: 'Only if you approve with conditions.',
    restrictive: 'Do the conditions restrict who may come, who may speak or what may be said?', safeguards: 'To refuse, to cancel, or to restrict', safeguardsHint: 'Fill this in if you refuse or cancel, or if your conditions restrict.',
    ground: 'The lawful ground', groundSaid: 'What it rests on', lessRestrictive: 'Which less restrictive options did you consider, and why are they not enough?', lessHint: 'For example stewards, tickets, another room, another day, a chaired discussion.',
    equality: 'Equality: who is affected, and is this the same as for anybody else?', expression: 'Free expression: is this necessary and proportionate?', election: 'Is the event in an election period?', electionHint: 'Representation of the People Act 1983, sections 95 and 96: candidates may use certain rooms for public meetings.',
    reviewRoute: 'How can the hirer ask for a review?', reviewHint: 'For example, “In writing to the monitoring officer within 10 days.”', send: 'Record your decision',
  },
  steps: {
    advice: 'Legal team', askAdvice: 'Question to the legal team', ask: 'Ask the legal team', adviceAsked: (on: Day) => `Asked on ${day(on)}`, adviceAnswered: (on: Day) => `Answered on ${day(on)}`, adviceWaits: 'Not answered yet. The clock goes on.', answer: 'Answer of the legal team', sendAnswer: 'Record the answer',
    withdraw: 'The hirer withdraws', withdrawWhen: 'When did the hirer withdraw?', sendWithdraw: 'Record that the hirer withdrew', cancel: 'Cancel after approval', cancelHint: 'A cancellation is decided by two departments, with the safeguards of a refusal.', sendCancel: 'Ask both departments whether to cancel',
    review: 'Review', reviewSaid: 'What does the hirer say is wrong?', sendReview: 'Record that the hirer asks for a review', reviewAsked: (on: Day) => `Asked for on ${day(on)}`, hear: 'Hear the review', hearHint: 'You took no part in the decision.', tookPart: 'A third person hears it: somebody who took no part in the decision.',
    result: 'What comes of it?', results: { upheld: 'The decision stands', overturned: 'The decision is overturned' }, reviewReason: 'Why?', sendHearing: 'Record the result', heard: (on: Day) => `Heard on ${day(on)}`,
  },
  sites: {
    title: (organisation: string) => `Sites of ${organisation}`, heading: 'Sites', intro: 'Every place that the organisation owns, leases or lets, or that others manage for it: who answers for it, which policy applies, and what is missing.', caption: 'Sites and what is missing at each', none: 'No site is recorded yet.', add: 'Add a site', change: 'Change the site',
    site: 'Site', held: 'How it is held', department: 'Responsible department', noDepartment: 'None', policy: 'Policy', noPolicy: 'None', gaps: 'What is missing', noGap: 'Nothing', summary: (sites: number, whole: number) => `${whole} of ${some(sites, 'site')} lack nothing.`,
    holdings: { owned: 'Owned', leased_in: 'Leased in', leased_out: 'Leased out', managed_by_others: 'Managed by others' }, filterings: { not_stated: 'Not stated yet', none_there: 'There is none at this site', filtered: 'There, and filtered', unfiltered: 'There, and not filtered' },
    gapNames: { department: 'No responsible department', policy: 'No policy', policy_over: 'The policy is not in force', endorsement: 'The policy is not endorsed', training: 'Not all booking staff are trained', it_filtering: 'Computers: filtering not stated or not there', it_review: 'Computers: review overdue', wifi_filtering: 'Guest Wi-Fi: filtering not stated or not there', wifi_review: 'Guest Wi-Fi: review overdue' },
    formTitle: (organisation: string) => `Add a site of ${organisation}`, changeTitle: (site: string, organisation: string) => `${site}, a site of ${organisation}`, titleLabel: 'What is the site called?', capacity: 'How many people does it hold?', largeFrom: 'From how many people is an open event large here?', staff: 'How many people take bookings there?', staffTrained: 'How many of them are trained?',
    it: 'Computers for the public', itReview: 'When is their filtering reviewed next? (optional)', wifi: 'Guest Wi-Fi', wifiReview: 'When is its filtering reviewed next? (optional)', save: 'Save the site',
    policies: 'Policy on hire', policyLink: 'Policy on hire: editions', partnersLink: 'Checks of funded and contracted partners', keysLink: 'Who holds a key', bookingsLink: 'Bookings',
  },
  policies: {
    title: (organisation: string) => `Policy on venue hire of ${organisation}`, heading: 'Policy on venue hire', caption: 'Editions of the policy', none: 'No edition is recorded yet.', edition: 'Edition', force: 'In force', forceDays: (from: Day, to: Day | null) => (to === null ? `From ${day(from)}` : `${day(from)} to ${day(to)}`), inForce: 'In force today', endorsed: 'Endorsed', endorsedBy: (by: string, on: Day) => `${by}, ${day(on)}`, notEndorsed: 'Not yet',
    add: 'Add an edition', titleLabel: 'What is the edition called?', from: 'First day in force', until: 'Last day in force (optional)', endorser: 'Which group or role endorsed it? (optional)', endorserHint: 'For example, “Corporate management team”.', endorsedOn: 'When? (optional)', save: 'Add the edition',
  },
  partners: {
    title: (organisation: string) => `Partner checks of ${organisation}`, heading: 'Checks of funded and contracted partners', intro: 'Due diligence on organisations that get money or contracts. Each check has its day, and stands.', caption: 'Checks, by partner', none: 'No check is recorded yet.', partner: 'Partner', relation: 'Gets', relations: { funded: 'Funding', contracted: 'A contract' }, checked: 'Checked on', found: 'Result', founds: { clear: 'Nothing stands against it', conditions: 'Goes on with conditions', ended: 'Ended' }, next: 'Next check', overdue: 'Overdue', noNext: 'No day set',
    add: 'Record a check', partnerLabel: 'Which organisation?', nextLabel: 'When is the next check? (optional)', said: 'What was found (needed unless nothing stands against it)', save: 'Record the check',
  },
  holders: {
    title: (organisation: string) => `Who holds a key at ${organisation}`, heading: 'Who holds a key', intro: 'Property and community safety each decide, and the third officer where they differ. The two are never one person and never one department.', caption: 'Who holds which key', none: 'Nobody holds a key yet.', person: 'Person', side: 'Side', department: 'Department', since: 'Since', until: (on: Day) => `until ${day(on)}`, missing: (sides: readonly string[]) => `Nobody holds a key for: ${sides.join(', ')}. Bookings that are not ordinary cannot be decided until somebody does.`,
    add: 'Give a key', who: 'To whom, and for which department?', whoHint: 'Leads and contributors who work in a department. An administrator puts people into departments.', choose: 'Choose somebody', whichSide: 'Which side?', save: 'Give the key', end: 'Take the key back', endHidden: (person: string) => ` of ${person}`,
  },
  incidents: {
    title: (organisation: string) => `Incidents at venues of ${organisation}`, heading: 'Incidents and near misses', intro: 'What went wrong or nearly did at a venue, and what was learned. An incident is evidence of learning, not a penalty.', none: 'Nothing is recorded yet.', kinds: { incident: 'Incident', near_miss: 'Near miss' }, at: (site: string, on: Day) => `${site}, ${day(on)}`, what: 'What happened', learned: 'What was learned', booking: 'Booking', gone: 'The booking’s record has gone', wrong: 'It should not have been allowed', toPlan: 'Add an action to the plan',
    add: 'Record one', site: 'Where?', bookingLabel: 'At which booking? (optional)', noBooking: 'No booking', happened: 'When?', kind: 'What was it?', wrongly: 'Was the booking approved although it should not have been?', save: 'Record it', origin: (kind: string, site: string, on: Day) => `${kind} at ${site}, ${day(on)}`,
  },
  numbers: {
    title: (organisation: string) => `Booking numbers of ${organisation}`, heading: 'Numbers for the board', intro: 'Both kinds of error count: what was allowed and should not have been, and what was refused and should not have been. Nothing is counted by faith, nationality or opinion, because nothing of the kind is recorded.', restricted: 'Counts of refusals may be small. Do not pass this page to a public meeting.', year: 'Bookings taken in during', whole: 'All bookings', what: 'What', count: 'Number', bySite: 'By site', byDepartment: 'By responsible department', part: { site: 'Site', department: 'Department' }, noDepartment: 'No department', all: 'All', rules: 'By rule', refusedShort: 'Refused', wrongRefusals: 'Wrong refusals', wrongApprovals: 'Wrong approvals', median: 'Median days',
    rows: {
      bookings: 'Taken in', byRule: 'Approved by the rules', byKeys: 'Decided by two departments', waiting: 'Waiting for a decision', approved: 'Approved', withConditions: 'Approved with conditions', refused: 'Refused', cancelled: 'Cancelled after approval', withdrawn: 'Withdrawn by the hirer', withdrawnLate: 'Withdrawn once questions were asked',
      overturned: 'Wrong refusals: overturned on review', undecided: 'Wrong refusals: undecided when the event came', wronglyAllowed: 'Wrong approvals: shown by an incident', medianDays: 'Days to a decision of two departments, median', longestDays: 'Days to a decision of two departments, longest',
    },
    share: (count: number, of: number) => (of === 0 ? String(count) : `${count} (${Math.round((count / of) * 100)}%)`), noDays: 'None yet',
  },
  facts: {
    sites: (whole: number, sites: number) => `${whole} of ${some(sites, 'site')} have a responsible department, an endorsed policy in force, trained booking staff, and filtering that is stated and reviewed.`, sitesRule: 'Counted from the list of sites on the day shown.',
    decided: (byRule: number, byKeys: number, bookings: number) => `Of ${some(bookings, 'booking')} of the year, ${byRule} ${byRule === 1 ? 'was' : 'were'} approved by stated rules and ${byKeys} ${byKeys === 1 ? 'was' : 'were'} decided by two departments.`, decidedRule: 'Counted from the bookings that were taken in during the financial year. The database takes no decision of one department.',
    incidents: (incidents: number, actions: number) => `${some(incidents, 'incident or near miss', 'incidents and near misses')} at venues in the year, each with what was learned; ${some(actions, 'action')} of the plan came from them.`, incidentsRule: 'Counted from the incidents of the financial year and the actions of the plan that name one.',
  },
  missing: { title: 'There is no such record', sentence: 'It may have gone because its period is over. Go back to the list.' },
  conflict: { title: 'Somebody else was faster', sentence: 'This changed while you were looking at it. Nothing of yours was saved.', link: 'See how it stands now' },
  refusals: {
    noSite: 'Choose a site', noEventDay: 'Enter the day of the event, such as 14 5 2026', pastEvent: 'The event must be today or later. What has been cannot be taken in or decided any more.', noBooker: 'Choose what kind of hirer it is', noEventKind: 'Choose what kind of event it is', noSize: 'Enter how many people are expected, as a whole number', tooMany: (capacity: number) => `The site holds ${capacity} people. Choose a larger site, or enter how many will come.`,
    noAdmission: 'Choose who may come', noYesOrNo: 'Choose yes or no', noConcern: 'Choose a ground, or that there is no concern', noReference: 'Enter the reference that the booking system gave', referenceIsDate: 'Enter the booking system’s reference, not a date. No date of birth may be kept here.', referenceIsName: 'Enter the booking system’s reference: letters, digits, - and / without spaces, and at least one digit. No name may be kept here.', referenceIsCase: 'This looks like a case reference. Enter the reference of the booking system instead.', knownReference: 'This booking was taken in already. Find it in the list.',
    siteNoPolicy: 'No policy edition is in force at this site today. Ask the Prevent lead to choose one on the site’s page, then take the booking in.', noFinding: 'Choose what it showed', noCheckReason: 'Say in a few words what the question is, or why it could not be looked at', namesSomebody: 'This seems to name somebody. Write what it is about without the name.', holdsDate: 'Write dates as “14 May 2026”, and never a date of birth', alreadyDecided: 'What was looked at stands once somebody has decided by it',
    holdsNoKey: 'You hold no key. A lead gives keys on the page “Who holds a key”.', samePerson: 'You have decided already. The other side is decided by another person.', sameDepartment: 'Your department has decided already. The other side is decided by another department.', sideTurned: 'Your side has decided already, or it is not the third officer’s turn', whichSide: 'Choose for which side you decide', notOpen: 'This decision is not open any more',
    eventIsPast: 'The event has been. It can no longer be decided, and counts as it stands.', policyNotInForce: 'The policy edition of this site is not in force today. Choose one that is on the site’s page, then decide.', notChecked: 'Fill in what was looked at before anybody decides', noVerdict: 'Choose what you decide', noKeyReason: 'Say in short why', noConditions: 'Write the conditions', noRestrictive: 'Choose whether the conditions restrict anybody',
    noGround: 'Choose the lawful ground. Without one the booking cannot be refused.', noGroundSaid: 'Say what the ground rests on', noLessRestrictive: 'Say which less restrictive options you considered', noEquality: 'Say who is affected, and whether anybody else would be treated the same', noExpression: 'Say why this is necessary and proportionate for free expression', noElection: 'Choose whether the event is in an election period', rightNeedsAdvice: 'A candidate has a right to this room. Ask the legal team and record their answer first.', noReviewRoute: 'Say how the hirer can ask for a review',
    noQuestion: 'Write the question', noAnswer: 'Write the answer', noWithdrawal: 'Choose when the hirer withdrew', noReviewSaid: 'Say what the hirer says is wrong', noResult: 'Choose what comes of the review', noReviewReason: 'Say why', nothingToReview: 'Only a refusal, a cancellation or a condition that restricts is reviewed, and each once', correctedTooLate: 'This booking is decided, so what was taken in stands. If it was approved and must not go on, ask both departments whether to cancel. If it was refused or withdrawn, take it in again under a new reference.', correctedAfterEvent: 'The event has been. What was taken in stands, and counts as it is.', noCorrectionReason: 'Say what was wrong, and how you know', nothingCorrected: 'Change what was wrong. Nothing differs from what was taken in.', partOfIt: 'You took part in the decision. Somebody else hears the review.',
    noTitle: 'Enter what the site is called, on one line', knownTitle: 'There is a site of this name already', noHeld: 'Choose how the site is held', noDepartment: 'Choose a department of the organisation', noPolicy: 'Choose an edition of the policy', noCapacity: 'Enter how many people the site holds, as a whole number', noLargeFrom: 'Enter from how many people an open event is large, as a whole number', noStaff: 'Enter how many people take bookings, as a whole number', noStaffTrained: 'Enter how many of them are trained: not more than there are', noFiltering: 'Choose what is there', noDay: 'Enter a day such as 30 9 2026, or leave it empty', isAddress: 'Enter no e-mail address',
    noPolicyTitle: 'Enter what the edition is called, on one line', noEndorser: 'Enter a group or role on one line', noFrom: 'Enter the first day in force', noUntil: 'Enter a last day that is not before the first, or leave it empty', noEndorsed: 'Enter a day that has been, or leave it empty', halfEndorsed: 'Enter both who endorsed it and when, or neither',
    noPartner: 'Enter the organisation’s name, on one line', noRelation: 'Choose what the organisation gets', noChecked: 'Enter a day that has been', noDiligence: 'Choose the result', noNext: 'Enter a day after the check, or leave it empty', noPartnerReason: 'Say in short what was found',
    noHolder: 'Choose somebody who works in a department', noSide: 'Choose a side', holdsBothSides: 'This department holds a key of another side already. The sides are never of one department.', holdsIt: 'This person holds this key already',
    noWhat: 'Say what happened', noLearned: 'Say what was learned', noBookingThere: 'Choose a booking of this site, or none', noHappened: 'Enter a day that has been', noIncidentKind: 'Choose what it was', notAllowed: 'Only a booking that was approved can be one that should not have been',
  },
};
