import type { MemberRule } from '../../kernel/access.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;
const workers = ['prevent_lead', 'contributor', 'second_reader'] as const;

export const access = {
  read: { name: 'members see which bodies below sent their returns, and when', for: 'members', own: members },
  risks: { name: 'those who write or challenge the assessment read the risks that bodies below sent', for: 'members', own: workers },
  chase: { name: 'leads and contributors record that they asked for a return', for: 'members', own: ['prevent_lead', 'contributor'] },
  register: { name: 'those who write or challenge the assessment read the register and what it rests on', for: 'members', own: workers },
  cite: { name: 'leads and contributors say what a risk rests on', for: 'members', own: ['prevent_lead', 'contributor'] },
  requests: { name: 'those who write or challenge the assessment read the risks that were passed on', for: 'members', own: workers },
  pass: { name: 'the Prevent lead passes a risk on, takes that back, and answers for one that was passed', for: 'members', own: ['prevent_lead'] },
} as const satisfies Record<string, MemberRule>;
