export const paths = {
  signIn: '/sign-in',
  signOut: '/sign-out',
  demonstrationSession: '/demonstration/session',
};
