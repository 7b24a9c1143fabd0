import type { Generated } from 'kysely';
import type { OrganisationKind, Role } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import type { OwnedColumns } from '../../platform/owned.ts';

export type OrganisationTables = {
  organisation: { id: Id; shortName: string; name: string; kind: OrganisationKind; invented: Generated<boolean>; openedOn: string | null; closedOn: string | null };
  /** Half-open: toDay is the first day on which the link no longer holds; "-infinity" and "infinity" where there is no end. */
  organisationLink: { parentId: Id; childId: Id; fromDay: Generated<string>; toDay: Generated<string> };
  organisationClosure: { ancestorId: Id; descendantId: Id; fromDay: string; toDay: string; depth: number };
  organisationSuccession: { predecessorId: Id; successorId: Id; onDay: string };
  department: OwnedColumns & { name: string };
  /** invited: until the person follows the invitation's link, their roles give nothing. */
  person: OwnedColumns & { accountId: Id; name: string; invited: Generated<boolean> };
  threshold: OwnedColumns & { below: number };
  membership: OwnedColumns & { personId: Id; departmentId: Id | null; role: Role; fromDay: string; toDay: Generated<string> };
  /** A grant of kind "part" names an assessment and one of the two codes, one of kind "action" or "sample" the record. */
  accessGrant: OwnedColumns & {
    granteeId: Id; kind: 'moderation' | 'part' | 'action' | 'sample' | 'channel'; recordId: Id | null; reason: string; fromDay: string; toDay: Generated<string>;
    assessmentId: Generated<Id | null>; editionId: Generated<Id | null>; benchmarkCode: Generated<string | null>; indicatorCode: Generated<string | null>; mayWrite: Generated<boolean>;
  };
};
