import { writtenYear, type Year } from '../kernel/year.ts';

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const day = (on: string) => long.format(new Date(`${on}T00:00:00Z`));
const datedOn = (on: string | null) => (on === null ? 'not dated' : `dated ${day(on)}`);

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const aboutBodies = 'Write about the organisation and its work. Never describe a person, a referral or a Channel case.';

export const moderation = {
  day,
  notBegun: {
    title: 'No findings have been recorded',
    sentence: 'What the Home Office found of this assessment has not been recorded yet.',
  },
  findings: {
    heading: 'What the Home Office found',
    title: (organisation: string, year: Year) => `What the Home Office found: ${organisation} ${writtenYear(year)}`,
    draft: 'Draft', published: 'Published',
    draftNotice: {
      recorded: 'The organisation sees a draft of its adviser once it is shared. Bodies above see the findings once they are published.',
      transcribed: 'Only this organisation and its Home Office adviser can see a draft. Bodies above see the findings once they are published.',
    },
    origin: 'Where it comes from',
    origins: { recorded: 'Recorded by the Home Office adviser', transcribed: 'Transcribed by the organisation from the Home Office’s letter' },
    letter: 'Letter', letterDated: (title: string, on: string | null) => `${title}, ${datedOn(on)}`, noLetter: 'None attached yet', letterElsewhere: (on: string | null) => `Kept by the organisation, ${datedOn(on)}`,
    change: 'Change', changeLetter: 'the letter',
    checkedBy: 'Checked by', checked: (name: string, on: string) => `${name}, ${on}`, notChecked: 'Nobody yet', somebody: 'A second person',
    publishedOn: 'Published on', notPublished: 'Not published',
    caption: 'Benchmarks', number: 'No.', benchmark: 'Benchmark', selfRating: 'Self-rating', outcome: 'Home Office outcome', none: 'Not stated', edit: 'Edit',
    changeOutcome: (hasOne: boolean) => (hasOne ? 'Change' : 'Record'), outcomeOf: (title: string) => `the outcome of ${title}`,
    reason: (reason: string, leadBody: string) => `${reason} Led by ${leadBody}.`, reasonNotStated: 'The reason is not stated in the letter.',
    ownWords: 'Strengths and recommendations stand by themselves. A benchmark can be exceeded and still carry a recommendation.',
    concerns: (number: number, title: string) => `Benchmark ${number}: ${title}`,
    begin: 'Begin the findings', beginHint: 'You state an outcome for every benchmark, add strengths and recommendations, and publish them.',
    transcribe: 'Transcribe the letter',
    transcribeHint: 'If your Home Office adviser does not use this service, transcribe the letter: attach it, copy what it says, and ask a second person to compare the two.',
    waitForOthers: 'A Prevent lead or a contributor can transcribe the Home Office’s letter here, or the Home Office adviser records the findings.',
    next: 'What is left to do', toCheck: 'Check against the letter', toPublish: 'Publish the findings',
    otherHand: { recorded: 'Your Home Office adviser writes these findings. Your organisation can read them here.', transcribed: 'The organisation transcribes these findings from your letter. You can read them here.' },
    nothingPublished: (organisation: string) => `The findings for ${organisation} have not been published.`,
  },
  letter: {
    title: 'The Home Office’s letter',
    intro: 'The findings are copied from the Home Office’s letter, and a second person compares the two. The letter is kept with your organisation’s evidence.',
    chooseHeading: 'Choose it from your evidence', choose: 'The letter', chooseHint: (most: number) => `The newest ${most} pieces of your evidence.`, pick: 'Choose a piece of evidence',
    item: (title: string, on: string | null) => `${title} (${datedOn(on)})`, save: 'Use this letter',
    attachHeading: 'Attach it as a file', file: 'The letter', fileHint: (megabytes: number) => `A PDF or a document of at most ${megabytes} MB.`, attach: 'Attach the letter',
  },
  outcome: {
    title: (number: number, title: string) => `Home Office outcome: ${number} ${title}`,
    rating: 'What was the outcome?', selfRating: (label: string) => `The organisation rated itself: ${label}.`,
    reason: 'Why is it not applicable?', leadBody: 'Which body leads instead?', reasonHint: aboutBodies,
    notStated: (label: string) => `${label}, and the letter does not say why`,
    save: 'Save',
  },
  statements: {
    strength: {
      plural: 'Strengths', none: 'No strengths have been stated.', toList: 'Add or change strengths', addHeading: 'Add a strength', changeTitle: 'Change a strength', label: 'What is the strength?',
      add: 'Add strength', remove: 'Remove this strength', removed: 'This strength has been removed by somebody else. Your text is below: add it again if it should stand.',
    },
    recommendation: {
      plural: 'Recommendations', none: 'No recommendations have been made.', toList: 'Add or change recommendations', addHeading: 'Add a recommendation', changeTitle: 'Change a recommendation', label: 'What is recommended?',
      add: 'Add recommendation', remove: 'Remove this recommendation', removed: 'This recommendation has been removed by somebody else. Your text is below: add it again if it should stand.',
    },
    never: aboutBodies, benchmark: 'Which benchmark does it concern? (optional)', noBenchmark: 'None in particular', marking: 'Marking', save: 'Save', change: (position: number) => `number ${position}`, back: 'Back to the findings',
  },
  check: {
    title: 'Check the findings against the letter',
    intro: 'Open the letter and compare it with everything on this page. A person who wrote any part of the findings cannot check them. Any later change clears the check.',
    notYet: 'The findings cannot be checked yet:',
    confirm: 'I have compared every outcome, strength and recommendation with the letter', legend: 'Do they say the same?', save: 'Confirm the check',
  },
  publication: {
    title: 'Publish the findings',
    intro: 'Publishing freezes the findings as they stand on this page. Nobody can change them afterwards. Bodies above can then read them.',
    notYet: 'The findings cannot be published yet:', save: 'Publish', frozen: 'Once published, they cannot be changed.',
  },
  sharing: {
    title: 'Share the draft with the organisation', link: 'Share the draft with the organisation',
    intro: 'The organisation’s own people see the draft as it stands on this page, marked as a shared draft, and its Prevent lead can reply. Bodies above see nothing of it. You can change the draft afterwards and share it again.',
    notYet: 'The draft cannot be shared yet:', frozen: 'What you share is kept as it stands, so that it is known to what the organisation replied.', save: 'Share the draft',
    tag: 'Shared draft', notice: (on: string) => `Your Home Office adviser shared this draft on ${on}. It may still change. Nobody outside this organisation and its adviser sees it.`,
    notYetShared: 'Your Home Office adviser has begun the findings and has not shared a draft with your organisation yet.',
  },
  reply: {
    title: 'Reply to the shared draft', link: 'Reply to the shared draft', heading: 'The organisation’s reply',
    intro: 'Say of each recommendation, and of the draft as a whole, whether you accept it or what you have to say. You send the reply once, and it stands as you sent it.',
    waiting: (on: string) => `A draft was shared on ${on}. The organisation has not replied to it.`, toDraft: (on: string) => `To the draft that was shared on ${on}.`,
    toRecommendation: (position: number) => `Recommendation ${position}`, toWhole: 'The draft as a whole',
    stance: (about: string) => `Your answer: ${about}`, stances: { accepted: 'Accepted', comment: 'A comment' }, text: (about: string) => `In words (optional where you accept): ${about}`, send: 'Send the reply',
    sharedAnew: { title: 'Another draft has been shared', sentence: 'Your adviser shared another draft after you opened the page. Nothing was sent. Read the new draft first.', link: 'Open the shared draft' },
    sentBefore: { title: 'The reply has been sent', sentence: 'Somebody else sent the reply to this draft. Nothing of yours was sent.', link: 'Open the reply' },
    nothing: { title: 'There is nothing to reply to', sentence: 'No draft has been shared with this organisation for this year.' },
    refusals: { noStance: 'Choose whether you accept it or have a comment', noComment: 'Write your comment' },
  },
  writtenLetter: {
    heading: 'The letter', intro: 'A letter made of these findings, with the organisation’s reply. Change it in your own words before you send it.', as: (format: string) => `Letter (${format.toUpperCase()})`,
    title: (organisation: string) => `Findings for ${organisation}`, subtitle: (year: string) => `Prevent duty assurance ${year}`,
    notOfficial: 'Written with DueRegard by the adviser. It is not an official publication.', draft: 'Draft: the findings have not been published.', invented: (organisation: string) => `${organisation} is invented.`,
    parts: { opening: 'To the organisation', law: 'The law behind the assessment', outcomes: 'Outcomes', strengths: 'Strengths', recommendations: 'Recommendations', reply: 'Your reply to the draft as a whole', next: 'Next steps' },
    opening: (organisation: string, on: string, year: string) => [`To: ${organisation}`, on, `This letter tells you what was found of your assessment for ${year}. It stands beside your own ratings and replaces none of them.`],
    noLaw: 'The edition names no law.', none: 'None.', replied: (stance: 'accepted' | 'comment', text: string) => `Your reply: ${stance === 'accepted' ? 'accepted.' : 'a comment.'}${text === '' ? '' : ` ${text}`}`,
    next: ['Give each recommendation an owner and a day.', 'Note your progress, and let a second person confirm when a recommendation is closed.', 'What is still open begins your next year’s assessment.'],
    nothing: { title: 'There is no such letter', sentence: 'A letter is made of findings that the adviser recorded: for the adviser from the draft on, for the organisation once they are published. Open the findings to see its formats.' },
    incomplete: { title: 'The letter cannot be made yet', sentence: 'State an outcome for every benchmark first.' },
  },
  bundle: {
    link: 'Submission and evidence in one file (ZIP)', title: (organisation: string, year: string) => `Submission of ${organisation} ${year.replace('-', '/')}`,
    intro: 'The submission as it was frozen, with its evidence in the folder beside this page. The manifest holds the SHA-256 of each file.',
    evidence: 'Evidence', noEvidence: 'No evidence was submitted.', withheld: (fileName: string) => `(${fileName}: not in this bundle)`, rating: (label: string) => `Self-rating: ${label}`, noAnswer: 'No answer',
    nothing: { title: 'Nothing has been submitted', sentence: 'The bundle is made of a submission, and this organisation has not submitted this year.' },
  },
  visits: {
    title: 'Notes of visits and calls', intro: 'Your team’s notes of contacts with this organisation about this year. The organisation sees a note only once you share it.', introBody: 'What your Home Office adviser noted of contacts with your organisation and shared with you.',
    none: 'No contact has been noted.', noneShared: 'No note has been shared with your organisation.', add: 'Add a note', contact: 'What kind of contact was it?', dated: 'When was it?',
    contacts: { visit: 'Visit', call: 'Call', meeting: 'Meeting', letter: 'Letter', other: 'Other contact' }, role: 'In which role did you make it?', roleHint: 'Such as “Regional adviser”, never a name.',
    text: 'What was said of the organisation’s work?', save: 'Add the note', share: 'Share with the organisation', shared: (on: string) => `Shared on ${on}`, notShared: 'Not shared', entry: (contact: string, on: string) => `${contact}, ${day(on)}`,
    refusals: { noContact: 'Choose what kind of contact it was', noDay: 'Enter the day of the contact, such as 27 3 2026', dayToCome: 'Enter a day that has been', noRole: 'Name a role, on one line', noText: 'Write what was said' },
  },
  conflict: {
    title: 'Somebody else saved first',
    sentence: 'Nothing was lost. Read what stands now and what you wrote, then save what should stand.',
    theirs: 'What stands now', yours: 'What you wrote',
    changed: { title: 'The findings have changed', sentence: 'Somebody changed the findings after you opened the page. Read them again first.', link: 'Open the findings' },
    begun: { title: 'The findings have been begun', sentence: 'Somebody else has begun the findings of this assessment.', link: 'Open the findings' },
  },
  held: {
    published: { title: 'The findings have been published', sentence: 'Published findings are never changed. Nothing was saved.' },
    'other hand': { title: 'You cannot change these findings', sentence: 'Findings are written by those who began them: the Home Office adviser who records them, or the organisation that transcribes them. Nothing was saved.' },
    reopened: { title: 'The assessment has been re-opened', sentence: 'The organisation re-opened its assessment and has not submitted it again. Findings are published on a submission that stands. Wait for the new submission. Nothing was saved.' },
  },
  noSuchPart: { title: 'There is no such part of the findings', sentence: 'It may have been removed. Open the findings to see what stands.' },
  refusals: {
    noRating: 'Choose an outcome', outsideScale: 'Choose an outcome from the scale of this edition',
    noReason: 'Say why the benchmark is not applicable', noLeadBody: 'Name the body that leads instead',
    noText: 'Write the strength or the recommendation',
    noSuchBenchmark: 'Choose a benchmark of this edition, or none', noMarking: 'Choose a marking',
    letterMissing: 'Choose the letter', notCompared: 'Confirm that you compared the findings with the letter',
    noLetter: 'Attach the letter that they were transcribed from', noOutcome: (number: number, title: string) => `State an outcome for benchmark ${number}, ${title}`,
    alreadyChecked: 'They have been checked already, and not changed since', ownWork: 'You wrote part of them. A person who wrote none of them must check them',
    notChecked: 'Ask a second person to check them against the letter',
  },
  advising: {
    title: 'Assessments open to you',
    intro: 'These organisations have opened their assessments to your team. What waits for you stands first, the longest wait at the top.',
    none: 'No organisation has opened its assessment to your team. An organisation does so itself, under its own name.',
    caption: (bodies: number) => counted(bodies, 'organisation', 'organisations'),
    state: 'State', anyState: 'Any state', anyYear: 'Any year', show: 'Show', noneFound: 'Nothing is in this state.', since: (on: string) => `Since ${on}`,
    states: { not_submitted: 'Not submitted', submitted: 'Submitted', begun: 'Findings begun', shared: 'Draft shared', replied: 'Replied', published: 'Published' },
    pages: 'Pages of the list', previous: 'Previous', next: 'Next',
    organisation: 'Organisation', year: 'Year', submission: 'Assessment', findings: 'Findings',
    noAssessment: 'Not begun', notSubmitted: 'Not submitted', submitted: (on: string) => `Submitted ${on}`,
    notBegun: 'Not begun', begun: 'Draft', published: (on: string) => `Published ${on}`, open: (organisation: string) => `of ${organisation}`,
  },
};
