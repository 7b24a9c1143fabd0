import type { Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';

export type AccountTables = {
  account: { id: Id; homeOrgId: Id; email: string; passwordHash: string | null; demonstration: Generated<boolean>; disabledAt: Date | null; createdAt: Generated<Date> };
  keptForm: { id: Id; accountId: Id; sealed: Buffer; keptAt: Generated<Date>; endsAt: Generated<Date> };
  session: { tokenSha256: Buffer; accountId: Id; createdAt: Generated<Date>; lastSeenAt: Generated<Date>; idleMinutes: number; endsAt: Date };
  apiToken: {
    id: Id; tokenSha256: Buffer; accountId: Id; purpose: string; scope: 'read' | 'write';
    createdAt: Generated<Date>; endsAt: Date; lastUsedAt: Generated<Date | null>; revokedAt: Generated<Date | null>;
  };
  oneTimeLink: {
    tokenSha256: Buffer; accountId: Id; purpose: 'invitation' | 'reset'; forOrgId: Id | null; personId: Id | null;
    madeBy: Id | null; madeAt: Generated<Date>; endsAt: Date; usedAt: Date | null;
  };
};
