import { keptPath } from '../../platform/kept-form.ts';

export const patterns = {
  link: '/links/:token',
};

export const paths = {
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',
  password: '/account/password',
  signOutEverywhere: '/account/sign-out',
  kept: keptPath,
  demonstration: '/demonstration',
  demonstrationSession: '/demonstration/session',
  link: (token: string) => `/links/${token}`,
};
