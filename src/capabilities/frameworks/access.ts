import type { AccessRule } from '../../kernel/access.ts';

export const access = {
  everyone: { name: 'anyone may read the benchmarks and their sources', for: 'anyone' },
} as const satisfies Record<string, AccessRule>;
