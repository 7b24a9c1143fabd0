import { writtenYear, type Day, type Year } from '../kernel/year.ts';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

/** "2 March 2026". */
const day = (on: Day | string) => date.format(new Date(`${on}T12:00:00Z`));
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What people read of the year's assessment. */
export const assessment = {
  day,
  noYear: { title: 'There is no such assessment', sentence: (organisation: string, year: string) => `${organisation} has no assessment for “${year}”. A year is written like 2025-26.` },
  noBenchmark: { title: 'There is no such benchmark', sentence: (code: string, edition: string) => `“${edition}” has no benchmark with the code “${code}”.` },
  noIndicator: { title: 'There is no such indicator', sentence: (code: string, edition: string) => `“${edition}” has no indicator with the code “${code}”.` },
  toYear: 'See the year’s assessment',
  toYears: 'See the assessments of all years',
  notAnswered: 'Not answered',
  notStated: 'Not stated',
  statuses: { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Not applicable' },

  years: {
    title: (organisation: string) => `Assessments of ${organisation}`,
    heading: 'Annual assessments',
    none: 'No assessment has been opened yet.',
    noneSubmitted: (organisation: string) => `${organisation} has not submitted an assessment yet.`,
    caption: 'Assessments, the latest year first',
    year: 'Year', edition: 'Benchmarks', standing: 'Where it stands',
    openHeading: 'Open a year’s assessment',
    yearLabel: 'Financial year',
    yearHint: 'For example, 2025-26',
    editionLabel: 'Benchmarks to assess against',
    editionLine: (title: string, publisher: string, year: string) => `${title} (${publisher}, first used for ${year})`,
    open: 'Open the assessment',
  },

  year: {
    title: (organisation: string, year: Year) => `${organisation}: ${writtenYear(year)}`,
    caption: (year: Year) => `Prevent duty assurance ${writtenYear(year)}`,
    standing: {
      open: (openedOn: string | null) => (openedOn === null ? 'Open' : `Open since ${day(openedOn)}`),
      submitted: (at: Date, by: string | null) => `Submitted on ${date.format(at)}${by === null ? '' : ` by ${by}`}`,
      outcomesOnly: 'Only the outcomes are recorded. What was answered and submitted is not stated.',
    },
    edition: 'Benchmarks', where: 'Where it stands', progress: 'Progress',
    progressSaid: (rated: number, benchmarks: number, answered: number, indicators: number) =>
      `${rated} of ${some(benchmarks, 'benchmark', 'benchmarks')} rated, ${answered} of ${some(indicators, 'indicator', 'indicators')} answered`,
    tableCaption: 'The benchmarks, with self-rating and outcome',
    benchmark: 'Benchmark', answered: 'Indicators answered', selfRating: 'Self-rating', outcome: 'Outcome', status: 'Status',
    answeredOf: (answered: number, all: number) => `${answered} of ${all}`,
    none: 'Not recorded', notRated: 'Not rated yet',
    states: { 'not started': 'Not started', 'under way': 'Under way', rated: 'Rated', submitted: 'Submitted', 'outcome known': 'Outcome known' },
    check: 'Check and submit',
    howTo: 'Open a benchmark, answer its indicators, put evidence behind the answers and rate yourself. When every benchmark is rated, check and submit.',
    submission: 'What was submitted',
    furtherHeading: 'For this year',
  },

  /** Of what somebody types, while they type. */
  draft: {
    saved: (at: Date) => `Draft saved at ${time.format(at)}. Press the button to save it for everybody.`,
    conflict: (at: Date) => `Draft saved at ${time.format(at)}. Somebody else has saved meanwhile: press the button to see both texts and choose.`,
    given: (at: Date) => `This is your draft of ${moment.format(at)}. It is not saved for everybody yet, and nobody else sees it.`,
    throwAway: 'Throw the draft away',
  },

  origins: { recorded: 'Recorded by the Home Office adviser', transcribed: 'Transcribed by the organisation' },
  originTags: { recorded: 'Recorded', transcribed: 'Transcribed' },

  benchmark: {
    title: (number: number, title: string, year: Year) => `${number}. ${title}, ${writtenYear(year)}`,
    caption: (number: number, year: Year) => `Benchmark ${number} · ${writtenYear(year)}`,
    aliases: (names: readonly string[]) => `Also called ${names.map((name) => `“${name}”`).join(', ')}.`,
    selfRating: 'Self-rating', outcome: 'Outcome',
    rate: 'Rate this benchmark', changeRating: 'Change the self-rating',
    ratingNotStated: 'Not stated', notRated: 'Not rated yet',
    noOutcome: 'Not recorded',
    reason: 'Why it is not applicable', leadBody: 'Who leads it',
    factsHeading: 'What the records show',
    factAsAt: (asAt: Day) => `As at ${day(asAt)}.`,
    rows: 'See the records behind it',
    asks: (level: string) => `What “${level}” asks`,
    adds: (level: string) => `What “${level}” adds`,
    answer: 'Answer this indicator', open: 'Open this indicator',
    evidence: (count: number) => some(count, 'piece of evidence', 'pieces of evidence'),
    noEvidence: 'No evidence',
    examplesHeading: 'Examples of evidence',
    neverHeading: 'Never keep here',
  },

  facts: {
    answered: (answered: number, all: number) => `${answered} of ${some(all, 'indicator', 'indicators')} answered`,
    answeredRule: 'Counts the indicators of this benchmark that have an answer, whatever the answer is.',
  },

  indicator: {
    title: (code: string, year: Year) => `Indicator ${code}, ${writtenYear(year)}`,
    caption: (code: string, level: string) => `Indicator ${code} · asked for “${level}”`,
    statusLegend: 'Is this in place?',
    note: 'What was done',
    noteHint: 'Name bodies, meetings and documents. Never write about a person who was referred.',
    save: 'Save the answer',
    answerHeading: 'Answer',
    evidenceHeading: 'Evidence',
    noEvidence: 'No evidence stands behind this answer yet.',
    addEvidence: 'Add or re-use evidence',
    dated: (on: Day | null) => (on === null ? 'Not dated' : `Dated ${day(on)}`),
    expires: (on: Day) => `holds until ${day(on)}`,
    expired: (on: Day) => `expired on ${day(on)}`,
    keptBy: (role: string) => `kept by ${role}`,
    factsHeading: 'What the records show',
    readOnly: 'The assessment has been submitted, so this answer stands as it was.',
    next: 'Next indicator', backToBenchmark: 'Back to the benchmark',
  },

  lastYear: {
    heading: (year: Year) => `Last year: ${writtenYear(year)}`,
    sameText: 'The indicator had the same text.',
    otherText: (text: string) => `The indicator was worded otherwise: “${text}” Check that the answer still fits.`,
    indicator: 'Indicator', answer: 'Answer', evidence: 'Evidence', noEvidence: 'No evidence stood behind it',
    outcome: (benchmark: string) => `Outcome of “${benchmark}”`, noOutcome: 'Not recorded',
    isSame: 'This year’s answer says the same as last year’s.',
    takeAnswer: 'Take last year’s answer over as a draft',
    takeEvidence: (count: number) => `Use last year’s evidence (${count}) this year too`,
  },

  rating: {
    title: (title: string, year: Year) => `Self-rating: ${title}, ${writtenYear(year)}`,
    heading: 'Self-rating',
    legend: 'How does your organisation rate itself?',
    asks: (count: number, first: boolean, answered: number) =>
      `${first ? 'Asks for' : 'Adds'} ${some(count, 'indicator', 'indicators')}; ${answered} in place or partly in place.`,
    inferredNote: (note: string) => `Inferred. ${note}`,
    needsEvidence: 'Needs evidence before it can be submitted.',
    reason: 'Why it is not applicable', leadBody: 'The body that leads it',
    leadBodyHint: 'For example, the authority that runs the combined panel',
    narrative: 'What the rating rests on', narrativeHint: 'In your own words, for the Home Office adviser and for your members.',
    save: 'Save the self-rating',
    whatHeading: 'What each level asks',
  },

  conflict: {
    title: 'Somebody else saved first',
    sentence: 'Somebody saved this while you were writing. Nothing that you wrote is lost: it stands below. Choose which to keep.',
    theirs: 'What is saved now', yours: 'What you wrote',
    keepTheirs: 'Keep what is saved',
    form: 'Save yours instead, or put both together here first',
  },

  submission: {
    title: (year: Year) => `Submission ${writtenYear(year)}`,
    checkHeading: 'Check and submit',
    lacksHeading: (count: number) => `${some(count, 'thing is', 'things are')} missing`,
    lacksIntro: 'The assessment can be submitted when none of these is left.',
    lacks: {
      notRated: (benchmark: string) => `${benchmark} has no self-rating`,
      nothingInPlace: (benchmark: string, level: string) => `${benchmark} is rated “${level}”, and none of the indicators that this rests on is answered Yes or Partly`,
      noEvidence: (code: string, benchmark: string) => `${code} is answered Yes or Partly without evidence (${benchmark})`,
      expired: (code: string, benchmark: string) => `${code} has only evidence that has expired (${benchmark})`,
    },
    ready: 'Nothing is missing.',
    freezes: 'Submitting freezes the answers, self-ratings, evidence and facts as they stand now. They can never be changed afterwards.',
    whoReads: 'Once the assessment is submitted, the bodies above yours can read the submission, and the Home Office adviser to whom you have opened it can read it with its evidence.',
    submit: 'Submit the assessment',
    onlyLead: 'A Prevent lead of your organisation submits the assessment.',
    frozenHeading: (organisation: string, year: Year) => `${organisation}: submission ${writtenYear(year)}`,
    heading: 'What was submitted',
    submitted: 'Submitted', edition: 'Benchmarks', marking: 'Marking', hash: 'SHA-256 of the submission', editionHash: 'SHA-256 of the benchmarks',
    hashNote: 'This page is drawn from the frozen text alone. The hash proves that it has not been changed since.',
    benchmark: (number: number, title: string) => `${number}. ${title}`,
    ratingOf: 'Self-rating',
    ownIndicator: 'An indicator of the organisation’s own choice, not asked by the publisher',
    evidence: 'Evidence', allEvidence: 'All the evidence', noEvidence: 'No evidence was submitted.',
    evidenceLine: (kind: 'file' | 'link', owner: string, dated: Day | null) => `${kind === 'file' ? 'File' : 'Link'}, ${dated === null ? 'not dated' : `dated ${day(dated)}`}, kept by ${owner}`,
    fileHash: (sha256: string) => `SHA-256 ${sha256}`,
    facts: 'Facts when it was submitted',
    unanswered: (count: number) => `${some(count, 'indicator was', 'indicators were')} not answered.`,
    none: { title: 'Nothing has been submitted', sentence: (organisation: string, year: Year) => `${organisation} has not submitted its assessment for ${writtenYear(year)}. Its draft is its own.` },
    closed: { title: 'The assessment has been submitted', sentence: (year: Year) => `The assessment for ${writtenYear(year)} has been submitted. What was submitted is never changed, so nothing was saved.`, link: 'See what was submitted' },
  },

  refused: {
    year: 'Enter a financial year like 2025-26',
    edition: 'Choose the benchmarks to assess against',
    alreadyOpen: (year: Year) => `The assessment for ${writtenYear(year)} is already open. Choose another year`,
    status: 'Choose yes, partly, no or not applicable',
    noRating: 'Choose a rating',
    notOnScale: 'Choose one of the ratings on the page: the one that was sent is not on the scale of these benchmarks',
    noReason: 'Say why the benchmark is not applicable',
    noLeadBody: 'Name the body that leads it',
  },
};
