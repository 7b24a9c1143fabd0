import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addAccount } from '../capabilities/accounts/index.ts';
import { parseAnyEdition, publishEdition } from '../capabilities/frameworks/index.ts';
import { addMeeting } from '../capabilities/committees/index.ts';
import { savePeriod } from '../capabilities/history/index.ts';
import { addGrant, addMembership, addOrganisations, addPerson, organisationsByName, saveThreshold } from '../capabilities/organisations/index.ts';
import { newId } from '../kernel/id.ts';
import { keptForYears } from '../kernel/retention.ts';
import { dayIn, daysAfter, firstDay, yearOf } from '../kernel/year.ts';
import type { FileStore } from '../platform/files.ts';
import type { Store } from '../platform/store.ts';
import { loadAssessment } from './assessments.ts';
import { loadChannel } from './channel.ts';
import { loadEvidence } from './evidence.ts';
import { exampleShape, type Example } from './example.ts';
import { loadFindings } from './findings.ts';
import { loadFollowUps } from './follow-ups.ts';
import { loadWaiting } from './imports.ts';
import { found, type Loading } from './loading.ts';
import { loadLook } from './look.ts';
import { loadMeetings } from './meetings.ts';
import { issueExample, loadPaper, releaseExample } from './paper.ts';
import { loadRiskEvents } from './risk-events.ts';
import { loadRiskLogs } from './risk-logs.ts';
import { loadRollUp } from './roll-up.ts';
import { loadPlan } from './plans.ts';
import { loadSamples } from './samples.ts';
import { loadVenues } from './venues.ts';
import { loadEditionDrafts, loadYears } from './years.ts';
import { loadPartner, loadTogether } from './together.ts';

/** The real case that the product was asked for from, and an invented county with something on every page. */
export const exampleFiles = ['leicestershire.yaml', 'loamshire.yaml'];

export const folder = new URL('../../demo/', import.meta.url);
/** What is shipped, and an earlier edition that is invented, for the invented county's year before. */
const editionFiles = ['../frameworks/local-authority-2021-22.yaml', 'editions/invented-2024-25.yaml', '../frameworks/local-authority-2025-26.yaml', '../frameworks/channel-statement-2024-25.yaml'].map((name) => new URL(name, folder));

type Into = Pick<Store, 'database' | 'owner'> & { readonly files: FileStore; readonly now: Date };

/** Loads the examples into an empty store of a demonstration. @returns false when the store already has bodies, or its owner is out of reach. */
export async function loadDemonstration({ database, owner, files, now }: Into, begin: () => void): Promise<boolean> {
  if (!owner || (await owner.transaction(organisationsByName)).length > 0) return false;
  begin();
  const loading = { database, files, now, today: dayIn(now), firstDay: firstDay(found(yearOf('2025-26'), '2025-26')), folder, organisations: new Map(), people: new Map(), evidence: new Map() };
  for (const file of editionFiles) await publishEditionOf(loading, file);
  for (const name of exampleFiles) await loadExample(loading, owner, readExample(name));
  return true;
}

export function readExample(name: string): Example {
  return exampleShape.parse(parse(readFileSync(new URL(name, folder), 'utf8')));
}

async function publishEditionOf({ database }: Loading, file: URL): Promise<void> {
  const edition = parseAnyEdition(readFileSync(file, 'utf8'));
  if (!edition.accepted) throw new Error(`the edition ${file.pathname} is faulty`);
  const published = await database.transaction((tx) => publishEdition(tx, edition.value, newId()));
  if (!published.accepted) throw new Error(`the edition ${file.pathname} cannot be published`);
}

async function loadExample(loading: Loading, owner: NonNullable<Store['owner']>, example: Example): Promise<void> {
  await loadOrganisations(loading, owner, example);
  for (const person of example.people) await loadPerson(loading, person);
  for (const grant of example.grants) await loadGrant(loading, grant);
  for (const limits of example.limits) await loadLimits(loading, limits);
  for (const meeting of example.coming_meetings) await loadMeeting(loading, meeting);
  for (const evidence of example.evidence) await loadEvidence(loading, evidence);
  for (const look of example.looks) await loadLook(loading, look);
  await loadRiskLogs(loading, example);
  await loadRiskEvents(loading, example);
  await loadRollUp(loading, example);
  await loadChannel(loading, example);
  for (const assessment of example.assessments) {
    const opened = await loadAssessment(loading, assessment);
    await loadTogether(loading, opened, assessment);
    for (const partner of example.partners) if (partner.organisation === assessment.organisation && partner.year === assessment.year) await loadPartner(loading, opened, partner);
    if (assessment.findings) {
      await loadFindings(loading, opened, assessment.findings);
      await loadFollowUps(loading, opened, assessment.by, assessment.findings);
    }
    if (assessment.paper) await loadPaper(loading, opened, assessment.by, assessment.paper);
    for (const audience of assessment.packs) await issueExample(loading, opened, assessment.by, audience);
    if (assessment.released) await releaseExample(loading, opened, assessment.by);
  }
  for (const plan of example.plans) await loadPlan(loading, plan);
  for (const samples of example.dip_samples) await loadSamples(loading, samples);
  for (const venues of example.venues) await loadVenues(loading, venues);
  await loadWaiting(loading, example);
  await loadYears(loading, example);
  await loadEditionDrafts(loading, owner, example);
  await loadMeetings(loading, example);
}

async function loadOrganisations({ organisations }: Loading, owner: NonNullable<Store['owner']>, { organisations: listed, invented }: Example): Promise<void> {
  const added = listed.map(({ short_name, name, kind }) => ({ id: newId(), shortName: short_name, name, kind, invented }));
  for (const organisation of added) organisations.set(organisation.shortName, organisation);
  await owner.transaction((tx) => addOrganisations(tx, added.map((organisation, at) => {
    const parent = listed[at]?.parent;
    return { ...organisation, ...(parent === undefined ? {} : { parentId: found(organisations.get(parent), parent).id }) };
  })));
}

async function loadPerson({ database, organisations, people, firstDay: day }: Loading, { email, name, organisation, roles }: Example['people'][number]): Promise<void> {
  const [accountId, personId, { id: orgId }] = [newId(), newId(), found(organisations.get(organisation), organisation)];
  people.set(email, { orgId, personId });
  await database.within({ is: 'accounts' }, (tx) => addAccount(tx, { id: accountId, homeOrgId: orgId, email, demonstration: true }));
  await database.within({ is: 'own', orgId, personId, day }, async (tx) => {
    await addPerson(tx, { orgId, id: personId, accountId, name });
    for (const role of roles) await addMembership(tx, { orgId, id: newId(), personId, role, fromDay: day, departmentId: null });
  });
}

async function loadGrant({ database, organisations, people, firstDay: day }: Loading, { to, by, reason }: Example['grants'][number]): Promise<void> {
  const { orgId, personId } = found(people.get(by), by);
  const { id: granteeId } = found(organisations.get(to), to);
  await database.within({ is: 'own', orgId, personId, day }, (tx) => addGrant(tx, { orgId, id: newId(), granteeId, reason, fromDay: day }));
}

async function loadLimits({ database, people, firstDay: day }: Loading, { by, small_numbers_below: below, kept_years: kept }: Example['limits'][number]): Promise<void> {
  const { orgId, personId } = found(people.get(by), by);
  await database.within({ is: 'own', orgId, personId, day }, async (tx) => {
    if (below !== undefined) await saveThreshold(tx, { orgId, id: newId(), version: 0 }, below);
    for (const period of keptForYears) {
      const years = kept[period];
      if (years !== undefined) await savePeriod(tx, { orgId, id: newId(), version: 0 }, { period, years });
    }
  });
}

async function loadMeeting({ database, people, today }: Loading, { by, year, committee, papers_due_in: due, meets_in: meets }: Example['coming_meetings'][number]): Promise<void> {
  const { orgId, personId } = found(people.get(by), by);
  await database.within({ is: 'own', orgId, personId, day: today }, (tx) => addMeeting(tx, { orgId, id: newId() }, { committee, year, papersDueOn: daysAfter(today, due), meetsOn: daysAfter(today, meets) }));
}
