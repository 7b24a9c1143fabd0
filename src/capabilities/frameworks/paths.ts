export const patterns = {
  editions: '/frameworks',
  edition: '/frameworks/:edition',
  comparison: '/frameworks/:edition/compared-with/:other',
};

export const paths = {
  editions: patterns.editions,
  edition: (shortName: string) => `/frameworks/${shortName}`,
  comparison: (later: string, earlier: string) => `/frameworks/${later}/compared-with/${earlier}`,
};
