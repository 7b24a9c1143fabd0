import { writtenQuarter, type Quarter } from '../kernel/year.ts';

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** The county's register, what it rests on, and risks that are passed from one body to another. */
export const rollUp = {
  register: {
    link: 'Register of the area', title: (organisation: string) => `Register of ${organisation}`, heading: 'Register of the area',
    intro: 'The open risks of this organisation’s own log, with the risks of the bodies below that each rests on. What is cited was sent and stays in the words of the body that sent it.',
    add: 'Add a risk from what was sent', none: 'No risk is open.', caption: 'Open risks and what they rest on', risk: 'Risk', rests: 'Rests on', restsNone: 'Nothing that was sent',
    cited: (body: string, number: number, quarter: Quarter) => `${body}, risk ${number}, ${writtenQuarter(quarter)}`,
    heading2: 'What it rests on', caption2: 'Risks of the bodies below', change: 'Change what it rests on', body: 'Body and quarter', words: 'As it was sent', since: 'Since then', goneSentence: 'What was sent can no longer be read here.',
    because: (cause: string) => `Because of: ${cause}`, so: (effect: string) => `It would lead to: ${effect}`,
    sinceThen: {
      last: () => 'This is the last time it was sent', same: (quarter: Quarter) => `The same in ${writtenQuarter(quarter)}`, reworded: (quarter: Quarter) => `Other words in ${writtenQuarter(quarter)}`, rescored: (quarter: Quarter) => `Another score in ${writtenQuarter(quarter)}`,
      both: (quarter: Quarter) => `Other words and another score in ${writtenQuarter(quarter)}`, closed: (quarter: Quarter) => `Closed in ${writtenQuarter(quarter)}`,
    },
  },
  sources: {
    title: (organisation: string) => `What the bodies below ${organisation} sent`, heading: 'What the bodies below sent', changeHeading: (number: number) => `What risk ${number} rests on`,
    intro: 'The open risks of each body’s last return, by theme. Tick those that are one risk for the area. Nothing is put together for you.',
    none: 'The bodies below have sent no open risk.', now: 'It rests on these today', sentIn: (body: string, number: number, quarter: Quarter) => `${body}, risk ${number}, ${writtenQuarter(quarter)}`,
    inRisks: (numbers: readonly number[]) => `In risk ${numbers.join(', ')} of the register`, goOn: 'Write the area’s risk', save: 'Save what it rests on', ticked: 'The risk that you write rests on these',
  },
  requests: {
    link: 'Risks passed to others', title: (organisation: string) => `Risks that ${organisation} passed on or was asked to take`, heading: 'Risks passed to others',
    intro: 'A body asks the one above to take a risk, or hands one to a body below. Both see it and its answer, and nobody else does.',
    none: 'No risk has been passed on.', caption: 'Requests, the newest first', on: 'On', risk: 'Risk', what: 'What was asked', answer: 'Answer',
    asks: { up: (asker: string, receiver: string) => `${asker} asks ${receiver} to take it`, down: (asker: string, receiver: string) => `${asker} hands it to ${receiver}` },
    states: { waits: 'Waits for an answer', accepted: 'Accepted', declined: 'Declined', withdrawn: 'Taken back' },
    task: (count: number) => `Answer ${counted(count, 'risk that was passed to you', 'risks that were passed to you')}`,
    besideHeading: 'Passed to others', passOn: 'Pass this risk to another body',
    formTitle: (number: number) => `Pass risk ${number} to another body`, formIntro: 'They see its words and scores as they stand today, and your reason.', to: 'Which body?', toUp: (body: string) => `Ask ${body} to take it`, toDown: (body: string) => `Hand it to ${body}`,
    reason: 'Why?', send: 'Pass it on', nobody: 'There is no body above or below this one to pass it to.', waiting: (body: string) => `An answer of ${body} is awaited.`,
    itemTitle: (asker: string, number: number) => `Risk ${number} of ${asker}, passed on`, itemHeading: (asker: string, number: number) => `Risk ${number} of ${asker}`, askedOn: 'Asked on', why: 'Why', answeredOn: 'Answered on', answerReason: 'Why so', takenAs: 'In your log', takenLink: (number: number) => `Risk ${number}`, from: 'In your log', controls: 'Controls', marking: 'Marking',
    replyHeading: 'Answer', replyHint: 'The answer is final. What you accept stands in your own log, and its words there are yours.', answerLegend: 'Do you take it?', accept: 'Accept it', decline: 'Decline it', into: 'Where does it go, if you accept it?', intoNew: 'A new risk of our log', replyReason: 'Why?', reply: 'Send the reply',
    missing: { title: 'There is no such request', sentence: 'Nothing of that name was passed to or by this organisation.' },
    conflict: { title: 'It has come to an end already', sentence: 'Somebody answered it or took it back after you opened the page. Nothing of yours was saved.', link: 'See how it stands' },
    withdrawHeading: 'Take it back', withdrawHint: (body: string) => `Until ${body} answers, you can take this back. It reads your reason and answers no more.`, withdrawWhy: 'Why?', withdraw: 'Take it back', withdrawnOn: 'Taken back on', withdrawReason: 'Why it was taken back',
    refusals: { noWithdrawReason: 'Say why you take it back', noReason: 'Say why it is passed on', noBody: 'Choose the body that it is passed to', waitsAlready: 'An answer of that body is awaited already', noAnswer: 'Say whether you take it', noAnswerReason: 'Say why you answer so', noSuchRisk: 'Choose an open risk of your log, or a new one' },
  },
  moved: {
    link: 'What moved since last quarter', title: (organisation: string) => `What moved below ${organisation} since last quarter`, heading: 'What moved since last quarter',
    intro: 'Each body’s last return beside the one before: scores that rose or fell, new risks and closed ones.', none: 'Nothing moved.',
    kinds: { up: 'Higher score', new: 'New', down: 'Lower score', closed: 'Closed' }, body: 'Body', risk: 'Risk', before: 'Before', now: 'Last sent', reason: 'Why', noBefore: 'Not in it',
    between: (quarter: Quarter, previous: Quarter | null) => (previous ? `${writtenQuarter(previous)} to ${writtenQuarter(quarter)}` : `${writtenQuarter(quarter)}, its first`),
  },
  unchanged: {
    link: 'Which log has not changed for two quarters', title: (organisation: string) => `Logs below ${organisation} that have not changed`, heading: 'Logs that have not changed for two quarters',
    intro: 'Bodies whose last returns, two or more in a row, confirm every risk as unchanged or say that there is nothing to report.', none: 'Every log has changed in its last two returns.',
    caption: 'Logs that have not changed, the longest first', body: 'Body', how: 'For how long', holds: 'What it holds', quarters: (count: number, since: Quarter) => `${count} quarters, since ${writtenQuarter(since)}`, nil: 'Nothing to report each time', risks: (count: number) => counted(count, 'risk', 'risks'), read: (quarter: Quarter) => `Read ${writtenQuarter(quarter)}`,
  },
};
