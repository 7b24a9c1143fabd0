import { writtenYear, type Year } from '../kernel/year.ts';
import { moderation } from './moderation.ts';

const { day } = moderation;

export const recommendations = {
  link: 'Recommendations over the years',
  list: {
    title: (organisation: string) => `Recommendations to ${organisation}`,
    intro: 'Every recommendation of the Home Office’s published findings, the open ones first. A recommendation is never worked out from a rating, nor a rating from it.',
    none: 'No findings with a recommendation have been published yet.',
    caption: { open: 'Open', closed: 'Closed' }, noneOpen: 'None is open.',
    recommendation: 'Recommendation', year: 'Year', owner: 'Owner', noOwner: 'No owner yet', due: 'Due', noDay: 'No day set', state: 'State',
    statusOnly: 'You see whether each is open and when it is due. What the organisation wrote about it stays with the organisation.',
  },
  states: { open: 'Open', proposed: 'Closure proposed', closed: 'Closed', overdue: 'Overdue' },
  stillOpen: 'Still open from earlier years',
  item: {
    title: (organisation: string, year: string) => `Recommendation to ${organisation}, ${writtenYear(year as Year)}`,
    heading: (year: string) => `Recommendation of ${writtenYear(year as Year)}`,
    concerns: (number: number, title: string) => `Benchmark ${number}: ${title}`,
    state: 'State', owner: 'Owner', department: 'Department', due: 'Due', reply: 'Reply', noReply: 'None written', noDepartment: 'None named',
    outcome: 'Outcome', confirmed: 'Closed on', reopened: 'Why it was opened again',
    day,
  },
  plan: {
    heading: 'Who does what, and by when', owner: 'Who owns it? (optional)', ownerHint: 'A role, such as “Head of community safety”, never a named person.',
    department: 'Which department? (optional)', due: 'By when? (optional)', dueHint: 'For example, 30 9 2026.', reply: 'Your reply (optional)',
    save: 'Save the plan', closed: 'It is closed. Open it again to change anything.', waits: 'A closure has been proposed. Until a second person has answered it, the plan stands as it is.',
  },
  progress: {
    heading: 'Progress', none: 'No progress has been noted.', add: 'Add a note of progress', text: 'What was done?', dated: 'When?', datedHint: 'For example, 27 3 2026.', marking: 'Marking', save: 'Add the note',
    entry: (on: string) => day(on),
  },
  evidence: { heading: 'Evidence', none: 'No evidence has been added.', choose: 'Add one of your pieces of evidence', hint: (most: number) => `The newest ${most} pieces of your evidence.`, pick: 'Choose a piece of evidence', item: (title: string, on: string | null) => (on === null ? title : `${title} (${day(on)})`), save: 'Add the evidence' },
  closing: {
    heading: 'Closing it', outcome: 'What came of it?', proposeHint: 'A second person has to confirm that it is done.', propose: 'Propose to close it',
    proposed: 'A closure has been proposed, with the outcome above.', ownProposal: 'You proposed it. Somebody else has to confirm it.', waitForOthers: 'A Prevent lead, a contributor or a second reader other than the proposer confirms it.',
    confirm: 'Confirm that it is closed', return: 'It is not done yet', reason: 'Why is it opened again?', reopen: 'Open it again',
  },
  refusals: {
    ownerIsAddress: 'Name a role, not an e-mail address', dueUnreal: 'Enter the day as numbers, such as 30 9 2026', notOneLine: 'Write it on one line',
    noProgress: 'Write what was done', datedUnreal: 'Enter the day on which it was done, such as 27 3 2026', datedInFuture: 'Enter a day that has been', noOutcome: 'Write what came of it', noReason: 'Write why it is opened again',
    noEvidence: 'Choose a piece of evidence', ownProposal: 'You proposed the closure. Ask a second person to confirm it',
  },
  conflict: { title: 'The recommendation has changed', sentence: 'Somebody changed it after you opened the page. Nothing of yours was saved. Read what stands now, then save again.', link: 'Open the recommendation' },
  missing: { title: 'There is no such recommendation', sentence: 'No published findings of this organisation hold it.' },
};
