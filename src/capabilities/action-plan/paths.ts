const plan = '/organisations/:org/plan';
const item = `${plan}/actions/:id`;
const objectives = `${plan}/objectives`;

export const patterns = {
  plan,
  file: `${plan}/list/:format`,
  added: `${plan}/actions`,
  taken: `${plan}/recommendations/:id`,
  objectives,
  objective: `${objectives}/:id`,
  objectiveRemoval: `${objectives}/:id/removal`,
  item,
  details: `${item}/details`,
  progress: `${item}/progress`,
  evidence: `${item}/evidence`,
  closure: `${item}/closure`,
  confirmation: `${item}/confirmation`,
  return: `${item}/return`,
  reopening: `${item}/reopening`,
};

const of = (org: string) => `/organisations/${org}/plan`;

export const paths = {
  plan: of,
  shown: (org: string, show: string) => `${of(org)}?show=${show}`,
  file: (org: string, format: string) => `${of(org)}/list/${format}`,
  added: (org: string) => `${of(org)}/actions`,
  from: (org: string, origin: string, record: string) => `${of(org)}/actions?origin=${origin}&record=${record}`,
  item: (org: string, id: string) => `${of(org)}/actions/${id}`,
  details: (org: string, id: string) => `${of(org)}/actions/${id}/details`,
  taken: (org: string, recommendation: string) => `${of(org)}/recommendations/${recommendation}`,
  objectives: (org: string) => `${of(org)}/objectives`,
  objective: (org: string, id: string) => `${of(org)}/objectives/${id}`,
};
