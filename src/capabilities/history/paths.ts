export const patterns = {
  organisation: '/organisations/:org/history',
  record: '/organisations/:org/history/:kind/:id',
};

export const paths = {
  organisation: (org: string, before?: number) => `/organisations/${org}/history${before === undefined ? '' : `?before=${before}`}`,
  /** kind: the record's kind as the trail names it, such as "answer". */
  record: (org: string, kind: string, id: string, before?: number) => `/organisations/${org}/history/${kind}/${id}${before === undefined ? '' : `?before=${before}`}`,
};
