/** Why a letter did not go: the mail server is away, does not know us, does not take this letter, nobody is there to write to. */
export const mailFailures = ['away', 'sign_in', 'refused', 'nobody', 'other'] as const;

export type MailFailure = (typeof mailFailures)[number];

const minute = 1;
const hour = 60 * minute;
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour];

/** Minutes until the next try after so many failed ones; undefined: given up, after about two days. A refused letter is not tried again. */
export function nextTryIn(failedTries: number, failure: MailFailure): number | undefined {
  return failure === 'refused' || failure === 'nobody' ? undefined : waits[failedTries - 1];
}
