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
  earlier: `${year}/submission/:number`,
  challenge: `${year}/benchmarks/:code/challenge`,
  reply: `${year}/benchmarks/:code/challenge/reply`,
  signOff: `${year}/sign-off`,
  reopening: `${year}/reopening`,
  reopeningConfirmation: `${year}/reopening/confirmation`,
  reopeningWithdrawal: `${year}/reopening/withdrawal`,
  amendments: `${year}/amendments`,
  amendmentConfirmation: `${year}/amendments/:id/confirmation`,
  amendmentWithdrawal: `${year}/amendments/:id/withdrawal`,
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
  lastYear: (org: string, name: Written, code: string) => `${ofYear(org, name)}/indicators/${encodeURIComponent(code)}/last-year`,
  draft: (org: string, name: Written, code: string) => `${ofYear(org, name)}/drafts/${encodeURIComponent(code)}`,
  submission: (org: string, name: Written) => `${ofYear(org, name)}/submission`,
  earlier: (org: string, name: Written, number: number) => `${ofYear(org, name)}/submission/${number}`,
  challenge: (org: string, name: Written, code: string) => `${benchmark(org, name, code)}/challenge`,
  reply: (org: string, name: Written, code: string) => `${benchmark(org, name, code)}/challenge/reply`,
  signOff: (org: string, name: Written) => `${ofYear(org, name)}/sign-off`,
  reopening: (org: string, name: Written) => `${ofYear(org, name)}/reopening`,
  reopeningConfirmation: (org: string, name: Written) => `${ofYear(org, name)}/reopening/confirmation`,
  reopeningWithdrawal: (org: string, name: Written) => `${ofYear(org, name)}/reopening/withdrawal`,
  amendments: (org: string, name: Written) => `${ofYear(org, name)}/amendments`,
  amendmentConfirmation: (org: string, name: Written, id: string) => `${ofYear(org, name)}/amendments/${id}/confirmation`,
  amendmentWithdrawal: (org: string, name: Written, id: string) => `${ofYear(org, name)}/amendments/${id}/withdrawal`,
};
