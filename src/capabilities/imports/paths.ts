const from = '/organisations/:org/imports/:kind';

export const patterns = { upload: from, preview: `${from}/:id`, columns: `${from}/:id/columns`, removal: `${from}/:id/removal` };

export const paths = {
  organisation: (org: string) => `/organisations/${org}`,
  upload: (org: string, kind: string) => `/organisations/${org}/imports/${kind}`,
  preview: (org: string, kind: string, id: string) => `/organisations/${org}/imports/${kind}/${id}`,
  columns: (org: string, kind: string, id: string) => `/organisations/${org}/imports/${kind}/${id}/columns`,
  removal: (org: string, kind: string, id: string) => `/organisations/${org}/imports/${kind}/${id}/removal`,
};
