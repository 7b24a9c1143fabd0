import type { Year } from '../../kernel/year.ts';

const list = '/organisations/:org/assessments';
const year = `${list}/:year`;

export const patterns = {
  list,
  year,
  benchmark: `${year}/benchmarks/:code`,
  rating: `${year}/benchmarks/:code/rating`,
  indicator: `${year}/indicators/:code`,
  lastYear: `${year}/indicators/:code/last-year`,
  submission: `${year}/submission`,
};

type Written = Year | string;

const assessments = (org: string) => `/organisations/${org}/assessments`;
const ofYear = (org: string, name: Written) => `${assessments(org)}/${name}`;
const benchmark = (org: string, name: Written, code: string) => `${ofYear(org, name)}/benchmarks/${encodeURIComponent(code)}`;

export const paths = {
  organisation: (org: string) => `/organisations/${org}`,
  list: assessments,
  year: ofYear,
  benchmark,
  rating: (org: string, name: Written, code: string) => `${benchmark(org, name, code)}/rating`,
  indicator: (org: string, name: Written, code: string) => `${ofYear(org, name)}/indicators/${encodeURIComponent(code)}`,
  lastYear: (org: string, name: Written, code: string) => `${ofYear(org, name)}/indicators/${encodeURIComponent(code)}/last-year`,
  submission: (org: string, name: Written) => `${ofYear(org, name)}/submission`,
};
