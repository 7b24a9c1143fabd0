import type { OrganisationKind } from '../kernel/access.ts';
import type { Audience, Marking } from '../kernel/marking.ts';
import { writtenQuarter, writtenYear, type Quarter, type Year } from '../kernel/year.ts';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const bodies: Readonly<Record<OrganisationKind, string>> = {
  nation: 'nation', region: 'region', area: 'area', county: 'county', unitary: 'council', district: 'district', school: 'school',
  further_education: 'college', higher_education: 'university', health_trust: 'NHS trust', prison: 'prison',
  probation_region: 'probation region', police_force: 'police force', home_office: 'team',
};

export const reports = {
  link: 'Slides and papers for a committee',
  deck: {
    part: (heading: string, part: string) => `${heading}: ${heading === heading.toUpperCase() ? part.toUpperCase() : part}`,
    strengths: 'strengths', recommendations: 'recommendations', progress: 'progress', progressCaption: 'How far each recommendation is', glance: 'at a glance', byYear: 'by year', outcomesByYear: 'Outcome of each benchmark by year', outcomeOfEach: 'The outcome of each benchmark', selfRatings: 'self-rating and outcome', narratives: 'what the ratings rest on', evidence: 'evidence', challenged: 'challenged ratings', notChallenged: 'Not challenged',
    none: { strengths: 'No strengths are recorded.', recommendations: 'No recommendations are recorded.' },
    number: 'No.', selfRating: 'Self-rating', evidenceTitle: 'Evidence', concerns: 'Benchmarks', marking: 'Marking', notStated: 'Not stated', notRecorded: 'Not recorded yet',
    outcomes: (year: Year) => `Outcome of each benchmark, ${writtenYear(year)}`,
    bothViews: (year: Year) => `How the organisation rated itself, and what was found, ${writtenYear(year)}`,
    evidenceCaption: 'What stands behind the ratings',
    paragraph: (number: number) => `(${number})`,
    recorded: 'Recorded by the Home Office adviser.',
    transcribed: (letter: string, checked: boolean) => `Transcribed from ${letter}, ${checked ? 'checked by a second person' : 'not yet checked by a second person'}.`,
    letter: (title: string) => `“${title}”`, untitledLetter: 'the Home Office’s letter',
    resultOf: (number: number, title: string, label: string) => `${number} ${title}: ${label}`,
    notApplicable: (result: string, reason: string, leadBody: string) => `${result}. ${reason}${/[.!?]$/.test(reason) ? '' : '.'} Lead body: ${leadBody}.`,
    reasonNotStated: (result: string) => `${result}; reason not stated in the source.`,
    inferredLevel: (label: string) => `“${label}” is a level that the others imply; no published outcome that we know uses it.`,
    notSubmitted: 'The self-ratings have not been submitted.',
    leftOut: {
      strengths: (count: number) => `${counted(count, 'strength is', 'strengths are')} not in this public version.`,
      recommendations: (count: number) => `${counted(count, 'recommendation is', 'recommendations are')} not in this public version.`,
    },
    draft: 'Draft: not yet published.',
    demonstration: 'Made in a demonstration.',
    invented: (name: string, kind: OrganisationKind) => `${name} is an invented ${bodies[kind]}. Nothing here is about a real body.`,
  },
  /** The risk logs of an area, and the partnership plan. */
  area: {
    returns: 'Quarterly risk logs: on time', gridCaption: 'When each risk log came', body: 'Body', quarter: 'Quarter', shareCaption: 'On time by quarter', dueOn: 'Due', due: 'Due so far', onTime: 'On time', share: 'Share', noneDue: 'None due yet',
    percent: (onTime: number, due: number) => `${Math.round((100 * onTime) / due)}%`, ofDue: (onTime: number, due: number) => `${onTime} of ${due}`, asked: (state: string, count: number) => `${state}; asked ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}`,
    returnsRule: (asAt: string) => `As at ${asAt}. What was sent counts by the due day that it carries; what is missing is not on time.`,
    matrix: 'Quarterly risk logs: scores', matrixCaption: (quarter: Quarter) => `Open risks by likelihood and impact, with controls, ${writtenQuarter(quarter)}`, likelihoodAndImpact: 'Likelihood', field: (level: string, count: number) => `${level}: ${count}`,
    trend: 'Quarterly risk logs: scores by quarter',
    plan: 'Partnership plan', planCaption: 'Actions by benchmark', otherEdition: (code: string) => `${code}, of another edition`, benchmark: 'Benchmark', objective: 'Objective', notClosed: 'Not closed', overdue: 'Overdue', waiting: 'Closure to confirm', closed: 'Closed',
    originsCaption: 'Where the actions came from', origin: 'From', actions: 'Actions', overdueCaption: 'Overdue actions', action: 'Action', owner: 'Owner', planRule: (asAt: string) => `As at ${asAt}. Overdue actions, and those whose closure a second person has still to confirm, are among those that are not closed.`,
    risks: 'Risks', risksCaption: 'Open risks, as the bodies word them for the public', risk: 'Risk', level: 'Level with controls', risksLeftOut: (count: number) => `${counted(count, 'risk is', 'risks are')} not in this public version.`,
  },
  /** Dip samples, venues and the Channel panel. */
  kept: {
    samples: 'Dip samples of referrals', samplesCaption: 'Exercises of the year', number: 'No.', panel: 'Panel', period: 'Referrals of', drawn: 'Drawn', standing: 'Standing', notShown: 'Not shown', exercise: (at: number) => `Exercise ${at}`,
    every: (months: number) => `The programme: an exercise ${months === 1 ? 'every month' : `every ${months} months`}.`, ended: (state: string, on: string) => `${state} on ${on}`, underWay: 'Under way', repeats: 'This repeats an earlier exercise of the same panel and time.',
    agreed: (percent: number) => `The two reviewers gave the same answer in ${percent}% of cases and questions.`, recorded: (themes: number, learning: number) => `${counted(themes, 'theme', 'themes')} and ${counted(learning, 'piece', 'pieces')} of learning are recorded; their words are in the report of the exercise.`,
    actions: (open: number, proposed: number, closed: number) => `Actions from it in the partnership plan: ${open} open, ${proposed} with a closure to confirm, ${closed} closed.`, noActions: 'No action from it is in the partnership plan.', tallies: (at: number) => `Exercise ${at}: answers by question`,
    samplesRule: (asAt: string, year: Year) => `As at ${asAt}. Exercises that ended in ${writtenYear(year)}, and open ones that look at its referrals. A random sample; the reviewers answered without seeing each other’s answers.`,
    samplesHidden: 'What counts referrals is left out of this version where any number of it is small.',
    venues: 'Venue hire', sitesCaption: 'Sites, by how they are held', held: 'How held', sites: 'Sites', whole: 'Nothing missing', lacking: { department: 'No department', policy: 'Policy', training: 'Training', filtering: 'Filtering' },
    sitesRule: (asAt: string) => `Sites as at ${asAt}. Policy: none, not in force or not endorsed. Training: not all booking staff. Filtering: not stated, not there, or its review is overdue.`, sitesWhole: (asAt: string) => `Sites as at ${asAt}. Nothing missing: a department, an endorsed policy in force, trained booking staff, and filtering that is stated and reviewed.`,
    numbersCaption: (year: Year) => `Bookings taken in during ${writtenYear(year)}`, numbersRule: (asAt: string) => `As they stand at ${asAt}. Both kinds of error count. Nothing is counted by faith, nationality or opinion, because nothing of the kind is recorded.`, numbersHidden: 'Counts of refusals are small, so they are left out of this version, and so are numbers from which they could be worked out.',
    channel: 'Channel panel', officesCaption: 'Chair and deputy, by role', trainingDue: (trained: string, due: string) => `${trained}; due again ${due}`, trainingOver: (trained: string, due: string) => `${trained}; was due again ${due}`,
    meetings: (held: number, planned: number) => (planned === 0 ? 'No meeting was planned in the last 12 months.' : `${held} of ${counted(planned, 'planned meeting', 'planned meetings')} of the last 12 months ${held === 1 ? 'was' : 'were'} held.`),
    seatsCaption: 'Attendance by seat, last 12 months', came: 'Present', recordedMeetings: 'Meetings recorded', ofMeetings: (part: number, all: number) => (all === 0 ? '–' : `${Math.round((100 * part) / all)}%`),
    channelRule: (asAt: string) => `As at ${asAt}. How the panel is run, without its cases. The share of reviews counts the newest four quarters recorded.`,
  },
  page: {
    title: (organisation: string, year: Year) => `Slides and papers: ${organisation} ${writtenYear(year)}`,
    heading: 'Slides and papers for a committee',
    intro: 'Each is written from the record as it stands now, and says its marking on every page. The history keeps who made which, and when.',
    audiences: { public: 'For the public', members: 'For elected members', restricted: 'Restricted' } satisfies Record<Audience, string>,
    holds: {
      public: 'Published findings marked OFFICIAL: outcomes, strengths and recommendations, and the law behind them.',
      members: 'All findings, and the self-ratings beside the outcomes.',
      restricted: 'The same, with what each self-rating rests on and the titles of the evidence.',
    } satisfies Record<Audience, string>,
    marked: (marking: Marking) => `Marking: ${marking}`,
    formats: {
      pptx: 'Slides (PowerPoint)', odp: 'Slides (OpenDocument)', pdf: 'Paper (PDF)', docx: 'Paper (Word)', odt: 'Paper (OpenDocument)', html: 'Web page in one file (HTML)',
      xlsx: 'Tables (Excel)', ods: 'Tables (OpenDocument)', csv: 'Tables in one file (CSV)', json: 'Data (JSON)',
    },
    byForm: { heading: 'In any format', audience: 'For whom?', format: 'Format', take: 'Download' },
    read: 'Read it here', ofAudience: (audience: string) => `: ${audience.charAt(0).toLowerCase()}${audience.slice(1)}`,
    print: 'Print this page', back: 'Back to slides and papers',
    notYet: 'Not in the record yet',
    lacks: {
      unpublished: 'The findings have not been published, so every page says that it is a draft.',
      outcomes: (missing: number) => `${counted(missing, 'benchmark has', 'benchmarks have')} no outcome.`,
      strengths: 'No strengths.', recommendations: 'No recommendations.', selfRatings: 'No self-ratings, so nothing is shown beside the outcomes.',
    },
  },
  refused: {
    noFindings: (organisation: string, year: Year) => `Nothing can be written for ${organisation} ${writtenYear(year)}: its findings have not been recorded yet.`,
    noFindingsTitle: 'No findings have been recorded',
    notForPublic: 'The findings have not been published, so nothing can be written for the public. Publish them first, or choose another audience.',
    noOutput: { title: 'There is no such output', sentence: 'An output is for the public, for members or restricted, and its format is pptx, odp, pdf, docx, odt, html, xlsx, ods, csv or json.' },
    notYours: { title: 'You cannot open this version', sentence: 'The restricted version is for those who write or challenge the assessment, and for the Home Office adviser.' },
  },
  command: {
    means: 'Writes a committee’s slides (pptx, odp), paper (pdf, docx, odt), web page (html), tables (xlsx, ods, csv) or data (json) from the record. AUDIENCE is public, members (the default) or restricted.',
    noOrganisation: (typed: string, near: readonly string[]) => `There is no organisation with the short name “${typed}”.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`,
    noYear: (typed: string, organisation: string, years: readonly string[]) => `There is no assessment “${typed}” of ${organisation}.${years.length > 0 ? ` There is ${years.join(', ')}.` : ' None has been opened yet.'}`,
    noFormat: (typed: string) => `“${typed}” is no format of a report. This version writes pptx, odp, pdf, docx, odt, html, xlsx, ods, csv and json.`,
    noAudience: (typed: string) => `“${typed}” is no audience. Choose public, members or restricted.`,
    notWritten: (path: string, code: string) => `The file “${path}” cannot be written (${code}). Check that its folder is there and that you may write in it.`,
    written: (path: string, marking: Marking) => `Wrote ${path}, marked ${marking}.`,
  },
};
