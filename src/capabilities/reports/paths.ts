import type { Audience } from '../../kernel/marking.ts';
import type { Year } from '../../kernel/year.ts';

const list = '/organisations/:org/assessments/:year/reports';

const year = '/organisations/:org/assessments/:year';

export const patterns = {
  list, read: `${list}/:audience`, file: `${list}/:audience/:format`,
  texts: `${year}/paper`, text: `${year}/paper/:area`, exemptions: `${year}/exempt`, exemptionEnd: `${year}/exempt/:exemption/end`,
  packs: `${year}/packs`, pack: `${year}/packs/:pack`, packCheck: `${year}/packs/:pack/check`,
};

const inYear = (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}`;
const reports = (org: string, year: Year | string) => `/organisations/${org}/assessments/${year}/reports`;

export const paths = {
  list: reports,
  read: (org: string, year: Year | string, audience: Audience) => `${reports(org, year)}/${audience}`,
  file: (org: string, year: Year | string, audience: Audience, format: string) => `${reports(org, year)}/${audience}/${format}`,
  texts: (org: string, year: Year | string) => `${inYear(org, year)}/paper`,
  text: (org: string, year: Year | string, area: string) => `${inYear(org, year)}/paper/${area}`,
  exemptions: (org: string, year: Year | string) => `${inYear(org, year)}/exempt`,
  exemptionEnd: (org: string, year: Year | string, id: string) => `${inYear(org, year)}/exempt/${id}/end`,
  packs: (org: string, year: Year | string) => `${inYear(org, year)}/packs`,
  pack: (org: string, year: Year | string, id: string) => `${inYear(org, year)}/packs/${id}`,
  packCheck: (org: string, year: Year | string, id: string) => `${inYear(org, year)}/packs/${id}/check`,
  organisation: (org: string) => `/organisations/${org}`,
};
