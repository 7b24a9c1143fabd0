import { isId } from '../../kernel/id.ts';
import type { Outcome, Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, routes, valueOf, versionOf, type Answer, type MemberVisit, type OpenVisit, type Route } from '../../platform/route.ts';
import { organisationNamed } from '../organisations/index.ts';
import { PlainPage, readRecord, toldTo, trailOf, withYear, type OwnYear, type Told } from '../reports/index.ts';
import { access } from './access.ts';
import { forms, saidEverybody, saidRelease, shapes } from './api.ts';
import { EverybodyPage } from './pages/everybody.tsx';
import { ReleasePage } from './pages/release.tsx';
import { patterns, paths } from './paths.ts';
import { releaseOf, type Release } from './release.ts';
import { comparedWithBefore, withdrawalFrom, type Comparison } from './rules.ts';
import { addRelease, enterPublicScope, releasesOf, standingReleases, withdrawRelease } from './store.ts';

/** What a body tells everybody, and how its lead releases and withdraws it. */
export function publishingRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.everybody, data: { shape: shapes.everybody, read: (visit: OpenVisit) => readEverybody(visit) }, access: access.everybody, handle: (visit: OpenVisit) => showEverybody(visit) },
    { method: 'GET', path: patterns.release, data: { shape: shapes.release, read: (visit: MemberVisit) => withYear(visit, read) }, access: access.release, handle: (visit: MemberVisit) => withYear(visit, show) },
    { method: 'POST', path: patterns.release, form: forms.release, access: access.release, handle: (visit: MemberVisit) => withYear(visit, release) },
    { method: 'POST', path: patterns.withdraw, form: forms.withdraw, access: access.release, handle: (visit: MemberVisit) => withYear(visit, withdraw) },
  );
}

/** A body that is not there and a body that has released nothing answer alike. */
async function withReleases({ tx, params, words }: OpenVisit, work: (latest: Release, comparison: Comparison) => Answer): Promise<Answer> {
  await enterPublicScope(tx);
  const organisation = await organisationNamed(tx, params['body'] ?? '');
  const [latest, ...earlier] = organisation ? await standingReleases(tx, organisation.id) : [];
  if (!latest) return notFoundPage(words.publishing.everybody.none404.title, <PlainPage {...words.publishing.everybody.none404} />);
  return work(latest, comparedWithBefore(latest, earlier));
}

function showEverybody(visit: OpenVisit): Promise<Answer> {
  const { words } = visit;
  return withReleases(visit, (latest, comparison) => page(words.publishing.everybody.title(latest.organisation.name), <EverybodyPage words={words} release={latest} comparison={comparison} />));
}

function readEverybody(visit: OpenVisit): Promise<Answer> {
  return withReleases(visit, (latest, comparison) => json(shapes.everybody, saidEverybody(latest, comparison)));
}

async function show(about: OwnYear): Promise<Answer> {
  return page(titleOf(about), await bodyOf(about), trailOf(about));
}

async function read(about: OwnYear): Promise<Answer> {
  const { visit: { tx, words, organisation, today }, assessment } = about;
  const told = await toldToEverybody(about);
  const lines = await releasesOf(tx, organisation.id, assessment.id);
  return json(shapes.release, saidRelease(lines, told.accepted ? { preview: releaseOf(told.value, today) } : { lacks: told.refusals.map(({ say }) => say(words)) }));
}

async function release(about: OwnYear): Promise<Answer> {
  const { visit: { tx, form, organisation, newId, today }, year, assessment } = about;
  const told = await toldToEverybody(about);
  if (!told.accepted) return refused(about, told.refusals);
  if (valueOf(form, 'confirmed') !== 'yes') return refused(about, [{ field: 'confirmed', say: ({ publishing }) => publishing.release.notConfirmed }]);
  const added = await addRelease(tx, { orgId: organisation.id, id: newId(), assessmentId: assessment.id, year }, releaseOf(told.value, today));
  return added ? redirect(paths.release(organisation.shortName, year), 'released') : refused(about, [{ field: '', say: ({ publishing }) => publishing.release.already }]);
}

async function withdraw(about: OwnYear): Promise<Answer> {
  const { visit: { tx, form, organisation, now, words }, year } = about;
  const reason = withdrawalFrom(valueOf(form, 'reason'));
  if (!reason.accepted) return refused(about, reason.refusals);
  const id = valueOf(form, 'release');
  const withdrawn = isId(id) && await withdrawRelease(tx, { orgId: organisation.id, id, version: versionOf(form) }, reason.value, now);
  return withdrawn ? redirect(paths.release(organisation.shortName, year), 'releaseWithdrawn') : conflictPage(titleOf(about), await bodyOf(about, [], words.publishing.release.gone), trailOf(about));
}

async function refused(about: OwnYear, refusals: readonly Refusal[]): Promise<Answer> {
  return refusedPage(titleOf(about), await bodyOf(about, refusals), refusals, trailOf(about));
}

async function toldToEverybody({ visit: { tx, organisation, today }, year }: OwnYear): Promise<Outcome<Told>> {
  const record = await readRecord({ tx, organisation, scope: 'own', today }, year);
  if (!record) throw new Error('a year that was found is not there');
  return record.accepted ? toldTo('public', record.value) : record;
}

async function bodyOf(about: OwnYear, refusals: readonly Refusal[] = [], notice?: string) {
  const { visit: { tx, words, seal, organisation, form, today }, year, assessment } = about;
  const told = await toldToEverybody(about);
  const lines = await releasesOf(tx, organisation.id, assessment.id);
  const ready = told.accepted ? { preview: releaseOf(told.value, today) } : { why: told.refusals.map(({ say }) => say(words)).join(' ') };
  return <ReleasePage words={words} seal={seal} org={organisation.shortName} year={year} lines={lines} ready={ready} refusals={refusals} notice={notice} reason={valueOf(form, 'reason')} />;
}

function titleOf({ visit: { words, organisation }, year }: OwnYear): string {
  return words.publishing.release.title(organisation.name, year);
}
