import type { AccessRule } from '../../kernel/access.ts';

export const access = {
  signIn: { name: 'anyone may sign in', for: 'anyone' },
  signedIn: { name: 'anyone who is signed in', for: 'signed in' },
} as const satisfies Record<string, AccessRule>;
