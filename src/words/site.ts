export const site = {
  product: 'DueRegard',
};
