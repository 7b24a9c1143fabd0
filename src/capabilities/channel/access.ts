import type { MemberRule } from '../../kernel/access.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;

export const access = {
  read: { name: 'members read how the Channel panel is run, and so do those of a body that shares it', for: 'members', own: members, grant: members, grantKind: 'channel' },
  write: { name: 'leads and contributors keep the record of the Channel panel', for: 'members', own: ['prevent_lead', 'contributor'] },
  signOff: { name: 'second readers, leads and administrators sign off an annual statement of which they wrote nothing', for: 'members', own: ['second_reader', 'prevent_lead', 'administrator'] },
  share: { name: 'the Prevent lead says which bodies share the Channel panel', for: 'members', own: ['prevent_lead'] },
} as const satisfies Record<string, MemberRule>;

/** Who reads the numbers of reviews themselves, as in the body’s history; everybody else reads the share, where it may be shown. */
export const countReaders = ['prevent_lead', 'contributor', 'second_reader', 'administrator'] as const;
