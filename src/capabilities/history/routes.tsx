import { isId } from '../../kernel/id.ts';
import { json, notFoundPage, page, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { historyQuery, historyShape, saidEvent } from './api.ts';
import { HistoryPage } from './pages/history.tsx';
import { patterns, paths } from './paths.ts';
import { periodRoutes } from './period-routes.tsx';
import { eventsOnAPage, historyOf } from './store.ts';

export function historyRoutes(): readonly Route[] {
  return [...routes(
    { method: 'GET', path: patterns.organisation, data: { shape: historyShape, query: historyQuery, read: tellOrganisation }, access: access.read, handle: showOrganisation },
    { method: 'GET', path: patterns.record, data: { shape: historyShape, query: historyQuery, read: tellRecord }, access: access.read, handle: showRecord },
  ), ...periodRoutes()];
}

async function tellOrganisation(visit: MemberVisit): Promise<Answer> {
  const { events, older } = await readEvents(visit);
  return json(historyShape, { events: events.map(saidEvent), before: older ?? null });
}

async function tellRecord(visit: MemberVisit): Promise<Answer> {
  const { params: { kind = '', id = '' }, words } = visit;
  const { events, older } = isId(id) ? await readEvents(visit, { kind, id }) : { events: [] };
  return events.length === 0 ? notFoundPage(words.history.none.title, null) : json(historyShape, { events: events.map(saidEvent), before: older ?? null });
}

async function showOrganisation(visit: MemberVisit): Promise<Answer> {
  const { organisation, words } = visit;
  return showEvents(visit, {}, words.history.ofOrganisation(organisation.name), (before) => paths.organisation(organisation.shortName, before));
}

async function showRecord(visit: MemberVisit): Promise<Answer> {
  const { organisation, params: { kind = '', id = '' }, words } = visit;
  if (!isId(id)) return notFoundPage(words.history.none.title, <p class="govuk-body">{words.history.none.sentence}</p>);
  return showEvents(visit, { record: { kind, id } }, words.history.ofRecord(words.history.kind(kind)), (before) => paths.record(organisation.shortName, kind, id, before));
}

/** The events that the page shows, and the number before which older ones stand. */
async function readEvents(visit: MemberVisit, record?: { kind: string; id: string }) {
  const before = Number.parseInt(valueOf(visit.query, 'before'), 10);
  const events = await historyOf(visit.tx, visit.organisation.id, { ...(record ? { record } : {}), ...(Number.isSafeInteger(before) ? { before } : {}) });
  return { events, older: events.length === eventsOnAPage ? events.at(-1)?.seq : undefined };
}

async function showEvents(visit: MemberVisit, about: { record?: { kind: string; id: string } }, title: string, pathBefore: (seq: number) => string): Promise<Answer> {
  const { organisation, words } = visit;
  const { events, older: oldest } = await readEvents(visit, about.record);
  if (about.record && events.length === 0) return notFoundPage(words.history.none.title, <p class="govuk-body">{words.history.none.sentence}</p>);
  const older = oldest === undefined ? undefined : pathBefore(oldest);
  const whole = { text: words.history.ofOrganisation(organisation.name), href: paths.organisation(organisation.shortName) };
  return page(title, <HistoryPage words={words} title={title} organisation={organisation} events={events} older={older} shown={about.record?.id} />,
    { breadcrumbs: about.record ? [crumb(organisation), whole] : [crumb(organisation)] });
}

function crumb({ name, shortName }: MemberVisit['organisation']) {
  return { text: name, href: `/organisations/${shortName}` };
}
