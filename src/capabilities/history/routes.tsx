import { isId } from '../../kernel/id.ts';
import { notFoundPage, page, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { HistoryPage } from './pages/history.tsx';
import { KeptPage } from './pages/kept.tsx';
import { patterns, paths } from './paths.ts';
import { disposalsOf, eventsOnAPage, historyOf } from './store.ts';

export function historyRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.organisation, access: access.read, handle: showOrganisation },
    { method: 'GET', path: patterns.record, access: access.read, handle: showRecord },
    { method: 'GET', path: patterns.kept, access: access.read, handle: showKept },
  );
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

async function showKept({ tx, organisation, words }: MemberVisit): Promise<Answer> {
  return page(words.history.kept.title(organisation.name), <KeptPage words={words} disposals={await disposalsOf(tx, organisation.id)} />, { breadcrumbs: [crumb(organisation)] });
}

async function showEvents({ tx, organisation, query, words }: MemberVisit, about: { record?: { kind: string; id: string } }, title: string, pathBefore: (seq: number) => string): Promise<Answer> {
  const before = Number.parseInt(valueOf(query, 'before'), 10);
  const events = await historyOf(tx, organisation.id, { ...about, ...(Number.isSafeInteger(before) ? { before } : {}) });
  if (about.record && events.length === 0) return notFoundPage(words.history.none.title, <p class="govuk-body">{words.history.none.sentence}</p>);
  const oldest = events.at(-1)?.seq;
  const older = events.length === eventsOnAPage && oldest !== undefined ? pathBefore(oldest) : undefined;
  const whole = { text: words.history.ofOrganisation(organisation.name), href: paths.organisation(organisation.shortName) };
  return page(title, <HistoryPage words={words} title={title} organisation={organisation} events={events} older={older} shown={about.record?.id} />,
    { breadcrumbs: about.record ? [crumb(organisation), whole] : [crumb(organisation)] });
}

function crumb({ name, shortName }: MemberVisit['organisation']) {
  return { text: name, href: `/organisations/${shortName}` };
}
