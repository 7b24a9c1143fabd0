import type { Audience } from '../kernel/marking.ts';
import { writtenYear, type Year } from '../kernel/year.ts';
import { longMoment } from './dates.ts';

const audiences: Readonly<Record<Audience, string>> = { public: 'the public', members: 'elected members', restricted: 'restricted readers' };

/** Everything for an audience in one file, kept as it was issued. */
export const packs = {
  link: 'Packs: every format in one file',
  title: (organisation: string, year: Year) => `Packs: ${organisation} ${writtenYear(year)}`,
  heading: 'Packs',
  intro: 'A pack holds every format for one audience and a list of its files with their SHA-256 hashes. Each pack that was issued is kept as it was, with the record that it was made from.',
  none: 'No pack has been issued for this year.',
  caption: 'The packs that were issued', issued: 'Issued', audience: 'For', marking: 'Marking', made: 'Made by', hash: 'SHA-256', again: 'Make again', get: 'Download',
  audiences, at: longMoment, of: (audience: Audience, on: Date) => ` for ${audiences[audience]}, ${longMoment(on)}`,
  by: (product: string, version: string) => `${product} ${version}`,
  check: 'Make it again and compare',
  issueHeading: 'Issue a pack', audienceQuestion: 'Who is it for?', noAudience: 'Choose who the pack is for.', issue: 'Issue the pack',
  same: 'The pack was made again from its record. Every byte is the same.',
  differs: (was: string, now: string) => was === now
    ? 'The pack was made again from its record, and it is not the same. Tell whoever runs the installation.'
    : `The pack was made again by version ${now} and differs. It was issued by version ${was}, and only that version makes the same bytes.`,
  missing: { title: 'There is no such pack', sentence: 'No pack of this year that you may open stands at this address. Go back to the list of packs.' },
  manifest: (organisation: string, year: string, audience: Audience) => `${organisation}, ${year.replace('-', '/')}: pack for ${audiences[audience]}`,
  manifestLines: (marking: string, dated: string, made: string, record: string) => [`Marking: ${marking}`, `Date: ${dated}`, `Made by: ${made}`, `Record (SHA-256): ${record}`],
  manifestFiles: 'Files, each with its SHA-256 hash:',
};
