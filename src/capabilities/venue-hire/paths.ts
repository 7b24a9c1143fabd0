const body = '/organisations/:org';
const one = `${body}/bookings/:booking`;

export const patterns = {
  bookings: `${body}/bookings`, form: `${body}/booking-form`, booking: one, checks: `${one}/checks`, decision: `${one}/decision`, correction: `${one}/correction`, advice: `${one}/advice`, answer: `${one}/advice/:advice`,
  withdrawal: `${one}/withdrawal`, cancellation: `${one}/cancellation`, reviews: `${one}/reviews`, hearing: `${one}/reviews/:review`,
  sites: `${body}/venues`, siteForm: `${body}/venue-form`, site: `${body}/venues/:site`, policies: `${body}/venue-policies`, partners: `${body}/partner-checks`, holders: `${body}/booking-keys`, holderEnd: `${body}/booking-keys/:holder/end`,
  incidents: `${body}/venue-incidents`, numbers: `${body}/booking-numbers`,
};

const of = (org: string) => `/organisations/${org}`;
const at = (org: string, id: string) => `${of(org)}/bookings/${id}`;

export const paths = {
  bookings: (org: string) => `${of(org)}/bookings`,
  decided: (org: string) => `${of(org)}/bookings?show=decided`,
  form: (org: string) => `${of(org)}/booking-form`,
  booking: at,
  checks: (org: string, id: string) => `${at(org, id)}/checks`,
  decision: (org: string, id: string) => `${at(org, id)}/decision`,
  correction: (org: string, id: string) => `${at(org, id)}/correction`,
  advice: (org: string, id: string) => `${at(org, id)}/advice`,
  answer: (org: string, id: string, advice: string) => `${at(org, id)}/advice/${advice}`,
  withdrawal: (org: string, id: string) => `${at(org, id)}/withdrawal`,
  cancellation: (org: string, id: string) => `${at(org, id)}/cancellation`,
  reviews: (org: string, id: string) => `${at(org, id)}/reviews`,
  hearing: (org: string, id: string, review: string) => `${at(org, id)}/reviews/${review}`,
  sites: (org: string) => `${of(org)}/venues`,
  siteForm: (org: string) => `${of(org)}/venue-form`,
  site: (org: string, id: string) => `${of(org)}/venues/${id}`,
  policies: (org: string) => `${of(org)}/venue-policies`,
  partners: (org: string) => `${of(org)}/partner-checks`,
  holders: (org: string) => `${of(org)}/booking-keys`,
  holderEnd: (org: string, id: string) => `${of(org)}/booking-keys/${id}/end`,
  incidents: (org: string) => `${of(org)}/venue-incidents`,
  incident: (org: string, id: string) => `${of(org)}/venue-incidents#${id}`,
  numbers: (org: string) => `${of(org)}/booking-numbers`,
};
