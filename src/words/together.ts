import { writtenYear, type Year } from '../kernel/year.ts';
import { longDay, longMoment } from './dates.ts';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const by = (name: string | null) => name ?? 'somebody who is no longer known';

/** What people read of working together on a year. */
export const together = {
  heading: 'Who does it, and what was said',
  open: 'Comment on this, or see who does it',
  openAsLead: 'Assign, return or comment',
  overdue: 'Overdue',
  assignedTo: (person: string, due: string) => `Assigned to ${person}, due ${longDay(due)}.`,
  notAssigned: 'Nobody is assigned.',
  returned: 'Returned',
  returnedBy: (name: string | null, at: Date) => `Returned for rework by ${by(name)} on ${longMoment(at)}.`,
  handedIn: (name: string | null, at: Date) => `Handed in again by ${by(name)} on ${longMoment(at)}.`,
  commentCount: (count: number) => some(count, 'comment', 'comments'),
  task: {
    assigned: (code: string, year: string, due: string, late: boolean, forPerson: string | undefined) => `${code} (${year.replace('-', '/')}), ${late ? 'overdue since' : 'due'} ${longDay(due)}${forPerson === undefined ? '' : `, for ${forPerson}`}`,
    returned: (code: string, year: string) => `${code} (${year.replace('-', '/')}), returned for rework`,
  },

  year: {
    heading: 'Assigned to you',
    nothing: 'Nothing is assigned to you in this year.',
    all: 'See everything that is assigned or returned',
  },

  work: {
    title: (year: Year) => `Who does what, ${writtenYear(year)}`,
    show: 'Show',
    filters: { all: 'Everything', mine: 'Assigned to me', overdue: 'Overdue' },
    none: 'Nothing is assigned here.',
    caption: 'What is assigned, what is due first at the top',
    part: 'Benchmark or indicator', person: 'Assigned to', due: 'Due',
    returnedHeading: 'Returned for rework',
    cover: 'Cover for people who are away',
  },

  part: {
    title: (code: string, year: Year) => `${code}: who does it, and what was said, ${writtenYear(year)}`,
    back: 'Back to what this is about',
    assignHeading: 'Assign',
    person: 'Assign to', personHint: 'People whose role lets them write answers', nobody: 'Nobody',
    due: 'Due date',
    assign: 'Save the assignment',
    returnHeading: 'Return for rework',
    reason: 'What has to be done again, and why',
    return: 'Return it',
    handIn: 'Hand in again',
    commentsHeading: 'Comments',
    noComments: 'Nobody has commented yet.',
    comment: 'Your comment', commentHint: 'A comment is never edited. You can withdraw your own; that stays visible. Never write about a person who was referred.',
    marking: 'Marking',
    add: 'Add the comment',
    byline: (name: string | null, at: Date, marking: string) => `${by(name)}, ${longMoment(at)}, ${marking}`,
    withdraw: 'Withdraw',
    withdrawThis: (at: Date) => ` your comment of ${longMoment(at)}`,
    withdrawn: (at: Date) => `Withdrawn by its writer on ${longMoment(at)}.`,
    changed: 'Somebody changed this before you. What is saved now is shown here. Nothing of yours was saved.',
    partners: 'Open this to a partner organisation',
    closed: 'The assessment has been submitted. Nothing is assigned or returned any more.',
  },

  cover: {
    title: 'Cover for people who are away',
    sentence: 'Whoever covers sees what is assigned to the person who is away. They act with their own role and under their own name: cover lets nobody sign or submit for somebody else.',
    none: 'No cover is arranged.',
    caption: 'Cover, the earliest first',
    away: 'Away', covering: 'Covered by', from: 'From', until: 'Until', end: 'End',
    endOf: (person: string) => ` the cover for ${person}`,
    addHeading: 'Arrange cover',
    choose: 'Choose a person',
    untilLegend: 'First day back', fromLegend: 'First day away',
    add: 'Arrange cover',
    changed: 'This cover was changed meanwhile. What holds now is shown here.',
    day: longDay,
  },

  partners: {
    title: (code: string) => `${code}: opened to partners`,
    sentence: 'The partner’s leads and contributors see the indicator, your answer and the titles of its evidence, and nothing else of yours. Close it at any time: it is closed at once.',
    none: 'It is open to nobody.',
    caption: 'Partners, the latest first',
    partner: 'Partner', may: 'May', reads: 'Read', writes: 'Read and answer', from: 'From', until: 'Until', noEnd: 'No end', end: 'Close',
    endFor: (partner: string) => ` to ${partner}`,
    changed: 'This was changed meanwhile. To whom it is open now is shown here.',
    addHeading: 'Open it',
    choose: 'Choose an organisation',
    reason: 'Reason',
    mayLegend: 'What may they do?',
    fromLegend: 'First day', untilLegend: 'First day on which it is closed again',
    add: 'Open it to the partner',
    notListed: 'Not in the list? Ask whoever runs this service to add it.',
    inviteHeading: (partner: string) => `Invite somebody of ${partner}`,
    inviteWhy: (partner: string) => `Nobody signs in for ${partner} yet. Whoever you invite answers for it as a contributor and sees what you opened. Its own administrators invite everybody else.`,
    notWithoutPeople: (partner: string) => `You cannot invite people of ${partner}. Ask its administrators: the organisation has people, records or bodies of its own here.`,
    noSuch: { title: 'There is no such partner', sentence: 'This part was not opened to an organisation at this address. Go back to its partners.' },
  },

  shared: {
    title: (code: string, organisation: string) => `${code} of ${organisation}`,
    line: (code: string, organisation: string, year: string) => `${code} of ${organisation} (${year.replace('-', '/')})`,
    until: (on: string) => (on === 'infinity' ? 'Opened to you.' : `Opened to you until ${longDay(on)}.`),
    answer: 'The answer', evidence: 'Evidence', noEvidence: 'There is no evidence yet.', titlesOnly: 'You see the titles. The files are not opened to you.',
    dated: (on: string, marking: string) => `${marking}, dated ${longDay(on)}`,
    status: 'Answer', note: 'Note', save: 'Save the answer',
    closedTitle: 'This is not opened to you', closed: 'It was never opened to your organisation, or it has been closed. Ask the organisation that it belongs to.',
    raced: 'Somebody else saved first. What is saved now stands above, what you wrote is in the form. Save to replace theirs, or write one text of both.',
  },

  noPart: { title: 'There is no such part', sentence: (code: string, edition: string) => `“${edition}” has no benchmark or indicator with the code “${code}”.` },

  refused: {
    partner: 'Choose an organisation from the list',
    may: 'Choose what they may do',
    person: 'Choose a person from the list',
    samePerson: 'Choose somebody else: nobody covers for themselves',
    day: 'Enter a day, with day, month and year',
    past: 'Enter today or a later day',
    order: 'Enter a day after the first one',
    empty: 'Write something',
    marking: 'Choose the marking',
    nothingToReturn: 'There is nothing to return yet: it has not been answered or rated',
    returnedAlready: 'It is returned already. Its writer can hand it in again',
  },
};
