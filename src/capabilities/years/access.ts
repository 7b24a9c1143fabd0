import type { MemberRule } from '../../kernel/access.ts';

export const access = {
  read: { name: 'members read the outcomes of every year', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] },
  write: { name: 'leads and contributors record years before', for: 'members', own: ['prevent_lead', 'contributor'] },
} as const satisfies Record<string, MemberRule>;
