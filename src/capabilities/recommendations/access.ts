import type { MemberRule } from '../../kernel/access.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;

export const access = {
  list: { name: 'members, their adviser and bodies above see which recommendations are open', for: 'members', own: members, tree: members, grant: ['adviser'] },
  read: { name: 'members read what was done about a recommendation', for: 'members', own: members },
  write: { name: 'leads and contributors write what was done about a recommendation', for: 'members', own: ['prevent_lead', 'contributor'] },
  confirm: { name: 'a second person of the body confirms that a recommendation is closed', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader'] },
} as const satisfies Record<string, MemberRule>;
