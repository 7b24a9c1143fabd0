import type { AccessRule } from '../../kernel/access.ts';

export const access = {
  signIn: { name: 'anyone may sign in', for: 'anyone' },
  followLink: { name: 'who holds a one-time link may use it', for: 'anyone' },
  demonstration: { name: 'anyone at this computer may act as a person of the example', for: 'anyone' },
  signedIn: { name: 'anyone who is signed in may leave', for: 'signed in' },
  kept: { name: 'who was signed out in the middle of a form gets their words back', for: 'signed in' },
  ownAccount: { name: 'everyone looks after their own account', for: 'signed in' },
} as const satisfies Record<string, AccessRule>;
