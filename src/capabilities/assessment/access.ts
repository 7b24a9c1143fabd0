import type { MemberRule } from '../../kernel/access.ts';

export const access = {
  read: { name: 'members read their assessment', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] },
  write: { name: 'leads and contributors write the assessment', for: 'members', own: ['prevent_lead', 'contributor'] },
  submit: { name: 'the Prevent lead submits', for: 'members', own: ['prevent_lead'] },
} as const satisfies Record<string, MemberRule>;
