import type { MemberRule } from '../../kernel/access.ts';

export const access = {
  read: { name: 'members read the history of their records', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator'] },
} as const satisfies Record<string, MemberRule>;
