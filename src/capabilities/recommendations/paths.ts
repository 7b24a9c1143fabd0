const list = '/organisations/:org/recommendations';

export const patterns = {
  list,
  item: `${list}/:id`,
  plan: `${list}/:id/plan`,
  progress: `${list}/:id/progress`,
  evidence: `${list}/:id/evidence`,
  closure: `${list}/:id/closure`,
  confirmation: `${list}/:id/confirmation`,
  return: `${list}/:id/return`,
  reopening: `${list}/:id/reopening`,
};

const recommendations = (org: string) => `/organisations/${org}/recommendations`;

export const paths = {
  list: recommendations,
  item: (org: string, id: string) => `${recommendations(org)}/${id}`,
};
