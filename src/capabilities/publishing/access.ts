import type { AccessRule, MemberRule } from '../../kernel/access.ts';

export const access = {
  everybody: { name: 'anyone reads what a body has released', for: 'anyone' },
  release: { name: 'the Prevent lead releases a year to everybody, and withdraws it', for: 'members', own: ['prevent_lead'] },
} as const satisfies { everybody: AccessRule; release: MemberRule };
