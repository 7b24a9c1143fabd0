import type { MemberRule } from '../../kernel/access.ts';

export const access = {
  write: { name: 'leads and contributors bring spreadsheets in', for: 'members', own: ['prevent_lead', 'contributor'] },
} as const satisfies Record<string, MemberRule>;
