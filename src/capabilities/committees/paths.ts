const list = '/organisations/:org/meetings';

export const patterns = { list, sent: `${list}/:meeting/sent`, remove: `${list}/:meeting/removal` };

export const paths = {
  list: (org: string) => `/organisations/${org}/meetings`,
  sent: (org: string, id: string) => `/organisations/${org}/meetings/${id}/sent`,
  remove: (org: string, id: string) => `/organisations/${org}/meetings/${id}/removal`,
};
