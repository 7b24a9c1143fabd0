import { permitFor, type MemberRule } from '../../kernel/access.ts';
import type { Audience } from '../../kernel/marking.ts';
import type { MemberVisit } from '../../platform/route.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;

export const access = {
  read: { name: 'members, and advisers with a grant, make reports for the public and for members', for: 'members', own: members, grant: ['adviser'] },
  restricted: { name: 'those who write or challenge the assessment, and advisers with a grant, make restricted reports', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader'], grant: ['adviser'] },
  write: { name: 'leads and contributors write the texts of the paper and say which parts are exempt', for: 'members', own: ['prevent_lead', 'contributor'] },
  packs: { name: 'members read the packs of their audience', for: 'members', own: members },
  issue: { name: 'the Prevent lead issues packs', for: 'members', own: ['prevent_lead'] },
} as const satisfies Record<string, MemberRule>;

export function mayHave({ visitor, permit }: Pick<MemberVisit, 'visitor' | 'permit'>, audience: Audience): boolean {
  return audience !== 'restricted' || permitFor(access.restricted, visitor, [permit]) !== undefined;
}
