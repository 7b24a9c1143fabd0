import { keptPath } from '../../platform/kept-form.ts';

export const patterns = {
  link: '/links/:token',
  tokenEnd: '/account/tokens/:token/end',
};

export const paths = {
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',
  password: '/account/password',
  tokens: '/account/tokens',
  tokenEnd: (token: string) => `/account/tokens/${token}/end`,
  signOutEverywhere: '/account/sign-out',
  kept: keptPath,
  demonstration: '/demonstration',
  demonstrationSession: '/demonstration/session',
  link: (token: string) => `/links/${token}`,
};
