import type { Id } from '../../kernel/id.ts';
import type { Year } from '../../kernel/year.ts';
import type { StatementKind } from './findings.ts';

const ofYear = '/organisations/:org/assessments/:year/findings';

const lists = { strength: 'strengths', recommendation: 'recommendations' } as const;

export const patterns = {
  findings: ofYear,
  letter: `${ofYear}/letter`,
  letterFile: `${ofYear}/letter/file`,
  outcome: `${ofYear}/outcomes/:benchmark`,
  check: `${ofYear}/check`,
  writtenLetter: `${ofYear}/written-letter/:format`,
  bundle: '/organisations/:org/assessments/:year/bundle',
  visits: '/organisations/:org/assessments/:year/visits',
  visitSharing: '/organisations/:org/assessments/:year/visits/:id/sharing',
  sharing: `${ofYear}/sharing`,
  reply: `${ofYear}/reply`,
  publication: `${ofYear}/publication`,
  statements: (kind: StatementKind) => `${ofYear}/${lists[kind]}`,
  statement: (kind: StatementKind) => `${ofYear}/${lists[kind]}/:id`,
  removal: (kind: StatementKind) => `${ofYear}/${lists[kind]}/:id/removal`,
  advising: '/organisations/:org/advising',
};

const findings = (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}/findings`;
const statements = (org: string, year: Year | string, kind: StatementKind) => `${findings(org, year)}/${lists[kind]}`;

export const paths = {
  findings,
  letter: (org: string, year: Year | string) => `${findings(org, year)}/letter`,
  letterFile: (org: string, year: Year | string) => `${findings(org, year)}/letter/file`,
  outcome: (org: string, year: Year | string, benchmark: string) => `${findings(org, year)}/outcomes/${encodeURIComponent(benchmark)}`,
  check: (org: string, year: Year | string) => `${findings(org, year)}/check`,
  writtenLetter: (org: string, year: Year | string, format: string) => `${findings(org, year)}/written-letter/${format}`,
  bundle: (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}/bundle`,
  visits: (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}/visits`,
  visitSharing: (org: string, year: Year | string, id: string) => `/organisations/${org}/assessments/${year}/visits/${id}/sharing`,
  sharing: (org: string, year: Year | string) => `${findings(org, year)}/sharing`,
  reply: (org: string, year: Year | string) => `${findings(org, year)}/reply`,
  publication: (org: string, year: Year | string) => `${findings(org, year)}/publication`,
  statements,
  statement: (org: string, year: Year | string, kind: StatementKind, id: Id) => `${statements(org, year, kind)}/${id}`,
  removal: (org: string, year: Year | string, kind: StatementKind, id: Id) => `${statements(org, year, kind)}/${id}/removal`,
  advising: (org: string) => `/organisations/${org}/advising`,
};
