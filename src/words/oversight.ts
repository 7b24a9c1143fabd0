import { writtenQuarter, type Quarter } from '../kernel/year.ts';
import { moderation } from './moderation.ts';
import { rollUp } from './roll-up.ts';

const { day } = moderation;

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** What a body sees of those below it. */
export const oversight = {
  link: 'Returns of the bodies below', title: (organisation: string) => `Returns of the bodies below ${organisation}`, heading: 'Returns of the bodies below',
  intro: 'Each body’s quarterly risk log: whether it came, and when. You read what was sent, never a draft.',
  noBodies: 'No body stands below this one.', noQuarters: 'No quarter has been set yet.', setCalendar: 'Set the calendar',
  caption: 'Returns by body and quarter', body: 'Body', quarterTitle: 'Quarter', open: 'Read it', earlier: 'Earlier quarters', chase: 'Ask for it', chased: (count: number) => `Asked ${times(count)}`, reminded: (count: number) => `Reminded ${times(count)}`, hidden: (body: string, quarter: Quarter) => ` ${body}, ${writtenQuarter(quarter)}`,
  trendCaption: 'On time by quarter', due: 'Due so far', onTime: 'On time', share: 'Share', none: 'None due yet', percent: (onTime: number, due: number) => `${Math.round((100 * onTime) / due)}%`, trend: 'Since the quarter before', direction: { up: '↑ More on time', down: '↓ Fewer on time', same: '→ As before', first: 'First' },
  matrixLink: 'The risks of the area on one matrix',
  ...rollUp,
  chases: {
    title: (body: string, organisation: string) => `What ${organisation} asked ${body} for`, heading: (body: string) => `Asking ${body}`, none: 'Nothing has been asked.', remindedHeading: 'Reminders that the product sent', remindedLine: (quarter: Quarter, days: readonly string[]) => `${writtenQuarter(quarter)}: ${days.map(day).join(', ')}`, caption: 'What was asked, the newest first', quarter: 'Quarter', on: 'On', role: 'To which role', way: 'How', note: 'Note',
    ways: { email: 'by e-mail', phone: 'by phone', meeting: 'at a meeting', letter: 'by letter' }, wayNames: { email: 'By e-mail', phone: 'By phone', meeting: 'At a meeting', letter: 'By letter' },
    add: 'Record that you asked', quarterLabel: 'For which quarter?', choose: 'Choose a quarter', onLabel: 'When?', roleLabel: 'To which role?', roleHint: 'A role, never a named person.', wayLabel: 'How?', noteLabel: 'Note (optional)', save: 'Record it',
    refusals: { noQuarter: 'Choose a quarter', noDay: 'Enter the day on which you asked, not one to come', noWay: 'Choose how you asked' },
    missing: { title: 'There is no such body', sentence: 'No body of that name stands below this one.' },
  },
  matrix: {
    title: (organisation: string, quarter: Quarter) => `Risks of the bodies below ${organisation}, ${writtenQuarter(quarter)}`, noneTitle: (organisation: string) => `Risks of the bodies below ${organisation}`, heading: 'The risks of the area',
    intro: (quarter: Quarter) => `As the bodies below sent them for ${writtenQuarter(quarter)}.`, none: 'Nothing has been sent for this quarter.', caption: 'Open risks of the bodies below by likelihood and impact, with controls',
    listCaption: 'Risks', body: 'Body', risk: 'Risk', all: 'Show all', quarterLabel: 'Quarter', show: 'Show', at: (likelihood: string, impact: string) => `Risks at “${likelihood}” and “${impact}”`,
    noMatrix: 'The area has agreed no scoring yet.',
  },
};
