type Entry = { readonly word: string; readonly means: string; readonly notYet?: true };

const entries: readonly Entry[] = [
  { word: 'Organisation', means: 'A body that owes the duty or oversees others: a nation, region, area, county, district, school, trust.' },
  { word: 'Edition', means: 'One published version of a sector’s benchmarks. It never changes once it is published.' },
  { word: 'Benchmark', means: 'A part of an edition that is rated as a whole.' },
  { word: 'Indicator', means: 'A part of a benchmark, marked must, should, good practice or not stated, with its source.' },
  { word: 'Level', means: 'A step of an edition’s scale, such as Met or Exceeded.' },
  { word: 'Assessment', means: 'One organisation, one edition, one year.' },
  { word: 'Answer', means: 'What the organisation says of an indicator.' },
  { word: 'Evidence', means: 'A file, a link or a fact that stands behind an answer.' },
  { word: 'Fact', means: 'A figure that the product itself computes from its records, with the rule and the rows behind it.' },
  { word: 'Self-rating', means: 'A benchmark as the organisation sees it.' },
  { word: 'Challenged rating', means: 'A benchmark as the organisation’s second reader sees it.', notYet: true },
  { word: 'Outcome', means: 'A benchmark as the Home Office sees it. It stands beside the self-rating and replaces nothing.' },
  { word: 'Submission', means: 'An assessment as it was when the Prevent lead sent it. It never changes.' },
  { word: 'Strength', means: 'What the Home Office’s adviser writes that works.' },
  { word: 'Recommendation', means: 'What the adviser writes that would help. It is never derived from a rating. Once published it has an owner, a day and notes of progress, and a second person confirms that it is closed.' },
  { word: 'Findings', means: 'The outcomes, strengths and recommendations of one assessment: recorded by the adviser, or transcribed from the Home Office’s letter and checked by a second person.' },
  { word: 'Publication', means: 'Findings as they were when they were published. They never change.' },
  { word: 'Action', means: 'A piece of work with an owner, a date and a measure of success.', notYet: true },
  { word: 'Risk', means: 'What could go wrong, how likely it is and how much harm it would do.', notYet: true },
  { word: 'Risk log', means: 'An organisation’s risks.', notYet: true },
  { word: 'Return', means: 'One organisation’s risk log for one quarter.', notYet: true },
  { word: 'Dip sample', means: 'A random set of referrals whose process, not people, is reviewed.', notYet: true },
  { word: 'Booking, check, decision', means: 'A request to use a venue, what is looked at, and what is decided with a second department.', notYet: true },
  { word: 'Marking', means: 'OFFICIAL or OFFICIAL-SENSITIVE. Nothing higher is kept.' },
  { word: 'Audience', means: 'Who an output is for: public, members or restricted.' },
];

/** One word for one thing: the page /words and docs/words.md both come from here. */
export const glossary = {
  title: 'The words of this product',
  lead: 'One word for one thing, in the pages, the files and the code.',
  withNotYet: (means: string) => `${means} Not in the product yet.`,
  entries,
};
