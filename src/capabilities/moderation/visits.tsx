import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { noDate } from '../evidence/index.ts';
import { breadcrumbsOf, noSuchPart, withYear, writtenMoment, type OpenedYear } from './opened.tsx';
import { VisitsPage } from './pages/visits.tsx';
import { paths } from './paths.ts';
import { visitFrom, type VisitForm } from './rules-visit.ts';
import { addVisit, shareVisit, visitsTo } from './visits-store.ts';

const empty: VisitForm = { contact: '', dated: noDate, byRole: '', text: '', marking: 'OFFICIAL' };

export async function showVisits(visit: MemberVisit): Promise<Answer> {
  return withYear(visit, async (about) => page(visit.words.moderation.visits.title, await bodyOf(about, empty, []), { breadcrumbs: breadcrumbsOf(visit, about.year) }));
}

export async function noteVisit(visit: MemberVisit): Promise<Answer> {
  return withYear(visit, async (about) => {
    const { tx, words, organisation, permit, form, today, newId } = visit;
    const value = (name: string) => valueOf(form, name);
    const fields = { contact: value('contact'), dated: { day: value('dated-day'), month: value('dated-month'), year: value('dated-year') }, byRole: value('role'), text: value('text'), marking: value('marking') };
    const note = visitFrom(fields, today);
    if (!note.accepted) return refusedPage(words.moderation.visits.title, await bodyOf(about, fields, note.refusals), note.refusals, { breadcrumbs: breadcrumbsOf(visit, about.year) });
    await addVisit(tx, { ...note.value, orgId: permit.orgId, id: newId(), aboutOrgId: organisation.id, year: about.year });
    return redirect(paths.visits(organisation.shortName, about.year), 'saved');
  });
}

export async function shareNote(visit: MemberVisit): Promise<Answer> {
  return withYear(visit, async (about) => {
    const { tx, organisation, permit, params, now } = visit;
    const id = params['id'] ?? '';
    const shared = isId(id) && await shareVisit(tx, { orgId: permit.orgId, id, aboutOrgId: organisation.id, now });
    return shared ? redirect(paths.visits(organisation.shortName, about.year), 'noteShared') : noSuchPart(visit);
  });
}

async function bodyOf({ visit, year }: OpenedYear, fields: VisitForm, refusals: readonly Refusal[]) {
  const { tx, words, organisation, permit, seal } = visit;
  const org = organisation.shortName;
  const writing = permit.scope === 'grant' ? { seal, action: paths.visits(org, year), sharePath: (id: string) => paths.visitSharing(org, year, id), fields, refusals } : undefined;
  return <VisitsPage words={words} organisation={organisation.name} notes={await visitsTo(tx, organisation.id, year)} written={(moment) => writtenMoment(words, moment)} writing={writing} />;
}
