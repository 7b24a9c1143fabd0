import type { MemberRule } from '../../kernel/access.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;
const workers = ['prevent_lead', 'contributor', 'second_reader'] as const;

export const access = {
  read: { name: 'those who write or challenge the assessment read the risk log', for: 'members', own: workers },
  write: { name: 'leads and contributors keep the risk log', for: 'members', own: ['prevent_lead', 'contributor'] },
  sign: { name: 'the Prevent lead signs and sends the quarterly return', for: 'members', own: ['prevent_lead'] },
  timeliness: { name: 'members see when their returns were due and sent', for: 'members', own: members },
  readReturn: { name: 'those who write or challenge the assessment, here and at bodies above, read a return that was sent', for: 'members', own: workers, tree: workers },
  area: { name: 'members read how risks are scored and when returns are due', for: 'members', own: members },
  agree: { name: 'the Prevent lead agrees for the area how risks are scored, when returns are due and which events are reviewed', for: 'members', own: ['prevent_lead'] },
} as const satisfies Record<string, MemberRule>;
