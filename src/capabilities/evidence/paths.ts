import type { Id } from '../../kernel/id.ts';
import type { Year } from '../../kernel/year.ts';

const list = '/organisations/:org/evidence';
const ofIndicator = '/organisations/:org/assessments/:year/indicators/:code/evidence';

export const patterns = {
  list,
  item: `${list}/:id`,
  details: `${list}/:id/details`,
  file: `${list}/:id/file`,
  ofIndicator,
  files: `${ofIndicator}/files`,
  links: `${ofIndicator}/links`,
  uses: `${ofIndicator}/uses`,
  removal: `${ofIndicator}/uses/:id/removal`,
};

const evidence = (org: string) => `/organisations/${org}/evidence`;
const behind = (org: string, year: Year | string, code: string) => `/organisations/${org}/assessments/${year}/indicators/${encodeURIComponent(code)}/evidence`;

export const paths = {
  list: evidence,
  item: (org: string, id: Id) => `${evidence(org)}/${id}`,
  details: (org: string, id: Id) => `${evidence(org)}/${id}/details`,
  file: (org: string, id: Id) => `${evidence(org)}/${id}/file`,
  organisation: (org: string) => `/organisations/${org}`,
  year: (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}`,
  indicator: (org: string, year: Year | string, code: string) => `/organisations/${org}/assessments/${year}/indicators/${encodeURIComponent(code)}`,
  ofIndicator: behind,
  files: (org: string, year: Year | string, code: string) => `${behind(org, year, code)}/files`,
  links: (org: string, year: Year | string, code: string) => `${behind(org, year, code)}/links`,
  uses: (org: string, year: Year | string, code: string) => `${behind(org, year, code)}/uses`,
  removal: (org: string, year: Year | string, code: string, id: Id) => `${behind(org, year, code)}/uses/${id}/removal`,
};
