import type { MemberRule, Role } from '../../kernel/access.ts';

const members: readonly Role[] = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'];

export const access = {
  read: { name: 'members read their evidence', for: 'members', own: members },
  write: { name: 'leads and contributors add and change evidence', for: 'members', own: ['prevent_lead', 'contributor'] },
  download: { name: 'members and advisers download evidence', for: 'members', own: members, grant: ['adviser'] },
} as const satisfies Record<string, MemberRule>;
