import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { yearContaining } from '../../kernel/year.ts';
import { json, redirect, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { actionPlanAccess } from '../action-plan/index.ts';
import { dayIn } from '../organisations/index.ts';
import { access } from './access.ts';
import { saidNumbers, shapes } from './api.ts';
import { answered } from './opened.tsx';
import { IncidentsPage } from './pages/incidents.tsx';
import { NumbersPage } from './pages/numbers.tsx';
import { paths } from './paths.ts';
import { numbersBy, numbersOf, yearsOf } from './rules-numbers.ts';
import { incidentFrom } from './rules-sites.ts';
import { addIncident, incidentsOf, sitesOf } from './sites-store.ts';
import { bookingsOf, countedOf } from './store.ts';

export const showIncidents = (visit: MemberVisit): Promise<Answer> => incidentsPage(visit, []);

export async function readIncidents({ tx, organisation }: MemberVisit): Promise<Answer> {
  const incidents = await incidentsOf(tx, organisation.id);
  return json(shapes.incidents, { incidents: incidents.map(({ id, site, bookingId, happenedOn, kind, wronglyAllowed, what, learned }) => ({ id, site, booking: bookingId, happened_on: happenedOn, kind, wrongly_allowed: wronglyAllowed, what, learned })) });
}

export async function recordIncident(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const value = (name: string) => valueOf(form, name);
  const bookings = (await bookingsOf(tx, orgId)).map(({ id, siteId, outcome, overturned }) => ({ id, siteId, allowed: outcome === 'approved' || outcome === 'conditions' || overturned }));
  const incident = incidentFrom(
    { site: value('site'), booking: value('booking'), happened: dayIn(form, 'happened'), kind: value('kind'), wronglyAllowed: value('wrongly_allowed'), what: value('what'), learned: value('learned') },
    (await sitesOf(tx, orgId)).map(({ id }) => id), bookings, today,
  );
  if (!incident.accepted) return incidentsPage(visit, incident.refusals);
  await addIncident(tx, { orgId, id: newId() }, incident.value);
  return redirect(paths.incidents(shortName), 'saved');
}

export async function showNumbers(visit: MemberVisit): Promise<Answer> {
  const { words, organisation } = visit;
  const { year, years, whole, bySite, byDepartment } = await numbersIn(visit);
  return answered(visit, words.venueHire.numbers.title(organisation.name), <NumbersPage words={words} org={organisation.shortName} year={year} years={years} whole={whole} bySite={bySite} byDepartment={byDepartment} />, []);
}

export async function readNumbers(visit: MemberVisit): Promise<Answer> {
  const { year, whole, bySite, byDepartment } = await numbersIn(visit);
  const { part: _, ...all } = saidNumbers(whole);
  return json(shapes.numbers, { year, whole: all, by_site: bySite.map(saidNumbers), by_department: byDepartment.map(saidNumbers) });
}

async function numbersIn({ tx, organisation, query, today }: MemberVisit) {
  const counted = await countedOf(tx, organisation.id);
  const years = yearsOf(counted, today);
  const year = years.find((one) => one === valueOf(query, 'year')) ?? yearContaining(today);
  const ofYear = counted.filter(({ receivedOn }) => yearContaining(receivedOn) === year);
  return { year, years, whole: numbersOf(ofYear, today), bySite: numbersBy(ofYear, 'site', today), byDepartment: numbersBy(ofYear, 'department', today) };
}

async function incidentsPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, permit } = visit;
  const mayWrite = holds(permit, ...access.write.own);
  const body = (
    <IncidentsPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} incidents={await incidentsOf(tx, organisation.id)} mayWrite={mayWrite} mayPlan={holds(permit, ...actionPlanAccess.write.own)}
      sites={mayWrite ? await sitesOf(tx, organisation.id) : []} bookings={mayWrite ? await bookingsOf(tx, organisation.id) : []} />
  );
  return answered(visit, words.venueHire.incidents.title(organisation.name), body, refusals);
}
