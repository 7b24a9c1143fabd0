import { canonicalJson } from '../../kernel/canonical-json.ts';
import { sha256Of } from './draw.ts';

export type Question = { readonly code: string; readonly text: string };

/**
 * The questions that a dip sample asks of the process, in versions. A version never changes once it has been published here: the
 * frames that were frozen with it carry its hash. Another wording is another version.
 */
const banks: Readonly<Record<string, readonly Question[]>> = {
  '2026-1': [
    { code: 'form', text: 'Was the referral made on the edition of the form that was in force?' },
    { code: 'information', text: 'Did the referral say enough to be assessed without asking again?' },
    { code: 'safeguarding', text: 'Did the safeguarding route run beside it, without waiting?' },
    { code: 'timescale', text: 'Was each step taken within its target time?' },
    { code: 'threshold', text: 'Are the decision about the threshold and its reasons on record?' },
    { code: 'assumptions', text: 'Does the decision rest on what was seen or said, and not on who the person is?' },
    { code: 'consent', text: 'Was consent asked for properly, where it was needed?' },
    { code: 'agencies', text: 'Did the right agencies take part?' },
    { code: 'alternative', text: 'Where it was not taken further, was other support considered?' },
    { code: 'feedback', text: 'Was the referrer told what became of it, as far as they may know?' },
    { code: 'reviews', text: 'Were reviews after support held when they were due?' },
    { code: 'complete', text: 'Is the record complete?' },
    { code: 'complaint', text: 'Was it explained how to complain?' },
  ],
};

/** The version for new exercises. */
export const currentBank = '2026-1';

export function questionsOf(bank: string): readonly Question[] {
  return banks[bank] ?? [];
}

/** The hash of a version as it is here; undefined for one that is not here. */
export function bankSha256(bank: string): string | undefined {
  const questions = banks[bank];
  return questions && sha256Of(canonicalJson(questions));
}
