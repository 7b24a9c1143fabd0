import { holds } from '../../kernel/access.ts';
import { isId, type Id } from '../../kernel/id.ts';
import { conflictPage, notFoundPage, valueOf, type Answer, type Form, type MemberVisit, type Page } from '../../platform/route.ts';
import { assessmentPaths, assessmentsOf } from '../assessment/index.ts';
import type { DraftDate } from '../evidence/index.ts';
import { benchmarkOf, editionById, listEditions, type PublishedEdition } from '../frameworks/index.ts';
import { access } from './access.ts';
import { paths } from './paths.ts';
import type { Origin } from './rules.ts';
import { actionOf, type Action } from './store.ts';

/** How a capability tells of a record that an action came from; the site hands in those of capabilities that stand elsewhere. */
export type OriginReader = { readonly origin: Origin; readonly find: (visit: MemberVisit, id: Id) => Promise<{ readonly text: string; readonly href: string } | undefined> };

export type PlanOptions = { readonly origins: readonly OriginReader[]; readonly demonstration: boolean };

/** The action that the address names, if the scope may read it. */
export async function withAction(visit: MemberVisit, work: (action: Action) => Promise<Answer> | Answer): Promise<Answer> {
  const { tx, organisation, params } = visit;
  const id = params['id'] ?? '';
  const action = isId(id) ? await actionOf(tx, { orgId: organisation.id, id }) : undefined;
  return action ? work(action) : missing(visit);
}

/** The edition whose benchmarks the plan goes by: that of the body's latest assessment, else of the plan itself, else the latest that has benchmarks. */
export async function editionOf({ tx, organisation, permit }: Pick<MemberVisit, 'tx' | 'organisation'> & { readonly permit: Pick<MemberVisit['permit'], 'scope'> }, used: readonly (Id | null)[] = []): Promise<PublishedEdition | undefined> {
  const assessed = permit.scope === 'own' ? (await assessmentsOf(tx, organisation.id)).map(({ editionId }) => editionId) : [];
  const own = await latestOf(assessed) ?? await latestOf(used.filter((id) => id !== null));
  return own ?? latestOf((await listEditions(tx)).map(({ id }) => id));

  /** Editions are kept in memory once read, so the loop asks the database for new ones only. */
  async function latestOf(ids: readonly Id[]): Promise<PublishedEdition | undefined> {
    const editions: PublishedEdition[] = [];
    for (const id of new Set(ids)) editions.push(await editionById(tx, id));
    return editions.filter(({ benchmarks }) => benchmarks.length > 0).toSorted((a, b) => (a.year < b.year ? -1 : 1)).at(-1);
  }
}

/** A benchmark as the plan names it; its code where the edition has none of it any more. */
export function benchmarkSaid({ words }: Pick<MemberVisit, 'words'>, edition: PublishedEdition | undefined, code: string): string {
  const benchmark = edition && benchmarkOf(edition, code);
  return benchmark ? words.actionPlan.benchmark(benchmark.number, benchmark.title.en) : code;
}

export function mayWrite({ permit }: MemberVisit): boolean {
  return permit.scope === 'own' && holds(permit, ...access.write.own);
}

export function dateIn(form: Form, prefix: string): DraftDate {
  return { day: valueOf(form, `${prefix}-day`), month: valueOf(form, `${prefix}-month`), year: valueOf(form, `${prefix}-year`) };
}

export function versionIn(form: Form): number | undefined {
  const written = valueOf(form, 'version');
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

export function missing({ words }: MemberVisit): Answer {
  const said = words.actionPlan.missing;
  return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
}

/** Reads nothing: after the database's refusal the transaction answers nothing more. */
export function movedOn(visit: MemberVisit, href: string): Answer {
  const said = visit.words.actionPlan.conflict;
  return conflictPage(said.title, (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={href}>{said.link}</a></p>
    </>
  ), trailOf(visit, true));
}

/** A body that came by a grant does not see the other's own pages, so its way begins with the plan. */
export function trailOf({ organisation, permit, words }: MemberVisit, below = false): Pick<Page, 'breadcrumbs'> {
  const org = organisation.shortName;
  const home = permit.scope === 'grant' ? [] : [{ text: organisation.name, href: assessmentPaths.organisation(org) }];
  return { breadcrumbs: below ? [...home, { text: words.actionPlan.link, href: paths.plan(org) }] : home };
}
