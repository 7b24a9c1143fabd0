const panel = '/organisations/:org/channel';

export const patterns = {
  panel, offices: `${panel}/offices`, seats: `${panel}/seats`, seatEnd: `${panel}/seats/:seat/end`,
  meetings: `${panel}/meetings`, meeting: `${panel}/meetings/:meeting`, removal: `${panel}/meetings/:meeting/removal`,
  agreements: `${panel}/agreements`, statements: `${panel}/statements`, statement: `${panel}/statements/:statement`, area: `${panel}/statements/:statement/areas/:area`,
  signature: `${panel}/statements/:statement/signature`, signOff: `${panel}/statements/:statement/sign-off`, correction: `${panel}/statements/:statement/correction`,
  statementRemoval: `${panel}/statements/:statement/removal`, reviews: `${panel}/reviews`, shares: `${panel}/shares`, shareEnd: `${panel}/shares/:share/end`,
};

const of = (org: string) => `/organisations/${org}/channel`;

export const paths = {
  panel: of,
  offices: (org: string) => `${of(org)}/offices`,
  seats: (org: string) => `${of(org)}/seats`,
  seatEnd: (org: string, id: string) => `${of(org)}/seats/${id}/end`,
  meetings: (org: string) => `${of(org)}/meetings`,
  meeting: (org: string, id: string) => `${of(org)}/meetings/${id}`,
  removal: (org: string, id: string) => `${of(org)}/meetings/${id}/removal`,
  agreements: (org: string) => `${of(org)}/agreements`,
  statements: (org: string) => `${of(org)}/statements`,
  statement: (org: string, id: string) => `${of(org)}/statements/${id}`,
  area: (org: string, id: string, code: string) => `${of(org)}/statements/${id}/areas/${code}`,
  signature: (org: string, id: string) => `${of(org)}/statements/${id}/signature`,
  signOff: (org: string, id: string) => `${of(org)}/statements/${id}/sign-off`,
  correction: (org: string, id: string) => `${of(org)}/statements/${id}/correction`,
  statementRemoval: (org: string, id: string) => `${of(org)}/statements/${id}/removal`,
  reviews: (org: string) => `${of(org)}/reviews`,
  shares: (org: string) => `${of(org)}/shares`,
  shareEnd: (org: string, id: string) => `${of(org)}/shares/${id}/end`,
};
