import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addAccount } from '../capabilities/accounts/index.ts';
import { openAssessment } from '../capabilities/assessment/index.ts';
import { parseEdition, publishEdition } from '../capabilities/frameworks/index.ts';
import { addOutcomes } from '../capabilities/moderation/index.ts';
import { addMembership, addOrganisations, addPerson, organisationsByName } from '../capabilities/organisations/index.ts';
import { newId, type Id } from '../kernel/id.ts';
import { firstDay, yearOf, type Year } from '../kernel/year.ts';
import type { Database } from '../platform/database.ts';
import { exampleShape, type Example } from './example.ts';

export const folder = new URL('../../demo/', import.meta.url);
const editionFile = new URL('../../frameworks/local-authority-2025-26.yaml', import.meta.url);

/** Loads the examples into an empty store of a demonstration. @returns false when the store already has bodies. */
export async function loadDemonstration(database: Database, owner: Database, begin: () => void): Promise<boolean> {
  if ((await owner.transaction(organisationsByName)).length > 0) return false;
  begin();
  const editionId = await publishShippedEdition(database);
  await loadExample(database, owner, readExample('leicestershire.yaml'), editionId);
  return true;
}

export function readExample(name: string): Example {
  return exampleShape.parse(parse(readFileSync(new URL(name, folder), 'utf8')));
}

async function publishShippedEdition(database: Database): Promise<Id> {
  const edition = parseEdition(readFileSync(editionFile, 'utf8'));
  if (!edition.accepted) throw new Error('the shipped edition is faulty');
  const published = await database.transaction((tx) => publishEdition(tx, edition.value, newId()));
  if (!published.accepted) throw new Error('the shipped edition cannot be published');
  return published.value;
}

async function loadExample(database: Database, owner: Database, example: Example, editionId: Id): Promise<void> {
  const ids = new Map(example.organisations.map(({ short_name }) => [short_name, newId()]));
  const idOf = (shortName: string) => found(ids.get(shortName), shortName);
  await owner.transaction((tx) => addOrganisations(tx, example.organisations.map(({ short_name, name, kind, parent }) => ({
    id: idOf(short_name), shortName: short_name, name, kind, invented: example.invented, ...(parent === undefined ? {} : { parentId: idOf(parent) }),
  }))));
  const day = firstDay(found(yearOf('2025-26'), '2025-26'));
  const people = new Map<string, Id>();
  for (const { email, name, organisation, roles } of example.people) {
    const [accountId, id, orgId] = [newId(), newId(), idOf(organisation)];
    people.set(email, id);
    await database.within({ is: 'accounts' }, (tx) => addAccount(tx, { id: accountId, homeOrgId: orgId, email, demonstration: true }));
    await database.within({ is: 'own', orgId, personId: id, day }, async (tx) => {
      await addPerson(tx, { orgId, id, accountId, name });
      for (const role of roles) await addMembership(tx, { orgId, id: newId(), personId: id, role, fromDay: day, departmentId: null });
    });
  }
  for (const { organisation, year: yearName, findings } of example.assessments) {
    const [orgId, id, year] = [idOf(organisation), newId(), found(yearOf(yearName), yearName)];
    await database.within({ is: 'own', orgId, personId: findings ? found(people.get(findings.by), findings.by) : null, day }, async (tx) => {
      await openAssessment(tx, { orgId, id, editionId, year: year satisfies Year, openedOn: null });
      if (findings) await addOutcomes(tx, { orgId, assessmentId: id, editionId, outcomes: findings.outcomes });
    });
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the example names ${name}, which it does not hold`);
  return value;
}
