const year = '/organisations/:org/assessments/:year';
const part = `${year}/work/:code`;

export const patterns = {
  work: `${year}/work`,
  part,
  assignment: `${part}/assignment`,
  returns: `${part}/rework`,
  handIn: `${part}/rework/:id`,
  comments: `${part}/comments`,
  withdrawal: `${part}/comments/:id`,
  partners: `${part}/partners`,
  partnerEnd: `${part}/partners/:id/end`,
  partnerInvitation: `${part}/partners/:id/invitation`,
  shared: '/organisations/:org/shared/:year/:code',
  cover: '/organisations/:org/cover',
  coverEnd: '/organisations/:org/cover/:id/end',
};

const work = (org: string, name: string) => `/organisations/${org}/assessments/${name}/work`;
const ofPart = (org: string, name: string, code: string) => `${work(org, name)}/${encodeURIComponent(code)}`;

export const paths = {
  work,
  filtered: (org: string, name: string, filter: string) => `${work(org, name)}?show=${filter}`,
  part: ofPart,
  assignment: (org: string, name: string, code: string) => `${ofPart(org, name, code)}/assignment`,
  returns: (org: string, name: string, code: string) => `${ofPart(org, name, code)}/rework`,
  handIn: (org: string, name: string, code: string, id: string) => `${ofPart(org, name, code)}/rework/${id}`,
  comments: (org: string, name: string, code: string) => `${ofPart(org, name, code)}/comments`,
  withdrawal: (org: string, name: string, code: string, id: string) => `${ofPart(org, name, code)}/comments/${id}`,
  partners: (org: string, name: string, code: string) => `${ofPart(org, name, code)}/partners`,
  partnerEnd: (org: string, name: string, code: string, id: string) => `${ofPart(org, name, code)}/partners/${id}/end`,
  partnerInvitation: (org: string, name: string, code: string, id: string) => `${ofPart(org, name, code)}/partners/${id}/invitation`,
  shared: (org: string, name: string, code: string) => `/organisations/${org}/shared/${name}/${encodeURIComponent(code)}`,
  cover: (org: string) => `/organisations/${org}/cover`,
  coverEnd: (org: string, id: string) => `/organisations/${org}/cover/${id}/end`,
};
