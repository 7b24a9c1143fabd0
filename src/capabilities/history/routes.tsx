import { isId } from '../../kernel/id.ts';
import { notFoundPage, page, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { HistoryPage } from './pages/history.tsx';
import { patterns, paths } from './paths.ts';
import { eventsOnAPage, historyOf } from './store.ts';

export function historyRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.organisation, access: access.read, handle: showOrganisation },
    { method: 'GET', path: patterns.record, access: access.read, handle: showRecord },
  );
}

async function showOrganisation({ tx, organisation, query, words }: MemberVisit): Promise<Answer> {
  const before = Number.parseInt(valueOf(query, 'before'), 10);
  const events = await historyOf(tx, organisation.id, Number.isSafeInteger(before) ? { before } : {});
  const oldest = events.at(-1)?.seq;
  const older = events.length === eventsOnAPage && oldest !== undefined ? paths.organisation(organisation.shortName, oldest) : undefined;
  const title = words.history.ofOrganisation(organisation.name);
  return page(title, <HistoryPage words={words} title={title} organisation={organisation} events={events} older={older} linkRecords />, { breadcrumbs: [crumb(organisation)] });
}

async function showRecord({ tx, organisation, params, words }: MemberVisit): Promise<Answer> {
  const { kind = '', id = '' } = params;
  const events = isId(id) ? await historyOf(tx, organisation.id, { record: { kind, id } }) : [];
  if (events.length === 0) return notFoundPage(words.history.none.title, <p class="govuk-body">{words.history.none.sentence}</p>);
  const title = words.history.ofRecord(words.history.kind(kind));
  return page(title, <HistoryPage words={words} title={title} organisation={organisation} events={events} older={undefined} linkRecords={false} />,
    { breadcrumbs: [crumb(organisation), { text: words.history.ofOrganisation(organisation.name), href: paths.organisation(organisation.shortName) }] });
}

function crumb({ name, shortName }: MemberVisit['organisation']) {
  return { text: name, href: `/organisations/${shortName}` };
}
