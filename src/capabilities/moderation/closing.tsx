import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { breadcrumbsOf, movedOnPage, withOwnFindings, type Opened } from './opened.tsx';
import { ClosingPage } from './pages/closing.tsx';
import { CheckForm, PublicationForm } from './pages/forms.tsx';
import { paths } from './paths.ts';
import { freeze, frozenText } from './publication.ts';
import { provenanceOf } from './reading.tsx';
import { mayCheck, mayPublish } from './rules.ts';
import { selfRatingsOf } from './self-ratings.ts';
import { checkFindings, publishFindings } from './store.ts';

export async function showCheck(visit: MemberVisit): Promise<Answer> {
  return withOwnFindings(visit, async (about) => page(visit.words.moderation.check.title, await checkBody(about, []), trailOf(about)));
}

export async function check(visit: MemberVisit): Promise<Answer> {
  return withOwnFindings(visit, async (about) => {
    const { words, tx, organisation, form, permit, now } = visit;
    const allowed = mayCheck(about.edition, about.findings, permit.personId);
    const compared: readonly Refusal[] = valueOf(form, 'compared') === 'yes' ? [] : [{ field: 'compared', say: ({ moderation }) => moderation.refusals.notCompared }];
    const refusals = allowed.accepted ? compared : allowed.refusals;
    if (refusals.length > 0) return refusedPage(words.moderation.check.title, await checkBody(about, refusals), refusals, trailOf(about));
    const checked = await checkFindings(tx, { orgId: organisation.id, id: about.findings.id, version: versionOf(form) }, now);
    return checked ? redirect(paths.findings(organisation.shortName, about.year), 'findingsChecked') : movedOnPage(about);
  });
}

async function checkBody(about: Opened, refusals: readonly Refusal[]) {
  const { visit, edition, findings, year } = about;
  const allowed = mayCheck(edition, findings, visit.permit.personId);
  const form = <CheckForm words={visit.words} action={paths.check(visit.organisation.shortName, year)} seal={visit.seal} version={findings.version} fields={undefined} refusals={refusals} />;
  return closingPage(about, visit.words.moderation.check, allowed.accepted ? [] : allowed.refusals, form);
}

export async function showPublication(visit: MemberVisit): Promise<Answer> {
  return withOwnFindings(visit, async (about) => page(visit.words.moderation.publication.title, await publicationBody(about), trailOf(about)));
}

export async function publish(visit: MemberVisit): Promise<Answer> {
  return withOwnFindings(visit, async (about) => {
    const { words, tx, organisation, form, newId, now } = visit;
    const { edition, findings, year } = about;
    const allowed = mayPublish(edition, findings);
    if (!allowed.accepted) return refusedPage(words.moderation.publication.title, await publicationBody(about), allowed.refusals, trailOf(about));
    const frozen = frozenText(freeze(findings, { organisation, year, edition, now }));
    const published = findings.version === versionOf(form) && await publishFindings(tx, { orgId: organisation.id, id: findings.id, version: findings.version }, { id: newId(), year, findings, frozen, now });
    return published ? redirect(paths.findings(organisation.shortName, year), 'findingsPublished') : movedOnPage(about);
  });
}

async function publicationBody(about: Opened) {
  const { visit, edition, findings, year } = about;
  const allowed = mayPublish(edition, findings);
  const form = <PublicationForm words={visit.words} said={visit.words.moderation.publication} action={paths.publication(visit.organisation.shortName, year)} seal={visit.seal} version={findings.version} fields={undefined} />;
  return closingPage(about, visit.words.moderation.publication, allowed.accepted ? [] : allowed.refusals, form);
}

async function closingPage(about: Opened, said: { title: string; intro: string; notYet: string }, missing: readonly Refusal[], form: ComponentChildren) {
  const { visit, year, edition, findings } = about;
  return (
    <ClosingPage words={visit.words} said={said} missing={missing} outcomePath={(code) => paths.outcome(visit.organisation.shortName, year, code)} edition={edition} findings={findings} selfRatings={await selfRatingsOf(about)} provenance={await provenanceOf(visit, findings)}>
      {form}
    </ClosingPage>
  );
}

function trailOf({ visit, year }: Opened) {
  return { breadcrumbs: breadcrumbsOf(visit, year) };
}
