import type { Id } from './id.ts';

/** What a person does for a body. The interface's names stand in the words. */
export type Role = 'prevent_lead' | 'contributor' | 'second_reader' | 'administrator' | 'viewer' | 'bookings_officer' | 'adviser';

export const roles: readonly Role[] = ['prevent_lead', 'contributor', 'second_reader', 'administrator', 'viewer', 'bookings_officer', 'adviser'];

export const organisationKinds = [
  'nation', 'region', 'area', 'county', 'unitary', 'district', 'school', 'further_education',
  'higher_education', 'health_trust', 'prison', 'probation_region', 'police_force', 'home_office',
] as const;

export type OrganisationKind = typeof organisationKinds[number];

export type Organisation = {
  readonly id: Id;
  readonly shortName: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** An invented body of the examples: said on each of its pages and outputs. */
  readonly invented: boolean;
};

export type Membership = { readonly personId: Id; readonly name: string; readonly role: Role; readonly organisation: Organisation };

/** How a person may come to a body's records: as its own member, from a body above it, or through a grant. */
export type Way = {
  readonly scope: 'own' | 'tree' | 'grant';
  /** The person's own body on this way. */
  readonly orgId: Id;
  readonly personId: Id;
  /** For a grant: what kind of record it opens. */
  readonly kind?: string;
};

/** Who is signed in, with the roles of today. */
export type Visitor = {
  readonly accountId: Id;
  readonly demonstration: boolean;
  readonly memberships: readonly Membership[];
};

/** Who may use a route: anyone, anyone who is signed in, or by role on each way to the body that the address names. */
export type AccessRule =
  | { readonly name: string; readonly for: 'anyone' }
  | { readonly name: string; readonly for: 'signed in' }
  | MemberRule;

export type MemberRule = {
  readonly name: string;
  readonly for: 'members';
  readonly own?: readonly Role[];
  readonly tree?: readonly Role[];
  readonly grant?: readonly Role[];
  /** Which kind of grant opens this; the moderation's when it does not say. */
  readonly grantKind?: 'part' | 'action' | 'sample' | 'channel';
};

/** The right to do what a rule guards, on one way, with the roles that gave it. */
export type Permit = Way & { readonly roles: readonly Role[] };

/** The first way that the rule allows, own before tree before grant; undefined when there is none. */
export function permitFor(rule: MemberRule, visitor: Visitor, ways: readonly Way[]): Permit | undefined {
  for (const scope of ['own', 'tree', 'grant'] as const) {
    const allowed = rule[scope] ?? [];
    for (const way of ways) {
      if (way.scope !== scope || (scope === 'grant' && (way.kind ?? 'moderation') !== (rule.grantKind ?? 'moderation'))) continue;
      const held = visitor.memberships.filter((membership) => membership.organisation.id === way.orgId).map(({ role }) => role);
      const roles = held.filter((role) => allowed.includes(role));
      if (roles.length > 0) return { ...way, roles: held };
    }
  }
  return undefined;
}

/** Whether one of the permit's roles, on the own way, is among those named. */
export function holds(permit: Permit, ...named: readonly Role[]): boolean {
  return permit.roles.some((role) => named.includes(role));
}
