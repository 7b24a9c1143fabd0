export const patterns = {
  organisation: '/organisations/:org/history',
  record: '/organisations/:org/history/:kind/:id',
  kept: '/organisations/:org/kept',
  period: '/organisations/:org/kept/:period',
};

export const paths = {
  organisation: (org: string, before?: number) => `/organisations/${org}/history${before === undefined ? '' : `?before=${before}`}`,
  kept: (org: string) => `/organisations/${org}/kept`,
  period: (org: string, period: string) => `/organisations/${org}/kept/${period}`,
  /** kind: the record's kind as the trail names it, such as "answer". */
  record: (org: string, kind: string, id: string, before?: number) => `/organisations/${org}/history/${kind}/${id}${before === undefined ? '' : `?before=${before}`}`,
};
