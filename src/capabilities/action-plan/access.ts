import type { MemberRule } from '../../kernel/access.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;

export const access = {
  read: { name: 'members and bodies above read the plan; a body that owns an action of it reads that action', for: 'members', own: members, tree: members, grant: members, grantKind: 'action' },
  item: { name: 'members read an action, and so does the body that owns it', for: 'members', own: members, grant: members, grantKind: 'action' },
  own: { name: 'members read the plan’s objectives and take its list away', for: 'members', own: members },
  progress: { name: 'leads and contributors of the plan’s body and of the action’s owner write notes of progress', for: 'members', own: ['prevent_lead', 'contributor'], grant: ['prevent_lead', 'contributor'], grantKind: 'action' },
  write: { name: 'leads and contributors write the plan', for: 'members', own: ['prevent_lead', 'contributor'] },
  confirm: { name: 'a second person of the body confirms that an action is closed', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader'] },
} as const satisfies Record<string, MemberRule>;
