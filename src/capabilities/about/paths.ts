export const paths = {
  first: '/',
  willNotDo: '/will-not-do',
  words: '/words',
  accessibility: '/accessibility',
  privacy: '/privacy',
};
