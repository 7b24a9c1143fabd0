import type { Year } from '../../kernel/year.ts';

export const patterns = {
  year: '/organisations/:org/assessments/:year',
};

export const paths = {
  year: (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}`,
};
