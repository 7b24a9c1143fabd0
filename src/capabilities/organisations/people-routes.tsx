import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, readDepartments, readPeople, saidPerson, shapes } from './api.ts';
import type { AccountDesk } from './desk.ts';
import { inAccounts, peopleLines, personProps } from './people-reader.ts';
import { dayGiven } from './pages/day-fields.tsx';
import { DepartmentsPage } from './pages/departments.tsx';
import { InvitationPage } from './pages/invitation.tsx';
import { LinkPage, linkTitle } from './pages/link.tsx';
import { PeoplePage } from './pages/people.tsx';
import { PersonPage, type PersonProps } from './pages/person.tsx';
import { paths, patterns } from './paths.ts';
import { addDepartment, addMembership, departmentsOf, endMembership, invitePerson, lockAdministrators, noteLink, removeMembership, rolesOfPeople } from './people-store.ts';
import { departmentIn, departmentName, endRole, giveRole, invitation } from './rules.ts';

export function peopleRoutes(desk: AccountDesk): readonly Route[] {
  const rule = access.administer;
  return routes(
    { method: 'GET', path: patterns.people, data: { shape: shapes.people, read: (visit: MemberVisit) => readPeople(visit, desk) }, access: rule, handle: (visit: MemberVisit) => showPeople(visit, desk) },
    { method: 'GET', path: patterns.person, data: { shape: shapes.person, read: (visit: MemberVisit) => readPerson(visit, desk) }, access: rule, handle: (visit: MemberVisit) => showPerson(visit, desk) },
    { method: 'POST', path: patterns.roles, form: forms.giveRole, access: rule, handle: (visit: MemberVisit) => give(visit, desk) },
    { method: 'POST', path: patterns.roleEnd, form: forms.endRole, access: rule, handle: (visit: MemberVisit) => end(visit, desk) },
    { method: 'POST', path: patterns.links, form: forms.link, access: rule, handle: (visit: MemberVisit) => handOver(visit, desk) },
    { method: 'GET', path: patterns.invitations, data: { without: 'form' }, access: rule, handle: (visit: MemberVisit) => showInvitation(visit) },
    { method: 'POST', path: patterns.invitations, form: forms.invite, access: rule, unsearched: ['email'], handle: (visit: MemberVisit) => invite(visit, desk) },
    { method: 'GET', path: patterns.departments, data: { shape: shapes.departments, read: readDepartments }, access: rule, handle: (visit: MemberVisit) => showDepartments(visit) },
    { method: 'POST', path: patterns.departments, form: forms.department, access: rule, handle: (visit: MemberVisit) => add(visit) },
  );
}

async function showPeople(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  const { words, organisation, today } = visit;
  const people = (await peopleLines(visit, desk)).map((person) => ({ ...person, roles: person.roles.filter(({ toDay }) => toDay > today) }));
  return page(words.organisations.people.title, <PeoplePage words={words} org={organisation.shortName} people={people} />, { breadcrumbs: crumbs(visit) });
}

async function showPerson(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  const props = await personProps(visit, desk);
  return props ? page(visit.words.organisations.person.title(props.person.name), <PersonPage {...props} />, { breadcrumbs: crumbs(visit, 'people') }) : noSuchPerson(visit);
}

async function readPerson(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  const props = await personProps(visit, desk);
  return props ? json(shapes.person, saidPerson(props.person)) : noSuchPerson(visit);
}

async function give(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  const { tx, form, organisation, today, newId } = visit;
  const props = await personProps(visit, desk);
  if (!props) return noSuchPerson(visit);
  const wished = giveRole({ role: valueOf(form, 'role'), from: dayGiven(form, 'from') }, organisation.kind, props.person.roles, today);
  const departmentId = departmentIn(valueOf(form, 'department'), props.departments.map(({ id }) => id));
  if (!wished.accepted) return refusedPerson(visit, props, wished.refusals);
  if (departmentId === undefined) return refusedPerson(visit, props, [{ field: 'department', say: (words) => words.organisations.department.unknown }]);
  await addMembership(tx, { orgId: organisation.id, id: newId(), personId: props.person.id, departmentId, ...wished.value });
  return redirect(paths.person(organisation.shortName, props.person.id), 'roleGiven');
}

async function end(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  const { tx, form, params, organisation, today, words } = visit;
  await lockAdministrators(tx, organisation.id);
  const props = await personProps(visit, desk);
  const held = props?.person.roles.find(({ id }) => id === params['role']);
  if (!props) return noSuchPerson(visit);
  const day = dayGiven(form, 'end');
  const conflict = () => conflictPage(words.organisations.person.title(props.person.name), <PersonPage {...props} conflict={day ? words.organisations.person.yours(words.organisations.page.date(day)) : ''} />);
  if (!held || String(held.version) !== valueOf(form, 'version')) return conflict();
  const ending = endRole(held, day, await rolesOfPeople(tx, organisation.id), today);
  if (!ending.accepted) return refusedPerson(visit, props, ending.refusals, held.id);
  const saved = ending.value.is === 'ends'
    ? await endMembership(tx, organisation.id, held.id, held.version, ending.value.toDay)
    : await removeMembership(tx, organisation.id, held.id, held.version);
  return saved ? redirect(paths.person(organisation.shortName, props.person.id), 'roleEnded') : conflict();
}

function refusedPerson(visit: MemberVisit, props: PersonProps, errors: readonly Refusal[], ending?: string): Answer {
  const sent = { form: visit.form, errors, ...(ending === undefined ? {} : { ending }) };
  return refusedPage(visit.words.organisations.person.title(props.person.name), <PersonPage {...props} sent={sent} />, errors, { breadcrumbs: crumbs(visit, 'people') });
}

/** A new link for a person: their invitation while it is open, else a reset, which only the account's own body hands over. */
async function handOver(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  const { organisation, permit } = visit;
  const props = await personProps(visit, desk);
  const account = props?.person.account;
  if (!props || !account) return noSuchPerson(visit);
  const { person } = props;
  const purpose = person.invited ? 'invitation' : 'reset';
  if (account.disabled || account.demonstration || (purpose === 'reset' && account.homeOrgId !== organisation.id)) {
    return refusedPerson(visit, props, [{ field: '', say: (words) => words.organisations.person.notOurs }]);
  }
  const made = { accountId: account.id, orgId: organisation.id, personId: person.id, madeBy: permit.personId };
  const path = await inAccounts(visit, (tx) => (purpose === 'invitation' ? desk.invite(tx, made) : desk.reset(tx, made)));
  return showLink(visit, { purpose, personId: person.id, name: person.name, path });
}

async function showInvitation(visit: MemberVisit, errors: readonly Refusal[] = []): Promise<Answer> {
  const { tx, words, seal, organisation, form } = visit;
  const departments = await departmentsOf(tx, organisation.id);
  const title = words.organisations.invitation.title;
  const body = <InvitationPage words={words} seal={seal} org={organisation.shortName} kind={organisation.kind} departments={departments} form={form} errors={errors} />;
  const rest = { breadcrumbs: crumbs(visit, 'people') };
  return errors.length === 0 ? page(title, body, rest) : refusedPage(title, body, errors, rest);
}

async function invite(visit: MemberVisit, desk: AccountDesk): Promise<Answer> {
  const { tx, form, organisation, permit, today, newId } = visit;
  const departments = await departmentsOf(tx, organisation.id);
  const wished = invitation(
    { name: valueOf(form, 'name'), email: desk.emailOf(valueOf(form, 'email')), role: valueOf(form, 'role'), departmentId: valueOf(form, 'department') },
    organisation.kind, departments.map(({ id }) => id),
  );
  if (!wished.accepted) return showInvitation(visit, wished.refusals);
  const { name, email, role, departmentId } = wished.value;
  const orgId = organisation.id;
  const accountId = await inAccounts(visit, (accounts) => desk.accountFor(accounts, { id: newId(), email, orgId }));
  const person = await invitePerson(tx, { orgId, id: newId(), accountId, name });
  if (!person.isNew) return showInvitation(visit, [{ field: 'email', say: (words) => words.organisations.invitation.thereAlready }]);
  await addMembership(tx, { orgId, id: newId(), personId: person.id, role, departmentId, fromDay: today });
  const path = await inAccounts(visit, (accounts) => desk.invite(accounts, { accountId, orgId, personId: person.id, madeBy: permit.personId }));
  return showLink(visit, { purpose: 'invitation', personId: person.id, name, path });
}

async function showLink(visit: MemberVisit, { purpose, personId, name, path }: { purpose: 'invitation' | 'reset'; personId: string; name: string; path: string }): Promise<Answer> {
  const { tx, words, organisation, address } = visit;
  await noteLink(tx, personId, purpose);
  return page(linkTitle(words, purpose, name), <LinkPage words={words} name={name} purpose={purpose} address={`${address}${path}`} back={{ text: words.organisations.link.back, href: paths.people(organisation.shortName) }} />, { data: { link: `${address}${path}` } });
}

async function showDepartments(visit: MemberVisit, errors: readonly Refusal[] = []): Promise<Answer> {
  const { tx, words, seal, organisation, form } = visit;
  const departments = await departmentsOf(tx, organisation.id);
  const title = words.organisations.department.title;
  const body = <DepartmentsPage words={words} seal={seal} org={organisation.shortName} departments={departments} name={valueOf(form, 'name')} errors={errors} />;
  const rest = { breadcrumbs: crumbs(visit, 'people') };
  return errors.length === 0 ? page(title, body, rest) : refusedPage(title, body, errors, rest);
}

async function add(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, newId } = visit;
  const taken = (await departmentsOf(tx, organisation.id)).map(({ name }) => name);
  const wished = departmentName(valueOf(form, 'name'), taken);
  if (!wished.accepted) return showDepartments(visit, wished.refusals);
  await addDepartment(tx, { orgId: organisation.id, id: newId(), name: wished.value });
  return redirect(paths.departments(organisation.shortName), 'departmentAdded');
}

function noSuchPerson({ words }: MemberVisit): Answer {
  const said = words.organisations.person.noSuch;
  return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
}

function crumbs({ words, organisation }: MemberVisit, below?: 'people') {
  const body = { text: organisation.name, href: paths.organisation(organisation.shortName) };
  return below === undefined ? [body] : [body, { text: words.organisations.people.title, href: paths.people(organisation.shortName) }];
}
