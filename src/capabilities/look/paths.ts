const look = '/organisations/:org/look';

export const patterns = {
  look, logo: `${look}/logo`, logoRemoval: `${look}/logo/removal`, template: `${look}/template`, templateRemoval: `${look}/template/removal`,
  logoFile: `${look}/logo.png`, stylesheet: `${look}/colours.css`,
};

const of = (org: string) => `/organisations/${org}/look`;

export const paths = {
  organisation: (org: string) => `/organisations/${org}`,
  look: of,
  logo: (org: string) => `${of(org)}/logo`,
  logoRemoval: (org: string) => `${of(org)}/logo/removal`,
  template: (org: string) => `${of(org)}/template`,
  templateRemoval: (org: string) => `${of(org)}/template/removal`,
  /** The hash in the address makes a browser forget the logo that was there before. */
  logoFile: (org: string, sha256: string) => `${of(org)}/logo.png?sha256=${sha256}`,
  stylesheet: (org: string) => `${of(org)}/colours.css`,
};
