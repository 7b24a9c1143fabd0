import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, redirect, valueOf, type Answer, type Form, type MemberVisit } from '../../platform/route.ts';
import { dayIn, departmentsOf } from '../organisations/index.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import { answered, missing, movedOn, versionIn } from './opened.tsx';
import { SiteFormPage, SitesPage } from './pages/sites.tsx';
import { paths } from './paths.ts';
import { refusal } from './rules.ts';
import { gapsOf, siteFrom, type SiteForm } from './rules-sites.ts';
import { addSite, changeSite, policiesOf, sitesOf, type PolicyLine, type Site } from './sites-store.ts';

export async function showSites(visit: MemberVisit): Promise<Answer> {
  const { words, organisation, permit } = visit;
  const sites = await sitesSeen(visit);
  return answered(visit, words.venueHire.sites.title(organisation.name), <SitesPage words={words} org={organisation.shortName} sites={sites} mayWrite={holds(permit, ...access.write.own)} />, []);
}

export async function readSites(visit: MemberVisit): Promise<Answer> {
  return json(shapes.sites, { sites: (await sitesSeen(visit)).map(saidSite) });
}

export const showNewSite = (visit: MemberVisit): Promise<Answer> => sitePage(visit, undefined, visit.form, []);

export async function addOne(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation: { id: orgId, shortName }, newId } = visit;
  const site = await siteIn(visit);
  if (!site.accepted) return sitePage(visit, undefined, visit.form, site.refusals);
  const added = await addSite(tx, { orgId, id: newId() }, site.value);
  return added ? redirect(paths.sites(shortName), 'saved') : sitePage(visit, undefined, visit.form, [refusal('title', 'knownTitle')]);
}

export const showSite = (visit: MemberVisit): Promise<Answer> => withSite(visit, (site) => sitePage(visit, site, formOf(site), []));

export const readSite = (visit: MemberVisit): Promise<Answer> => withSite(visit, async (site) => json(shapes.site, saidSite(site)));

export const changeOne = (visit: MemberVisit): Promise<Answer> => withSite(visit, async (now) => {
  const { tx, organisation: { id: orgId, shortName } } = visit;
  const site = await siteIn(visit);
  if (!site.accepted) return sitePage(visit, now, visit.form, site.refusals);
  if ((await sitesOf(tx, orgId)).some(({ id, title }) => id !== now.id && title === site.value.title)) return sitePage(visit, now, visit.form, [refusal('title', 'knownTitle')]);
  const saved = await changeSite(tx, { orgId, id: now.id, version: versionIn(visit) }, site.value);
  return saved ? redirect(paths.sites(shortName), 'saved') : movedOn(visit, paths.site(shortName, now.id));
});

export type SiteSeen = Site & { readonly policy: PolicyLine | undefined; readonly gaps: ReturnType<typeof gapsOf> };

export async function sitesSeen({ tx, organisation, today }: Pick<MemberVisit, 'tx' | 'today'> & { readonly organisation: Pick<MemberVisit['organisation'], 'id'> }): Promise<SiteSeen[]> {
  const policies = await policiesOf(tx, organisation.id);
  return (await sitesOf(tx, organisation.id)).map((site) => {
    const policy = policies.find(({ id }) => id === site.policyId);
    return { ...site, policy, gaps: gapsOf(site, policy, today) };
  });
}

function saidSite({ id, version, title, held, department, policy, capacity, largeFrom, staff, staffTrained, itFiltering, itReviewOn, wifiFiltering, wifiReviewOn, gaps }: SiteSeen) {
  return {
    id, version, title, held, department, policy: policy?.title ?? null, capacity, large_from: largeFrom, staff, staff_trained: staffTrained,
    it_filtering: itFiltering, it_review_on: itReviewOn, wifi_filtering: wifiFiltering, wifi_review_on: wifiReviewOn, gaps,
  };
}

async function withSite(visit: MemberVisit, work: (site: SiteSeen) => Promise<Answer>): Promise<Answer> {
  const id = visit.params['site'] ?? '';
  const site = isId(id) ? (await sitesSeen(visit)).find((one) => one.id === id) : undefined;
  return site ? work(site) : missing(visit);
}

async function sitePage(visit: MemberVisit, site: Site | undefined, form: Form, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation } = visit;
  const body = (
    <SiteFormPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} site={site} departments={await departmentsOf(tx, organisation.id)} policies={await policiesOf(tx, organisation.id)} />
  );
  const said = words.venueHire.sites;
  return answered(visit, site ? said.changeTitle(site.title, organisation.name) : said.formTitle(organisation.name), body, refusals);
}

async function siteIn({ tx, form, organisation: { id: orgId } }: MemberVisit) {
  const value = (name: string) => valueOf(form, name);
  const filled: SiteForm = {
    title: value('title'), held: value('held'), department: value('department'), policy: value('policy'), capacity: value('capacity'), largeFrom: value('large_from'), staff: value('staff'), staffTrained: value('staff_trained'),
    itFiltering: value('it_filtering'), itReview: dayIn(form, 'it_review'), wifiFiltering: value('wifi_filtering'), wifiReview: dayIn(form, 'wifi_review'),
  };
  return siteFrom(filled, (await departmentsOf(tx, orgId)).map(({ id }) => id), (await policiesOf(tx, orgId)).map(({ id }) => id));
}

function formOf({ title, held, departmentId, policyId, capacity, largeFrom, staff, staffTrained, itFiltering, itReviewOn, wifiFiltering, wifiReviewOn }: Site): Form {
  const day = (name: string, on: string | null) => (on === null ? {} : Object.fromEntries(on.split('-').map((part, at) => [`${name}-${['year', 'month', 'day'][at] ?? ''}`, part.replace(/^0+/, '')])));
  return {
    title, held, department: departmentId ?? '', policy: policyId ?? '', capacity: String(capacity), large_from: String(largeFrom), staff: String(staff), staff_trained: String(staffTrained),
    it_filtering: itFiltering, wifi_filtering: wifiFiltering, ...day('it_review', itReviewOn), ...day('wifi_review', wifiReviewOn),
  };
}
