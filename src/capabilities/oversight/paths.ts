const body = '/organisations/:org';
const grid = `${body}/oversight`;

export const patterns = {
  grid, matrix: `${grid}/risks`, chases: `${grid}/chases/:body`, register: `${grid}/register`, sources: `${grid}/sources`, moved: `${grid}/moved`, unchanged: `${grid}/unchanged`,
  citations: `${body}/risks/:risk/citations`, passing: `${body}/risks/:risk/request`, requests: `${body}/risk-requests`, request: `${body}/risk-requests/:request`, withdrawal: `${body}/risk-requests/:request/withdrawal`,
};

const of = (org: string) => `/organisations/${org}`;

export const paths = {
  grid: (org: string) => `${of(org)}/oversight`,
  matrix: (org: string) => `${of(org)}/oversight/risks`,
  chases: (org: string, body: string) => `${of(org)}/oversight/chases/${body}`,
  register: (org: string) => `${of(org)}/oversight/register`,
  sources: (org: string, risk?: number) => `${of(org)}/oversight/sources${risk === undefined ? '' : `?risk=${risk}`}`,
  moved: (org: string) => `${of(org)}/oversight/moved`,
  unchanged: (org: string) => `${of(org)}/oversight/unchanged`,
  citations: (org: string, risk: number) => `${of(org)}/risks/${risk}/citations`,
  passing: (org: string, risk: number) => `${of(org)}/risks/${risk}/request`,
  requests: (org: string) => `${of(org)}/risk-requests`,
  withdrawal: (org: string, id: string) => `${of(org)}/risk-requests/${id}/withdrawal`,
  request: (org: string, id: string) => `${of(org)}/risk-requests/${id}`,
};
