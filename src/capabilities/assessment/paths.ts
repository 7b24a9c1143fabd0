import type { Year } from '../../kernel/year.ts';

const list = '/organisations/:org/assessments';
const year = `${list}/:year`;

export const patterns = {
  list,
  year,
  benchmark: `${year}/benchmarks/:code`,
  rating: `${year}/benchmarks/:code/rating`,
  indicator: `${year}/indicators/:code`,
  submission: `${year}/submission`,
  draft: `${year}/drafts/:code`,
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
  draft: (org: string, name: Written, code: string) => `${ofYear(org, name)}/drafts/${encodeURIComponent(code)}`,
  submission: (org: string, name: Written) => `${ofYear(org, name)}/submission`,
};
