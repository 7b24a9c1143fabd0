import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { addAccount } from '../src/capabilities/accounts/index.ts';
import { openAssessment } from '../src/capabilities/assessment/index.ts';
import { editionById, parseEdition, publishEdition, type PublishedEdition } from '../src/capabilities/frameworks/index.ts';
import { addGrant, addMembership, addOrganisations, addPerson, type NewOrganisation } from '../src/capabilities/organisations/index.ts';
import type { Organisation, Role } from '../src/kernel/access.ts';
import { newId, type Id } from '../src/kernel/id.ts';
import { firstDay, yearOf, type Day, type Year } from '../src/kernel/year.ts';
import type { Transaction } from '../src/platform/database.ts';
import type { Store } from '../src/platform/store.ts';

/** Who works where in the tests' world; each signs in by this address. */
const workers = {
  'lead@county.test': { at: 'county', roles: ['prevent_lead', 'administrator'] },
  'officer@county.test': { at: 'county', roles: ['contributor'] },
  'second@county.test': { at: 'county', roles: ['second_reader'] },
  'reader@county.test': { at: 'county', roles: ['second_reader'] },
  'viewer@county.test': { at: 'county', roles: ['viewer'] },
  'lead@district.test': { at: 'district', roles: ['prevent_lead'] },
  'second@district.test': { at: 'district', roles: ['second_reader'] },
  'lead@second-district.test': { at: 'second-district', roles: ['prevent_lead'] },
  'second@second-district.test': { at: 'second-district', roles: ['second_reader'] },
  'lead@sibling.test': { at: 'sibling', roles: ['prevent_lead'] },
  'adviser@homeoffice.test': { at: 'home-office', roles: ['adviser'] },
} as const satisfies Record<string, { readonly at: OrganisationName; readonly roles: readonly Role[] }>;

export type OrganisationName = 'county' | 'district' | 'second-district' | 'sibling' | 'home-office';
export type WorkerEmail = keyof typeof workers;

export type World = {
  readonly year: Year;
  /** The eight benchmarks of 2025-26. */
  readonly edition: PublishedEdition;
  readonly organisations: Readonly<Record<OrganisationName, Organisation>>;
  readonly people: Readonly<Record<WorkerEmail, { readonly personId: Id; readonly accountId: Id }>>;
  /** Open, of the year and the edition above: the county's, and the one of `district`. */
  readonly assessmentId: Id;
  readonly districtAssessmentId: Id;
  /** Inside the own records of somebody's body, as that person. */
  as<T>(email: WorkerEmail, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Publishes another edition, from a file beside this one or elsewhere in the repository. */
  publish(file: string): Promise<PublishedEdition>;
};

/** The first day of the year that the world plays in; the test site's clock stands at 2 March 2026. */
const [year, day] = ((name) => { assert.ok(name); return [name, firstDay(name)] as const; })(yearOf('2025-26'));

/**
 * A county with two districts, a sibling county, and the Home Office's adviser, to whom the county has opened its
 * moderation. The assessments of the county and of its first district are open and empty.
 */
export async function buildWorld(store: Store): Promise<World> {
  const { database } = store;
  const organisations = await addBodies(store);
  const people = await addWorkers(store, organisations);
  const publish = (file: string) => publishFile(store, file);
  const edition = await publish('frameworks/local-authority-2025-26.yaml');
  const as: World['as'] = (email, work) =>
    database.within({ is: 'own', orgId: organisations[workers[email].at].id, personId: people[email].personId, day }, work);
  const open = async (email: WorkerEmail): Promise<Id> => {
    const id = newId();
    await as(email, (tx) => openAssessment(tx, { orgId: organisations[workers[email].at].id, id, editionId: edition.id, year, openedOn: day }));
    return id;
  };
  await as('lead@county.test', (tx) => addGrant(tx, {
    orgId: organisations.county.id, id: newId(), granteeId: organisations['home-office'].id, reason: 'The adviser moderates the year.', fromDay: day,
  }));
  return {
    year, edition, organisations, people, as, publish,
    assessmentId: await open('lead@county.test'), districtAssessmentId: await open('lead@district.test'),
  };
}

async function addBodies({ owner }: Store): Promise<World['organisations']> {
  assert.ok(owner, 'the test store has an owner');
  const body = (shortName: OrganisationName, kind: Organisation['kind'], name: string): Organisation => ({ id: newId(), shortName, name, kind, invented: true });
  const county = body('county', 'county', 'Exampleshire County Council');
  const below = (organisation: Organisation): NewOrganisation => ({ ...organisation, parentId: county.id });
  const organisations = {
    county,
    district: body('district', 'district', 'Northfield District Council'),
    'second-district': body('second-district', 'district', 'Southfield District Council'),
    sibling: body('sibling', 'county', 'Othershire County Council'),
    'home-office': body('home-office', 'home_office', 'Home Office'),
  };
  await owner.transaction((tx) => addOrganisations(tx, [
    county, below(organisations.district), below(organisations['second-district']), organisations.sibling, organisations['home-office'],
  ]));
  return organisations;
}

async function addWorkers(store: Store, organisations: World['organisations']): Promise<World['people']> {
  const ids = () => ({ personId: newId(), accountId: newId() });
  const people: Record<WorkerEmail, { personId: Id; accountId: Id }> = {
    'lead@county.test': ids(), 'officer@county.test': ids(), 'second@county.test': ids(), 'reader@county.test': ids(), 'viewer@county.test': ids(),
    'lead@district.test': ids(), 'second@district.test': ids(), 'lead@second-district.test': ids(), 'second@second-district.test': ids(), 'lead@sibling.test': ids(), 'adviser@homeoffice.test': ids(),
  };
  for (const email of Object.keys(people) as WorkerEmail[]) {
    await addWorker(store, { ...people[email], email, orgId: organisations[workers[email].at].id, roles: workers[email].roles });
  }
  return people;
}

type Worker = { readonly personId: Id; readonly accountId: Id; readonly email: string; readonly orgId: Id; readonly roles: readonly Role[] };

/** One more person, with an account, for tests that need somebody else. */
export async function addWorker({ database }: Store, { personId, accountId, email, orgId, roles }: Worker, fromDay: Day = day): Promise<void> {
  await database.within({ is: 'accounts' }, (tx) => addAccount(tx, { id: accountId, homeOrgId: orgId, email, demonstration: false }));
  await database.within({ is: 'own', orgId, personId, day: fromDay }, async (tx) => {
    await addPerson(tx, { orgId, id: personId, accountId, name: nameOf(email) });
    for (const role of roles) await addMembership(tx, { orgId, id: newId(), personId, role, fromDay, departmentId: null });
  });
}

/** "lead@county.test" is called "Lead County". */
function nameOf(email: string): string {
  return email.replace('.test', '').split(/[@-]/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
}

async function publishFile({ database }: Store, file: string): Promise<PublishedEdition> {
  const edition = parseEdition(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
  assert.ok(edition.accepted, `${file} is a good edition`);
  return database.transaction(async (tx) => {
    const id = await publishEdition(tx, edition.value, newId());
    assert.ok(id.accepted);
    return editionById(tx, id.value);
  });
}
