import * as z from 'zod';
import { organisationKinds, roles, type Organisation } from '../../kernel/access.ts';
import { json, type Answer, type MemberVisit } from '../../platform/route.ts';
import { choice, day, formOf, queryOf, noFields, said, text, version } from '../../platform/shape.ts';
import type { AccountDesk } from './desk.ts';
import type { PersonLine } from './pages/people.tsx';
import { peopleLines } from './people-reader.ts';
import { departmentsOf, grantsOf, type RoleLine } from './people-store.ts';
import { organisationsOfKind } from './store.ts';

const handedLink = z.strictObject({ link: z.string().meta({ examples: ['https://dueregard.example.gov.uk/links/…'] }) });

/** What the forms of a body and its people hold. */
export const forms = {
  giveRole: formOf({ role: choice('role', roles), from: day('from'), department: text('department', 60).optional() }),
  endRole: formOf({ end: day('end'), version: version() }),
  link: { ...noFields, answers: handedLink },
  invite: { ...formOf({ name: text('personName', 120), email: text('email', 254), role: choice('role', roles), department: text('department', 60).optional() }), answers: handedLink },
  department: formOf({ name: text('departmentName', 120) }),
  open: formOf({ grantee: text('grantee', 60), reason: text('grantReason', 500), from: day('from'), until: day('until').optional() }),
  close: formOf({ version: version() }),
  threshold: formOf({ below: text('threshold', 3), version: version() }),
};

export const organisationQuery = queryOf({ year: text('pastYear', 20).optional() });

const body = z.strictObject({ short_name: said.shortName, name: said.name, kind: z.enum(organisationKinds), invented: z.boolean() });
const succeeded = z.strictObject({ short_name: said.shortName, name: said.name, on: said.day });
/** Something to do, and the address of its page, which is the address below /api/v1 too. */
const toDo = z.strictObject({ text: said.text, path: said.path });
const role = z.strictObject({ id: said.id, role: z.enum(roles), department: said.text.nullable(), from: said.day, end: said.day.nullable(), version: said.version });
const person = z.strictObject({ id: said.id, name: said.text, invited: z.boolean(), email: z.string().nullable(), roles: z.array(role) });

export const shapes = {
  home: z.strictObject({ organisations: z.array(body.extend({ roles: z.array(z.enum(roles)), opened: z.array(body), next: toDo.nullable(), tasks: z.array(toDo), shared: z.array(toDo) })) }),
  organisation: body.extend({
    opened_on: said.day.nullable(), closed_on: said.day.nullable(), above: z.array(body), below: z.array(body), predecessors: z.array(succeeded), successors: z.array(succeeded),
  }),
  people: z.strictObject({ people: z.array(person) }),
  person,
  departments: z.strictObject({ departments: z.array(z.strictObject({ id: said.id, name: said.text })) }),
  threshold: z.strictObject({ below: said.count, version: said.version, usual: said.count, least: said.count, most: said.count }),
  opened: z.strictObject({
    opened: z.array(z.strictObject({ id: said.id, grantee_id: said.id, grantee: said.name, reason: said.text, from: said.day, until: said.day.nullable(), version: said.version })),
    home_office: z.array(body.extend({ id: said.id })),
  }),
};

export function saidBody({ shortName, name, kind, invented }: Organisation): z.input<typeof body> {
  return { short_name: shortName, name, kind, invented };
}

export function saidSuccessor({ shortName, name, onDay }: { readonly shortName: string; readonly name: string; readonly onDay: string }): z.input<typeof succeeded> {
  return { short_name: shortName, name, on: onDay };
}

export async function readPeople(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  return json(shapes.people, { people: (await peopleLines(visit, desk)).map(saidPerson) });
}

export async function readDepartments({ tx, organisation }: MemberVisit): Promise<Answer> {
  return json(shapes.departments, { departments: (await departmentsOf(tx, organisation.id)).map(({ id, name }) => ({ id, name })) });
}

/** What a body has opened, and the bodies of the Home Office that it may open to. */
export async function readOpened({ tx, organisation, today }: MemberVisit): Promise<Answer> {
  const grants = await grantsOf(tx, organisation.id);
  const homeOffice = (await organisationsOfKind(tx, 'home_office', today)).filter(({ id }) => id !== organisation.id);
  return json(shapes.opened, {
    opened: grants.map(({ id, granteeId, grantee, reason, fromDay, toDay, version: saves }) => ({ id, grantee_id: granteeId, grantee, reason, from: fromDay, until: endOf(toDay), version: saves })),
    home_office: homeOffice.map((one) => ({ id: one.id, ...saidBody(one) })),
  });
}

export function saidPerson({ id, name, invited, account, roles: held }: PersonLine): z.input<typeof person> {
  return { id, name, invited, email: account?.email ?? null, roles: held.map(saidRole) };
}

function saidRole({ id, role: named, department, fromDay, toDay, version: saves }: RoleLine): z.input<typeof role> {
  return { id, role: named, department, from: fromDay, end: endOf(toDay), version: saves };
}

function endOf(day_: string): string | null {
  return day_ === 'infinity' ? null : day_;
}
