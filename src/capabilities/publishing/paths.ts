import type { Year } from '../../kernel/year.ts';

const year = '/organisations/:org/assessments/:year/release';

/** The public page names its body otherwise than the rest: nobody's way to that body is asked. */
export const patterns = { everybody: '/public/:body', release: year, withdraw: `${year}/withdrawal` };

const release = (org: string, of: Year | string) => `/organisations/${org}/assessments/${of}/release`;

export const paths = {
  everybody: (body: string) => `/public/${body}`,
  release,
  withdraw: (org: string, of: Year | string) => `${release(org, of)}/withdrawal`,
};
