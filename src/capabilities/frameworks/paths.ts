export const patterns = {
  editions: '/frameworks',
  edition: '/frameworks/:edition',
};

export const paths = {
  editions: patterns.editions,
  edition: (shortName: string) => `/frameworks/${shortName}`,
};
