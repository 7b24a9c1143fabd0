import type { Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { page, type Answer, type MemberVisit, type Page } from '../../platform/route.ts';
import type { Id } from '../../kernel/id.ts';
import { assessmentPaths, type Link } from '../assessment/index.ts';
import { publicationsOf, type Publication } from '../moderation/index.ts';
import { ListPage, shortened, type Line } from './pages/list.tsx';
import { paths } from './paths.ts';
import { untouched, type Status } from './rules.ts';
import { ownersOf, statusesOf } from './store.ts';

export type Recommendation = Publication['recommendations'][number] & { readonly year: string; readonly edition: string; readonly status: Status };

/** Every published recommendation of a body, the newest year first, with how it stands: two statements, whoever may read them. */
export async function recommendationsOf(tx: Transaction, orgId: Id): Promise<Recommendation[]> {
  const statuses = await statusesOf(tx, orgId);
  return (await publicationsOf(tx, orgId)).flatMap(({ year, edition, recommendations }) => recommendations.map((one) => ({ ...one, year, edition: edition.short_name, status: statuses.get(one.id) ?? untouched })));
}

export async function showList(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, permit, today } = visit;
  const own = permit.scope === 'own';
  const owners = own ? await ownersOf(tx, organisation.id) : new Map<string, string>();
  const lines = (await recommendationsOf(tx, organisation.id)).map(({ id, text, year, marking, status }): Line => ({ id, text, year, marking, status, owner: owners.get(id) || undefined }));
  const body = <ListPage words={words} org={organisation.shortName} organisation={organisation.name} today={today} lines={lines} own={own} />;
  return page(words.recommendations.list.title(organisation.name), body, { breadcrumbs: breadcrumbsOf(visit) });
}

/** What a year's assessment begins with: the body's own recommendations of earlier years that are not closed. */
export async function stillOpen({ tx, organisation, permit }: MemberVisit, year: Year): Promise<readonly Link[]> {
  if (permit.scope !== 'own') return [];
  return (await recommendationsOf(tx, organisation.id)).filter((one) => one.year < year && one.status.state !== 'closed')
    .map(({ id, text }) => ({ text: shortened(text), href: paths.item(organisation.shortName, id) }));
}

export function breadcrumbsOf({ organisation, permit, words }: MemberVisit, below = false): NonNullable<Page['breadcrumbs']> {
  const org = organisation.shortName;
  const home = permit.scope === 'grant' ? [] : [{ text: organisation.name, href: assessmentPaths.organisation(org) }];
  return below ? [...home, { text: words.recommendations.link, href: paths.list(org) }] : home;
}
