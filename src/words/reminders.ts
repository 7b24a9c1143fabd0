import type { MailFailure } from '../kernel/mail.ts';
import { quarterOf, writtenQuarter, writtenYear, yearOf } from '../kernel/year.ts';

const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });
const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });
const day = (text: string) => long.format(new Date(`${text}T12:00:00Z`));
const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** "of 2025/26" */
const ofYear = (name: string) => {
  const year = yearOf(name);
  return year ? ` of ${writtenYear(year)}` : '';
};

/** What a thing is called where only its kind, its year and its title are known. A title that is marked higher is left out. */
const names = {
  return: (title: string, _year: string) => { const quarter = quarterOf(title); return `Risk log${quarter ? ` for ${writtenQuarter(quarter)}` : ''}`; },
  paper: (title: string, year: string) => (title === '' ? `Committee paper${ofYear(year)}` : `Paper${ofYear(year)} for ${title}`),
  recommendation: (title: string, year: string) => `Recommendation${ofYear(year)}${title === '' ? '' : `, benchmark ${title}`}`,
  booking: (_title: string, _year: string) => 'Venue booking that waits for a decision',
  agreement: (_title: string, _year: string) => 'Information-sharing agreement of the Channel panel, which expires',
  training: (title: string, _year: string) => `Training of the ${title === 'deputy' ? 'deputy chair' : 'chair'} of the Channel panel`,
  statement: (_title: string, year: string) => `Annual statement of the Channel panel${ofYear(year)}`,
  filtering: (title: string, _year: string) => `Review of internet filtering${title === '' ? '' : ` at ${title}`}`,
  partner_check: (_title: string, _year: string) => 'Check of a funded or contracted partner',
  panel_meeting: (_title: string, _year: string) => 'Meeting of the Channel panel',
  meeting: (title: string, year: string) => (title === '' ? `Committee meeting${ofYear(year)}` : `Meeting of ${title}`),
};

/** What is due, who is reminded of it, and the letters that do so. */
export const reminders = {
  link: 'What is due, and reminders',
  title: (organisation: string) => `What is due at ${organisation}`,
  heading: 'What is due',
  day, moment: (at: Date) => moment.format(at),
  names,
  none: 'Nothing is due, and no meeting is to come.',
  caption: 'What is due, the first day first', what: 'What', when: 'When', state: 'How it stands', reminded: 'Reminders',
  standing: (days: number) => (days < 0 ? `Overdue by ${many(-days, 'day')}` : days === 0 ? 'Today' : `In ${many(days, 'day')}`),
  noReminder: 'None',
  nextReminder: (on: string, roles: readonly string[]) => `${day(on)}: ${roles.join(', ')}`,
  allSent: 'All have been sent',
  choice: {
    heading: 'Your reminders',
    on: 'You get every reminder of your roles here by e-mail.',
    off: 'You get only those reminders that your role cannot do without.',
    hint: 'A Prevent lead is always told when something is due that day or overdue.',
    turnOff: 'Send me only what I need', turnOn: 'Send me every reminder',
    noLetters: 'This installation sends no e-mail yet. Whoever runs it can set that up.',
  },
  calendar: {
    heading: 'Calendars',
    intro: 'Your calendar program can show these days by itself. Give it the address, and it will look every few hours. Whoever has the address can read the days and what falls on them, and nothing else. What is marked OFFICIAL-SENSITIVE is left out.',
    own: { heading: 'Your calendar', about: 'What is due at every organisation where you have a role. It ends with your roles.', none: 'You have not made an address for it.', some: 'It has an address, which was shown once.' },
    body: { heading: (organisation: string) => `The calendar of ${organisation}`, about: 'For people of the organisation who have no account here.', none: 'It has no address.', some: 'It has an address, which was shown once.' },
    make: { own: 'Make an address for your calendar', body: 'Make an address for the organisation’s calendar' },
    renew: { own: 'Make a new address for your calendar', body: 'Make a new address for the organisation’s calendar' },
    end: { own: 'End the address of your calendar', body: 'End the address of the organisation’s calendar' },
    made: { own: 'The address of your calendar', body: (organisation: string) => `The address of the calendar of ${organisation}` },
    once: 'This address is shown once. Whoever has it can read the calendar: pass it on as you would a key.',
    label: 'Address', how: 'In your calendar program choose “subscribe by address” or “from the internet”, and paste it there. An address that was made before works no more.',
    back: 'Back to what is due',
    name: (organisation: string, own: boolean) => (own ? 'DueRegard: what is due' : `DueRegard: what is due at ${organisation}`),
    line: (organisation: string, what: string, invented: boolean) => `${invented ? 'Invented example: ' : ''}${organisation}: ${what}`,
    unknown: { title: 'There is no calendar at this address', sentence: 'It may have ended. Make a new address on the page “What is due” of your organisation.' },
    tooMany: 'Too many wrong addresses came from your network. Try again later.',
  },
  letters: {
    link: 'Letters by e-mail', title: (organisation: string) => `Letters of ${organisation}`, heading: 'Letters by e-mail',
    by: { smtp: 'Letters leave by the mail server of this installation.', notify: 'Letters leave by GOV.UK Notify.', demonstration: 'This is a demonstration: no letter leaves.', none: 'This installation sends no e-mail yet: whoever runs it sets SMTP_URL or NOTIFY_API_KEY. Until then nobody is reminded.' },
    counts: 'Letters of the last 90 days', sent: 'Sent', waiting: 'Waiting', failing: 'Of these, tried without success so far', givenUpCount: 'Given up',
    givenUp: 'Letters that were given up', none: 'No letter was given up.', to: 'To', kind: 'Letter', when: 'Given up', why: 'Why',
    kinds: { reminder: 'Reminder', digest: 'Digest', test: 'Test' } as Readonly<Record<string, string>>,
    failures: {
      away: 'The mail server did not answer for two days.', sign_in: 'The mail server did not accept the name and password, or the key, of this installation. Ask whoever runs it.',
      refused: 'The mail server does not take letters to this address. Check the address of the person.', nobody: 'The person has no role here any more.', other: 'The letter could not be sent. Ask whoever runs this installation.',
    } satisfies Record<MailFailure, string>,
    someone: 'Somebody who has left', again: 'Send it again', againTo: (person: string) => ` to ${person}`,
    test: 'Send a test letter to me', testHint: 'It goes to the e-mail address of your account, as a reminder would.',
    trouble: (count: number) => `See why ${many(count, 'letter')} could not be sent`,
  },
  shown: {
    title: 'Letters of the example', lead: 'No letter leaves a demonstration. This is what would have been sent to the people of the examples, the newest first.',
    none: 'Nobody has been written to yet.', to: (person: string, email: string) => `To ${person}, ${email}`, at: (on: string) => `For ${day(on)}`,
    link: 'See what the examples’ people would have been sent by e-mail',
  },
  letter: {
    due: (what: string, on: string) => `${what}: due on ${day(on)}`,
    overdue: (what: string, on: string) => `${what}: was due on ${day(on)}`,
    subject: (organisation: string, count: number) => `${organisation}: ${many(count, 'thing is', 'things are')} due`,
    subjectOfOne: (organisation: string, line: string) => `${organisation}: ${line}`,
    opening: (organisation: string, count: number) => `${many(count, 'thing needs', 'things need')} your attention at ${organisation}.`,
    why: (organisation: string) => `DueRegard sends this because of your role at ${organisation}. Choose what you are sent:`,
    invented: (organisation: string) => `${organisation} is invented. This letter belongs to an example.`,
    digest: {
      subject: (organisation: string, overdue: number, soon: number) => `${organisation}: ${overdue} overdue and ${soon} due soon at the organisations below`,
      opening: (organisation: string, on: string) => `The organisations below ${organisation}, in the week of ${day(on)}:`,
      line: (name: string, overdue: number, soon: number) => `${name}: ${overdue} overdue, ${soon} due within two weeks`,
      more: (count: number) => `and ${many(count, 'organisation')} more`,
    },
    test: { subject: 'A test letter of DueRegard', text: (organisation: string) => `If you can read this, reminders of ${organisation} reach you.` },
  },
};
