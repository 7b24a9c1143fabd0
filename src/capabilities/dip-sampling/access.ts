import type { MemberRule } from '../../kernel/access.ts';

const workers = ['prevent_lead', 'contributor', 'second_reader'] as const;

export const access = {
  list: { name: 'those who write or challenge the assessment read the programme of dip samples and the referral pathway', for: 'members', own: workers },
  write: { name: 'leads and contributors plan dip samples, close them and keep the referral pathway', for: 'members', own: ['prevent_lead', 'contributor'] },
  read: { name: 'those who write or challenge the assessment read a dip sample, and so do the bodies of its reviewers', for: 'members', own: workers, grant: workers, grantKind: 'sample' },
  review: { name: 'whoever has a seat in a dip sample reviews', for: 'members', own: workers, grant: workers, grantKind: 'sample' },
} as const satisfies Record<string, MemberRule>;
