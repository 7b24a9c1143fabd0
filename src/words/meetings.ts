import { writtenYear, type Year } from '../kernel/year.ts';
import { longDay } from './dates.ts';

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** When committees meet, and when their papers are due. */
export const meetings = {
  link: 'Committee dates',
  title: (organisation: string) => `Committee dates: ${organisation}`,
  heading: 'Committee dates',
  intro: 'When each committee meets, and by when its paper has to be with the clerk.',
  none: 'No meeting has been recorded.',
  caption: 'Meetings and papers', committee: 'Committee', meets: 'Meets on', due: 'Paper due', year: 'Year', state: 'Where it stands', remove: 'Remove', sent: 'The paper has been sent',
  day: longDay,
  ofMeeting: (committee: string, on: string) => `: ${committee}, ${longDay(on)}`,
  add: 'Add a meeting', yearOf: (year: Year) => writtenYear(year),
  yearLabel: 'Which year’s assessment goes there?', dueLegend: 'By when is the paper due?', meetsLegend: 'When does the committee meet?',
  standing: {
    sent: (on: string) => `Sent on ${longDay(on)}`,
    due: (left: number) => (left === 0 ? 'Paper due today' : `Paper due in ${days(left)}`),
    overdue: (late: number) => `Overdue by ${days(late)}`,
  },
  papers: 'Committee papers', paper: (committee: string, standing: string, due: string) => `${committee}: ${standing.charAt(0).toLowerCase()}${standing.slice(1)} (${longDay(due)})`,
  next: (committee: string, standing: string) => `${committee}: ${standing.charAt(0).toLowerCase()}${standing.slice(1)}`,
  badCommittee: (most: number) => `Enter the name of the committee, in at most ${most} characters.`, noYear: 'Choose the year.',
  badDue: 'Enter the day on which the paper is due.', badMeets: 'Enter the day on which the committee meets, not before the paper is due.',
  taken: 'That meeting has been recorded already.', conflict: 'Somebody else changed or removed the meeting meanwhile. This is how it stands now.',
};
