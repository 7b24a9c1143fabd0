import type { AccessRule } from '../../kernel/access.ts';

export const access = {
  everyone: { name: 'anyone may read the benchmarks and their sources', for: 'anyone' },
  /** The handlers ask whether the account was named; docs/decisions/0019-editions-by-two-people.md. */
  keepers: { name: 'people named for it load and publish editions', for: 'signed in' },
} as const satisfies Record<string, AccessRule>;
