const list = '/organisations/:org/dip-samples';
const item = `${list}/:id`;
const cases = `${item}/cases/:position`;

export const patterns = {
  list,
  programme: `${list}/programme`,
  form: `${list}/new`,
  pathway: '/organisations/:org/referral-pathway',
  pathwayForm: '/organisations/:org/referral-pathway/new',
  item,
  details: `${item}/details`,
  removal: `${item}/removal`,
  freezing: `${item}/freezing`,
  lapse: `${item}/lapse`,
  seat: `${item}/seat`,
  throws: `${item}/throws`,
  case: cases,
  takeBack: `${cases}/removal`,
  finish: `${item}/finish`,
  differences: `${item}/differences`,
  agreement: `${item}/agreement`,
  again: `${item}/agreement/removal`,
  closing: `${item}/closing`,
  report: `${item}/report/:format`,
};

const of = (org: string) => `/organisations/${org}/dip-samples`;
const at = (org: string, id: string) => `${of(org)}/${id}`;

export const paths = {
  list: of,
  programme: (org: string) => `${of(org)}/programme`,
  form: (org: string) => `${of(org)}/new`,
  repeat: (org: string, id: string) => `${of(org)}/new?repeats=${id}`,
  pathway: (org: string) => `/organisations/${org}/referral-pathway`,
  pathwayForm: (org: string) => `/organisations/${org}/referral-pathway/new`,
  item: at,
  result: (org: string, id: string) => `${at(org, id)}#result`,
  details: (org: string, id: string) => `${at(org, id)}/details`,
  case: (org: string, id: string, position: number) => `${at(org, id)}/cases/${position}`,
  differences: (org: string, id: string) => `${at(org, id)}/differences`,
  closing: (org: string, id: string) => `${at(org, id)}/closing`,
  step: (org: string, id: string, step: 'removal' | 'freezing' | 'lapse' | 'seat' | 'throws' | 'finish' | 'agreement' | 'agreement/removal') => `${at(org, id)}/${step}`,
  takeBack: (org: string, id: string, position: number) => `${at(org, id)}/cases/${position}/removal`,
  report: (org: string, id: string, format: string) => `${at(org, id)}/report/${format}`,
};
