import type { MemberRule } from '../../kernel/access.ts';
import { assessmentAccess } from '../assessment/index.ts';

export const access = {
  read: { name: 'members see who does what', for: 'members', own: assessmentAccess.read.own },
  assign: { name: 'the Prevent lead assigns, returns and arranges cover', for: 'members', own: ['prevent_lead'] },
  handIn: { name: 'leads and contributors hand in again what was returned', for: 'members', own: assessmentAccess.write.own },
  comment: { name: 'leads, contributors and second readers comment', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader'] },
  partner: { name: 'leads and contributors of a partner read and answer what was opened to them', for: 'members', grant: ['prevent_lead', 'contributor'], grantKind: 'part' },
} as const satisfies Record<string, MemberRule>;
