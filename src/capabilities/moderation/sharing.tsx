import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { access } from './access.ts';
import { saidReplying, shapes } from './api.ts';
import type { Findings } from './findings.ts';
import { breadcrumbsOf, movedOnPage, withOwnFindings, withYear, writtenMoment, type Opened, type OpenedYear } from './opened.tsx';
import { ClosingPage } from './pages/closing.tsx';
import { PublicationForm } from './pages/forms.tsx';
import { NotSharedPage, Replies, ReplyPage, SharedPage } from './pages/sharing.tsx';
import { paths } from './paths.ts';
import { shownOf } from './publication.ts';
import { mayShare } from './rules.ts';
import { partName, replyFrom, type ReplyForm } from './rules-reply.ts';
import { selfRatingsOf } from './self-ratings.ts';
import { sharedText, type Shared } from './shared.ts';
import { lastShared, repliesTo, sendReplies, sharedAnew, shareFindings } from './sharing-store.ts';
import { findingsOf } from './store.ts';

export async function showSharing(visit: MemberVisit): Promise<Answer> {
  return withOwnFindings(visit, async (about) => page(visit.words.moderation.sharing.title, await sharingBody(about), { breadcrumbs: breadcrumbsOf(visit, about.year) }));
}

export async function share(visit: MemberVisit): Promise<Answer> {
  return withOwnFindings(visit, async (about) => {
    const { words, tx, organisation, form, newId, now } = visit;
    const { edition, findings, year } = about;
    const allowed = mayShare(edition, findings);
    if (!allowed.accepted) return refusedPage(words.moderation.sharing.title, await sharingBody(about), allowed.refusals, { breadcrumbs: breadcrumbsOf(visit, year) });
    const frozen = sharedText(findings, { organisation, year, edition, now });
    const seen = { orgId: organisation.id, id: findings.id, version: findings.version };
    const shared = findings.version === versionOf(form) && await shareFindings(tx, seen, { id: newId(), findings, frozen });
    return shared ? redirect(paths.findings(organisation.shortName, year), 'findingsShared') : movedOnPage(about);
  });
}

async function sharingBody(about: Opened) {
  const { visit: { words, organisation, seal }, edition, findings, year } = about;
  const allowed = mayShare(edition, findings);
  const said = words.moderation.sharing;
  return (
    <ClosingPage words={words} said={said} missing={allowed.accepted ? [] : allowed.refusals} outcomePath={(code) => paths.outcome(organisation.shortName, year, code)}
      edition={edition} findings={findings} selfRatings={await selfRatingsOf(about)} provenance={undefined}>
      <PublicationForm words={words} said={said} action={paths.sharing(organisation.shortName, year)} seal={seal} version={findings.version} fields={undefined} />
    </ClosingPage>
  );
}

/** What the body sees of findings that its adviser records and has not published: the draft that was shared last, or none. */
export async function showShared(about: OpenedYear, findings: Findings): Promise<Answer> {
  const { visit, year, edition } = about;
  const { tx, words, organisation, permit } = visit;
  const title = words.moderation.findings.title(organisation.name, year);
  const shared = await lastShared(tx, organisation.id, findings.id);
  if (!shared) return page(title, <NotSharedPage words={words} title={title} />, { breadcrumbs: breadcrumbsOf(visit, year) });
  const replies = await repliesTo(tx, organisation.id, shared.id);
  const replyPath = replies.length === 0 && holds(permit, ...access.reply.own) ? paths.reply(organisation.shortName, year) : undefined;
  return page(title, (
    <SharedPage words={words} title={title} edition={edition} findings={shownOf(shared.findings)} selfRatings={await selfRatingsOf(about)} sharedOn={writtenMoment(words, shared.sharedAt)} replies={replies} replyPath={replyPath} />
  ), { breadcrumbs: breadcrumbsOf(visit, year) });
}

/** For the adviser, and for everybody once it is published: what was shared last, and what the body replied to it. */
export async function correspondence({ visit: { tx, words, organisation } }: OpenedYear, findings: Findings) {
  const shared = findings.origin === 'recorded' ? await lastShared(tx, organisation.id, findings.id) : undefined;
  if (!shared) return undefined;
  return <Replies words={words} sharedOn={writtenMoment(words, shared.sharedAt)} recommendations={shownOf(shared.findings).recommendations} replies={await repliesTo(tx, organisation.id, shared.id)} />;
}

export async function showReply(visit: MemberVisit): Promise<Answer> {
  return withShared(visit, async (about) => page(visit.words.moderation.reply.title, replyBody(about, emptyReply(about.shared), []), { breadcrumbs: breadcrumbsOf(visit, about.year) }));
}

/** What a reply is to: with it a program knows the fields of the form. */
export async function readReplying(visit: MemberVisit): Promise<Answer> {
  return withShared(visit, async ({ shared }) => json(shapes.replying, saidReplying(shared)));
}

export async function reply(visit: MemberVisit): Promise<Answer> {
  return withShared(visit, async (about) => {
    const { tx, words, organisation, form, newId } = visit;
    const { shared, findings, year } = about;
    const fields = { marking: valueOf(form, 'marking'), parts: emptyReply(shared).parts.map((part) => ({ ...part, stance: valueOf(form, `stance-${partName(part)}`), text: valueOf(form, `text-${partName(part)}`) })) };
    const replies = replyFrom(fields);
    if (!replies.accepted) return refusedPage(words.moderation.reply.title, replyBody(about, fields, replies.refusals), replies.refusals, { breadcrumbs: breadcrumbsOf(visit, year) });
    if (valueOf(form, 'shared') !== shared.id) return movedOnPage(about, words.moderation.reply.sharedAnew);
    try {
      const sent = await sendReplies(tx, { orgId: organisation.id, moderationId: findings.id, sharedId: shared.id }, replies.value.map((one) => ({ ...one, id: newId() })));
      return sent ? redirect(paths.findings(organisation.shortName, year), 'replySent') : movedOnPage(about, words.moderation.reply.sentBefore);
    } catch (error) {
      if (sqlStateOf(error) === sharedAnew) return movedOnPage(about, words.moderation.reply.sharedAnew);
      throw error;
    }
  });
}

type OpenedShared = Opened & { readonly shared: Shared };

/** The draft that waits for the body's reply; otherwise the page that says why there is none. */
async function withShared(visit: MemberVisit, work: (about: OpenedShared) => Promise<Answer>): Promise<Answer> {
  return withYear(visit, async (about) => {
    const { tx, words: { moderation: said }, organisation } = visit;
    const findings = await findingsOf(tx, organisation.id, about.assessment.id);
    const shared = findings && await lastShared(tx, organisation.id, findings.id);
    if (!findings || !shared) return notFoundPage(said.reply.nothing.title, <><h1 class="govuk-heading-l">{said.reply.nothing.title}</h1><p class="govuk-body">{said.reply.nothing.sentence}</p></>);
    if (findings.publishedAt) return conflictPage(said.held.published.title, <><h1 class="govuk-heading-l">{said.held.published.title}</h1><p class="govuk-body">{said.held.published.sentence}</p></>);
    return work({ ...about, findings, shared });
  });
}

function emptyReply({ findings: { recommendations } }: Shared): ReplyForm {
  return { marking: 'OFFICIAL', parts: [...recommendations.map(({ id }) => ({ recommendationId: id, stance: '', text: '' })), { recommendationId: null, stance: '', text: '' }] };
}

function replyBody({ visit: { words, organisation, seal }, shared, year }: OpenedShared, fields: ReplyForm, refusals: readonly Refusal[]) {
  return <ReplyPage words={words} action={paths.reply(organisation.shortName, year)} seal={seal} sharedId={shared.id} recommendations={shownOf(shared.findings).recommendations} fields={fields} refusals={refusals} />;
}
