import { roles, type MemberRule } from '../../kernel/access.ts';

export const access = {
  read: { name: 'members, and advisers with a grant, see how a body’s outputs look', for: 'members', own: roles, grant: ['adviser'] },
  write: { name: 'administrators and Prevent leads choose how outputs look', for: 'members', own: ['administrator', 'prevent_lead'] },
} as const satisfies Record<string, MemberRule>;
