import type { MemberRule } from '../../kernel/access.ts';

const workers = ['prevent_lead', 'contributor', 'second_reader'] as const;

export const access = {
  read: { name: 'those who write or challenge the assessment, and bookings officers, read sites, bookings and their numbers', for: 'members', own: [...workers, 'bookings_officer'] },
  write: { name: 'leads, contributors and bookings officers keep sites, take bookings in and check them', for: 'members', own: ['prevent_lead', 'contributor', 'bookings_officer'] },
  decide: { name: 'leads and contributors who hold a key decide about a booking', for: 'members', own: ['prevent_lead', 'contributor'] },
  hear: { name: 'who took no part in a decision about a booking hears its review', for: 'members', own: workers },
  agree: { name: 'the Prevent lead records the policy on hire and gives keys', for: 'members', own: ['prevent_lead'] },
} as const satisfies Record<string, MemberRule>;
