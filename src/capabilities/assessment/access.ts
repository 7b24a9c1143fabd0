import type { MemberRule, Role } from '../../kernel/access.ts';

const members: readonly Role[] = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'];

export const access = {
  read: { name: 'members read their assessment', for: 'members', own: members },
  write: { name: 'leads and contributors write the assessment', for: 'members', own: ['prevent_lead', 'contributor'] },
  open: { name: 'the Prevent lead opens a year’s assessment', for: 'members', own: ['prevent_lead'] },
  challenge: { name: 'leads, contributors, second readers and administrators challenge a rating that they did not write', for: 'members', own: ['second_reader', 'prevent_lead', 'contributor', 'administrator'] },
  reply: { name: 'the Prevent lead answers a challenge', for: 'members', own: ['prevent_lead'] },
  sign: { name: 'second readers, leads and administrators sign off what they did not write', for: 'members', own: ['second_reader', 'prevent_lead', 'administrator'] },
  reopen: { name: 'two of the leads, second readers and administrators re-open a year', for: 'members', own: ['prevent_lead', 'second_reader', 'administrator'] },
  amend: { name: 'leads and contributors amend a submission', for: 'members', own: ['prevent_lead', 'contributor'] },
  confirmAmendment: { name: 'a second person confirms an amendment', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator'] },
  submit: { name: 'the Prevent lead submits', for: 'members', own: ['prevent_lead'] },
  readSubmission: {
    name: 'members, bodies above and advisers with a grant read what was submitted', for: 'members',
    own: members, tree: [...members, 'adviser'], grant: ['adviser', 'prevent_lead'],
  },
} as const satisfies Record<string, MemberRule>;
