import type { Audience } from '../../kernel/marking.ts';
import type { Year } from '../../kernel/year.ts';

const list = '/organisations/:org/assessments/:year/reports';

export const patterns = { list, read: `${list}/:audience`, file: `${list}/:audience/:format` };

const reports = (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}/reports`;

export const paths = {
  list: reports,
  read: (org: string, year: Year | string, audience: Audience) => `${reports(org, year)}/${audience}`,
  file: (org: string, year: Year | string, audience: Audience, format: string) => `${reports(org, year)}/${audience}/${format}`,
  organisation: (org: string) => `/organisations/${org}`,
};
