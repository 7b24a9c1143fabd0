import type { Organisation, Permit, Visitor } from '../../kernel/access.ts';
import { lastDay, yearContaining, yearOf, type Day, type Year } from '../../kernel/year.ts';
import { enterScope } from '../../platform/database.ts';
import { json, notFoundPage, page, routes, valueOf, type AccountVisit, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { organisationQuery, saidBody, saidSuccessor, shapes } from './api.ts';
import type { Handed, NextStep, Section, Step } from './desk.ts';
import { openedRoutes } from './opened-routes.tsx';
import { HomePage, type HomeEntry } from './pages/home.tsx';
import { OrganisationPage, type Neighbour } from './pages/organisation.tsx';
import { paths, patterns } from './paths.ts';
import { openedToUs, rolesOfPeople } from './people-store.ts';
import { peopleRoutes } from './people-routes.tsx';
import { bodiesAbove, bodiesBelow, datesOf } from './store.ts';
import { thresholdRoutes } from './threshold-routes.tsx';

const pastYears = 5;

export function organisationRoutes(handed: Handed): readonly Route[] {
  const steps = [...handed.nextSteps, inviteLead];
  return [
    ...routes(
      { method: 'GET', path: paths.home, data: { shape: shapes.home, read: (visit: AccountVisit) => readHome(visit, steps, handed) }, access: access.home, handle: (visit: AccountVisit) => showHome(visit, steps, handed) },
      { method: 'GET', path: patterns.organisation, data: { shape: shapes.organisation, query: organisationQuery, read: readOrganisation }, access: access.read, yearInQuery: true, handle: (visit: MemberVisit) => showOrganisation(visit, [...handed.sections, ...ownSections]) },
    ),
    ...peopleRoutes(handed.accounts),
    ...openedRoutes(),
    ...thresholdRoutes(),
  ];
}

const ownSections: readonly Section[] = [
  { text: (words) => words.organisations.page.people, href: paths.people, access: access.administer },
  { text: (words) => words.organisations.page.openedLink, href: paths.opened, access: access.open },
  { text: (words) => words.organisations.threshold.link, href: paths.threshold, access: access.threshold },
];

async function showOrganisation(visit: MemberVisit, sections: readonly Section[]): Promise<Answer> {
  const { tx, words, organisation, permit, visitor, today, query } = visit;
  const asked = valueOf(query, 'year');
  const year = yearOf(asked);
  const said = words.organisations.page;
  if (asked !== '' && !year) return notFoundPage(said.noYear.title, <><h1 class="govuk-heading-l">{said.noYear.title}</h1><p class="govuk-body">{said.noYear.sentence}</p></>);
  const day = dayShown(year, today);
  const dates = await datesOf(tx, organisation.id);
  const above = await bodiesAbove(tx, organisation.id, day);
  const below = await bodiesBelow(tx, organisation.id, day);
  return page(organisation.name, (
    <OrganisationPage words={words} organisation={organisation} dates={dates} year={year} years={yearsBefore(today)}
      above={above.map((body) => neighbour(body, year, isMember(visitor, body)))}
      below={below.map((body) => neighbour(body, year, permit.scope !== 'grant' || isMember(visitor, body)))}
      sections={sections.filter((section) => mayOpen(section, permit)).map(({ text, href }) => ({ text: text(words), href: href(organisation.shortName) }))} />
  ));
}

/** The public facts of a body as of today, or as on the last day of a past year. */
async function readOrganisation({ tx, organisation, today, query, words }: MemberVisit): Promise<Answer> {
  const asked = valueOf(query, 'year');
  const year = yearOf(asked);
  if (asked !== '' && !year) return notFoundPage(words.organisations.page.noYear.title, null);
  const day = dayShown(year, today);
  const { openedOn, closedOn, predecessors, successors } = await datesOf(tx, organisation.id);
  return json(shapes.organisation, {
    ...saidBody(organisation), opened_on: openedOn, closed_on: closedOn,
    above: (await bodiesAbove(tx, organisation.id, day)).map(saidBody), below: (await bodiesBelow(tx, organisation.id, day)).map(saidBody),
    predecessors: predecessors.map(saidSuccessor), successors: successors.map(saidSuccessor),
  });
}

/** A year is seen as on its last day, this year and a coming one as today. */
function dayShown(year: Year | undefined, today: Day): Day {
  return year && lastDay(year) < today ? lastDay(year) : today;
}

function yearsBefore(today: Day): Year[] {
  const years: Year[] = [];
  for (let year: Year | undefined = yearContaining(today); year && years.length < pastYears; year = yearOf(before(year))) years.push(year);
  return years.slice(1);
}

function before(year: Year): string {
  const start = Number(year.slice(0, 4)) - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
}

function neighbour({ name, shortName }: Organisation, year: Year | undefined, mayFollow: boolean): Neighbour {
  return { name, href: mayFollow ? (year ? paths.inYear(shortName, year) : paths.organisation(shortName)) : undefined };
}

function isMember({ memberships }: Visitor, { id }: Organisation): boolean {
  return memberships.some(({ organisation }) => organisation.id === id);
}

function mayOpen({ access: rule }: Section, { scope, roles }: Permit): boolean {
  return (rule[scope] ?? []).some((role) => roles.includes(role));
}

async function showHome(visit: AccountVisit, steps: readonly NextStep[], handed: Handed): Promise<Answer> {
  const { words } = visit;
  return page(words.organisations.home.title, <HomePage words={words} entries={await homeEntries(visit, steps, handed)} />);
}

/** Whose token it is, by what they may do and have to do: the bodies of the person, with what others opened to those. */
async function readHome(visit: AccountVisit, steps: readonly NextStep[], handed: Handed): Promise<Answer> {
  const toDo = ({ text, href }: Step) => ({ text: text(visit.words), path: href });
  const organisations = (await homeEntries(visit, steps, handed)).map(({ organisation, roles, next, tasks, shared, opened }) => ({
    ...saidBody(organisation), roles: [...roles], opened: opened.map(saidBody), next: next ? toDo(next) : null, tasks: tasks.map(toDo), shared: shared.map(toDo),
  }));
  return json(shapes.home, { organisations });
}

/** The bodies of the person, each with what is to be done there, read in its own scope. */
async function homeEntries({ tx, visitor, today }: AccountVisit, steps: readonly NextStep[], { tasks: tasksOf, shared: sharedWith }: Handed): Promise<HomeEntry[]> {
  const entries: HomeEntry[] = [];
  for (const held of Map.groupBy(visitor.memberships, ({ organisation }) => organisation.id).values()) {
    const [first] = held;
    if (!first) continue;
    const { organisation, personId } = first;
    const roles = held.map(({ role }) => role);
    await enterScope(tx, { is: 'own', orgId: organisation.id, personId, day: today });
    const next = await firstStep(steps, { tx, organisation, roles, today });
    const tasks = await tasksOf({ tx, organisation, personId, roles, today });
    await enterScope(tx, { is: 'grant', orgId: organisation.id, personId, day: today });
    entries.push({ organisation, roles, next, tasks, shared: await sharedWith(tx, today, roles), opened: roles.includes('adviser') ? await openedToUs(tx) : [] });
  }
  return entries;
}

async function firstStep(steps: readonly NextStep[], ask: Parameters<NextStep>[0]): Promise<Step | undefined> {
  for (const step of steps) {
    const found = await step(ask);
    if (found) return found;
  }
  return undefined;
}

/** A body that assesses itself needs somebody who leads. */
const inviteLead: NextStep = async ({ tx, organisation, roles, today }) => {
  if (!roles.includes('administrator') || organisation.kind === 'home_office') return undefined;
  const leads = (await rolesOfPeople(tx, organisation.id)).filter(({ role, toDay }) => role === 'prevent_lead' && toDay > today);
  return leads.length > 0 ? undefined : { text: (words) => words.organisations.home.inviteLead, href: paths.invitations(organisation.shortName) };
};
