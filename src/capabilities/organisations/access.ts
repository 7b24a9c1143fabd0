import { roles, type AccessRule } from '../../kernel/access.ts';

export const access = {
  home: { name: 'everyone who is signed in sees their organisations', for: 'signed in' },
  read: { name: 'members, bodies above and advisers read the public facts of a body', for: 'members', own: roles, tree: roles, grant: roles },
  administer: { name: 'administrators look after their people', for: 'members', own: ['administrator'] },
  open: { name: 'administrators and Prevent leads open their assessments', for: 'members', own: ['administrator', 'prevent_lead'] },
  threshold: { name: 'administrators and Prevent leads choose below what count of people a number is left out', for: 'members', own: ['administrator', 'prevent_lead'] },
} as const satisfies Record<string, AccessRule>;
