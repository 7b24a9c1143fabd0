import { writtenYear, type Year } from '../kernel/year.ts';

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });
const written = (text: string) => day.format(new Date(`${text}T12:00:00Z`));

/** What a body tells everybody about its year, and the pages on which its lead releases and withdraws it. */
export const publishing = {
  link: 'Public page',
  everybody: {
    title: (organisation: string) => `The Prevent duty at ${organisation}`,
    lead: (year: string) => `What the Home Office’s annual assurance found in ${year.replace('-', '/')}, as the organisation released it.`,
    released: (on: string) => `Released on ${written(on)}.`,
    outcomes: 'Outcomes', outcomesCaption: (year: string) => `Outcome of each benchmark, ${year.replace('-', '/')}`,
    number: 'No.', benchmark: 'Benchmark', outcome: 'Outcome', before: (year: string) => `Outcome ${year.replace('-', '/')}`, notThere: 'Not in that year',
    changed: 'What changed since last year',
    noYearBefore: 'No earlier year has been released here, so there is nothing to compare with.',
    nothingChanged: (year: string) => `Every benchmark has the outcome that it had in ${year.replace('-', '/')}.`,
    change: (title: string, from: string, to: string) => `${title}: from ${from} to ${to}`,
    otherScale: (title: string) => `That year was assessed against other benchmarks or another scale (${title}), so the two are not compared.`,
    overdue: 'What is overdue',
    nothingRecommended: 'This release holds no recommendation.',
    late: (count: number, on: string) => `On ${written(on)}, when this was released, ${count} ${count === 1 ? 'recommendation was' : 'recommendations were'} past the day set and not finished:`,
    lateLine: (text: string, due: string) => `${text} (due on ${written(due)})`,
    noneLate: (on: string) => `On ${written(on)}, when this was released, no recommendation was past the day set for it.`,
    closed: (count: number) => `${count} ${count === 1 ? 'was' : 'were'} finished, as two people confirmed.`,
    withoutDay: (count: number) => `For ${count} no day had been set.`,
    overdueSince: 'What happened since then is told by the next release.',
    strengths: 'Strengths', recommendations: 'Recommendations', none: 'None is in this release.',
    leftOut: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} not public.`,
    smallNumbers: (below: number) => `Counts of people below ${below} are left out of everything that is published of this year.`,
    means: 'What the outcomes mean', needsEvidence: 'Given on evidence. No official definition of this level that we know has been published.', needsNone: 'Given where the evidence does not reach the next level.', inferred: 'Inferred: the other levels imply it. No published outcome that we know uses it.',
    levelFrom: (source: string) => `Source: ${source}`,
    ask: 'What to ask', askNote: 'These questions are ours. They come from no official source.',
    questions: [
      'What has changed since the last assessment, and why?', 'Which recommendations are not finished, who leads on each, and by when?',
      'What stands behind each outcome: which documents, and how recent are they?', 'Which benchmark is another body’s to deliver, and how do we know that it does?',
      'When does this committee see it next?',
    ],
    edition: (title: string) => `Assessed against: ${title}`,
    none404: { title: 'Nothing has been released', sentence: 'There is no public page at this address. The organisation may not have released a year, or may have withdrawn it.' },
  },
  release: {
    title: (organisation: string, year: Year) => `Public page: ${organisation} ${writtenYear(year)}`,
    heading: 'Public page',
    intro: 'Anyone can read a released year, without signing in. It holds the published outcomes, the strengths and recommendations marked OFFICIAL that are not exempt, and which recommendations are overdue. It stands as it is now; later changes need a new release.',
    standing: 'This year is public.', see: 'Open the public page',
    notReady: 'This year cannot be released yet.',
    holds: (outcomes: number, strengths: number, recommendations: number) => `It will hold ${outcomes} outcomes, ${strengths} strengths and ${recommendations} recommendations.`,
    confirm: 'I have read what will be public, and may release it', notConfirmed: 'Confirm that you have read it and may release it.',
    publish: 'Release to everybody', preview: 'Read what will be public',
    withdraw: 'Withdraw', withdrawHeading: 'Withdraw the release', reason: 'Why is it withdrawn?', noReason: (most: number) => `Say why it is withdrawn, in at most ${most} characters.`,
    earlier: 'Earlier releases', earlierLine: (on: Date, withdrawnOn: Date, reason: string) => `Released ${day.format(on)}, withdrawn ${day.format(withdrawnOn)}: ${reason}`,
    already: 'This year has been released already. Withdraw that release first.', gone: 'The release has been withdrawn meanwhile. This is how it stands now.',
  },
};
