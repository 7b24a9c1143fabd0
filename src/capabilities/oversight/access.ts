import type { MemberRule } from '../../kernel/access.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;
const workers = ['prevent_lead', 'contributor', 'second_reader'] as const;

export const access = {
  read: { name: 'members see which bodies below sent their returns, and when', for: 'members', own: members },
  risks: { name: 'those who write or challenge the assessment read the risks that bodies below sent', for: 'members', own: workers },
  chase: { name: 'leads and contributors record that they asked for a return', for: 'members', own: ['prevent_lead', 'contributor'] },
} as const satisfies Record<string, MemberRule>;
