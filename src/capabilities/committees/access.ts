import type { MemberRule } from '../../kernel/access.ts';

export const access = {
  read: { name: 'members read when committees meet', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] },
  write: { name: 'leads and contributors record when committees meet', for: 'members', own: ['prevent_lead', 'contributor'] },
} as const satisfies Record<string, MemberRule>;
