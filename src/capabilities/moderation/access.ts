import type { MemberRule } from '../../kernel/access.ts';

const members = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer'] as const;

export const access = {
  read: { name: 'members, their adviser and bodies above read the findings', for: 'members', own: members, tree: members, grant: ['adviser'] },
  write: { name: 'leads and contributors transcribe findings, the adviser records them', for: 'members', own: ['prevent_lead', 'contributor'], grant: ['adviser'] },
  record: { name: 'the adviser begins findings', for: 'members', grant: ['adviser'] },
  transcribe: { name: 'leads and contributors choose the letter', for: 'members', own: ['prevent_lead', 'contributor'] },
  check: { name: 'a second person of the body checks a transcription', for: 'members', own: ['prevent_lead', 'contributor', 'second_reader'] },
  writtenLetter: { name: 'the adviser, and members once it is published, take the letter', for: 'members', own: members, grant: ['adviser'] },
  bundle: { name: 'the adviser and the Prevent lead take the submission with its evidence', for: 'members', own: ['prevent_lead'], grant: ['adviser'] },
  visits: { name: 'the adviser reads the notes of visits, members those that were shared', for: 'members', own: members, grant: ['adviser'] },
  note: { name: 'the adviser writes and shares notes of visits', for: 'members', grant: ['adviser'] },
  share: { name: 'the adviser shares a draft with the body', for: 'members', grant: ['adviser'] },
  reply: { name: 'the Prevent lead replies to a shared draft', for: 'members', own: ['prevent_lead'] },
  publish: { name: 'the Prevent lead or the adviser publishes findings', for: 'members', own: ['prevent_lead'], grant: ['adviser'] },
  advise: { name: 'advisers see the bodies that opened their assessments to them', for: 'members', own: ['adviser'] },
} as const satisfies Record<string, MemberRule>;
