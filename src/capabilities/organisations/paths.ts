export const patterns = {
  organisation: '/organisations/:org',
  people: '/organisations/:org/people',
  person: '/organisations/:org/people/:person',
  roles: '/organisations/:org/people/:person/roles',
  roleEnd: '/organisations/:org/people/:person/roles/:role/end',
  links: '/organisations/:org/people/:person/links',
  invitations: '/organisations/:org/invitations',
  departments: '/organisations/:org/departments',
  opened: '/organisations/:org/opened',
  openedEnd: '/organisations/:org/opened/:grant/end',
  threshold: '/organisations/:org/small-numbers',
};

const organisation = (org: string) => `/organisations/${org}`;

export const paths = {
  home: '/home',
  organisation,
  inYear: (org: string, year: string) => `${organisation(org)}?year=${year}`,
  people: (org: string) => `${organisation(org)}/people`,
  person: (org: string, person: string) => `${organisation(org)}/people/${person}`,
  roles: (org: string, person: string) => `${organisation(org)}/people/${person}/roles`,
  roleEnd: (org: string, person: string, role: string) => `${organisation(org)}/people/${person}/roles/${role}/end`,
  links: (org: string, person: string) => `${organisation(org)}/people/${person}/links`,
  invitations: (org: string) => `${organisation(org)}/invitations`,
  departments: (org: string) => `${organisation(org)}/departments`,
  opened: (org: string) => `${organisation(org)}/opened`,
  openedEnd: (org: string, grant: string) => `${organisation(org)}/opened/${grant}/end`,
  threshold: (org: string) => `${organisation(org)}/small-numbers`,
};
