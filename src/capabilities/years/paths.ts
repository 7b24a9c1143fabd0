import type { Year } from '../../kernel/year.ts';

const outcomes = '/organisations/:org/outcomes';

export const patterns = {
  outcomes,
  counts: `${outcomes}/counts`,
  removal: `${outcomes}/counts/:id/removal`,
  documents: `${outcomes}/:year/documents`,
};

const of = (org: string) => `/organisations/${org}/outcomes`;

export const paths = {
  organisation: (org: string) => `/organisations/${org}`,
  outcomes: of,
  counts: (org: string, edition?: string) => `${of(org)}/counts${edition === undefined ? '' : `?edition=${encodeURIComponent(edition)}`}`,
  removal: (org: string, id: string) => `${of(org)}/counts/${id}/removal`,
  documents: (org: string, year: Year | string) => `${of(org)}/${year}/documents`,
};
