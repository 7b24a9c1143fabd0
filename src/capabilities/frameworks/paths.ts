export const patterns = {
  editions: '/frameworks',
  edition: '/frameworks/:edition',
  comparison: '/frameworks/:edition/compared-with/:other',
  drafts: '/edition-drafts',
  draft: '/edition-drafts/:draft',
  publication: '/edition-drafts/:draft/publication',
  removal: '/edition-drafts/:draft/removal',
};

export const paths = {
  editions: patterns.editions,
  edition: (shortName: string) => `/frameworks/${shortName}`,
  comparison: (later: string, earlier: string) => `/frameworks/${later}/compared-with/${earlier}`,
  drafts: patterns.drafts,
  draft: (id: string) => `/edition-drafts/${id}`,
  publication: (id: string) => `/edition-drafts/${id}/publication`,
  removal: (id: string) => `/edition-drafts/${id}/removal`,
};
