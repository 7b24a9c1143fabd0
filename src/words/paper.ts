import { writtenYear, type Year } from '../kernel/year.ts';
import { exemptParagraphs } from './exempt-paragraphs.ts';

const areas = {
  purpose: 'Purpose of this paper', committee: 'Recommendation to the committee', finance: 'Finance', legal: 'Legal', equality: 'Equality',
  data_protection: 'Data protection', next_steps: 'Next steps',
};

/** The committee's paper: its own parts, the pages where a body writes them, and the parts that are exempt from publication. */
export const paper = {
  link: 'Texts of the committee’s paper',
  exemptLink: 'Exempt parts',
  areas,
  parts: { strengths: 'All strengths', recommendations: 'All recommendations', self_ratings: 'Self-ratings', risk_logs: 'Quarterly risk logs: when they came, and how risks are scored', plan: 'Partnership plan', risks: 'Risks', dip_samples: 'Dip samples', venues: 'Venue hire', channel: 'Channel panel', ...areas },
  strength: (text: string) => `Strength: ${text}`, recommendation: (text: string) => `Recommendation: ${text}`,
  standard: {
    purpose: (organisation: string, year: Year) => `To tell the committee what the Home Office’s annual Prevent duty assurance found about ${organisation} in ${writtenYear(year)}.`,
    committee: 'The committee is asked to note the outcomes, the strengths and the recommendations in this paper.',
  },
  implications: 'Implications',
  appendix: (title: string) => `Appendix: ${title}`,
  none: 'None recorded.',
  textsLeftOut: (count: number) => `${count} ${count === 1 ? 'text of the paper is' : 'texts of the paper are'} not in this public version.`,
  exempt: (paragraph: number) => `This part is exempt from publication under paragraph ${paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972.`,
  texts: {
    title: (year: Year) => `Texts of the committee’s paper, ${writtenYear(year)}`,
    intro: 'The paper says these beside the findings. A part that is left empty says “None recorded”; the purpose and the recommendation to the committee then have a standard sentence.',
    caption: 'The texts and their markings', part: 'Part', text: 'Text', marking: 'Marking', change: 'Change', empty: 'Nothing written',
    hint: 'Leave it empty to say that there is none. Never write about a person who was referred.',
    save: 'Save', noMarking: 'Choose a marking.',
    conflict: 'Somebody else saved this text first. Theirs stands above. Put what is to stand in yours, then save.', theirs: 'What they saved', yours: 'What you wrote',
    none: { title: 'There is no such text', sentence: 'The paper has no such part. Go back to its texts and choose one.' },
  },
  exemptions: {
    title: (year: Year) => `Exempt parts, ${writtenYear(year)}`,
    intro: 'An exempt part is replaced by a line in everything that is written for the public. It stays in what is written for members only where you say that it is open to them. Restricted outputs hold it.',
    none: 'No part is exempt.', caption: 'The parts that are exempt', part: 'Part', paragraph: 'Paragraph', reason: 'Why the public interest is against publication',
    open: 'Open to', openToMembers: 'Members', openToRestricted: 'Restricted only', until: 'Until', noEnd: 'No end', end: 'End', endOf: (part: string) => `End the exemption: ${part}`,
    add: 'Make a part exempt', choose: 'Choose a part', question: 'Which paragraph of Schedule 12A applies?', reasonHint: 'Say what publishing would harm, and why that weighs more than the public’s interest in knowing.',
    openQuestion: 'Who may still read it?', untilLegend: 'Until which day is it exempt?', untilHint: 'Leave it empty if there is no such day.',
    paragraphOf: (number: number, text: string) => `${number}. ${text}`,
    source: 'Local Government Act 1972, Schedule 12A, Part 1 (England), in short', sourceUrl: 'https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A',
    noPart: 'Choose the part that is exempt.', taken: 'That part is exempt already. End that exemption first.', noParagraph: 'Choose the paragraph that applies.', noOpen: 'Say who may still read it.',
    noReason: (most: number) => `Say why the public interest is against publication, in at most ${most} characters.`, badUntil: 'Enter a day that is today or later, or leave it empty.',
    conflict: 'The exemption was changed or ended meanwhile. This is how it stands now.',
  },
  exemptParagraphs,
};
