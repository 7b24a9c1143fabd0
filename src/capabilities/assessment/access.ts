import type { MemberRule, Role } from '../../kernel/access.ts';

const members: readonly Role[] = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'];

export const access = {
  read: { name: 'members read their assessment', for: 'members', own: members },
  write: { name: 'leads and contributors write the assessment', for: 'members', own: ['prevent_lead', 'contributor'] },
  open: { name: 'the Prevent lead opens a year’s assessment', for: 'members', own: ['prevent_lead'] },
  submit: { name: 'the Prevent lead submits', for: 'members', own: ['prevent_lead'] },
  readSubmission: {
    name: 'members, bodies above and advisers with a grant read what was submitted', for: 'members',
    own: members, tree: [...members, 'adviser'], grant: ['adviser', 'prevent_lead'],
  },
} as const satisfies Record<string, MemberRule>;
