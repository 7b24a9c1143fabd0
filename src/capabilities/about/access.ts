import type { AccessRule } from '../../kernel/access.ts';

export const access = {
  everyone: { name: 'anyone may read what the product is', for: 'anyone' },
} as const satisfies Record<string, AccessRule>;
