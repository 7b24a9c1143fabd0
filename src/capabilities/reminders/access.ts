import type { AccessRule } from '../../kernel/access.ts';

export const access = {
  read: { name: 'members read what is due to them and choose their reminders', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer', 'bookings_officer'] },
  calendar: { name: 'members who read all that is due have a calendar of it', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] },
  bodyCalendar: { name: 'leads and administrators give out the calendar of a body', for: 'members', own: ['prevent_lead', 'administrator'] },
  letters: { name: 'administrators see whether letters leave, and send again what was given up', for: 'members', own: ['administrator'] },
  feed: { name: 'who holds the secret address of a calendar may read it', for: 'anyone' },
  shown: { name: 'anyone at this computer may read the letters of the example', for: 'anyone' },
} as const satisfies Record<string, AccessRule>;
