const grid = '/organisations/:org/oversight';

export const patterns = { grid, matrix: `${grid}/risks`, chases: `${grid}/chases/:body` };

export const paths = {
  grid: (org: string) => `/organisations/${org}/oversight`,
  matrix: (org: string) => `/organisations/${org}/oversight/risks`,
  chases: (org: string, body: string) => `/organisations/${org}/oversight/chases/${body}`,
};
