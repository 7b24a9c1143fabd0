import { holds } from '../../kernel/access.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import { enterScope } from '../../platform/database.ts';
import { json, page, type Answer, type MemberVisit } from '../../platform/route.ts';
import { evidencePaths } from '../evidence/index.ts';
import { editionNamed } from '../frameworks/index.ts';
import { historyFor } from '../history/index.ts';
import { saidQueue, shapes } from './api.ts';
import type { Findings } from './findings.ts';
import { breadcrumbsOf, noYear, withYear, writtenMoment, type OpenedYear } from './opened.tsx';
import { AdvisingPage } from './pages/advising.tsx';
import { FindingsPage, NotBegunPage, NothingPublishedPage, type Provenance, type Writing } from './pages/findings.tsx';
import { paths } from './paths.ts';
import { shownOf, type Publication } from './publication.ts';
import { queueFilterFrom, type QueueFilter } from './queue.ts';
import { adviserQueue } from './queue-store.ts';
import { heldBack } from './rules.ts';
import { letterLinks } from './writing-letter.tsx';
import { selfRatingsInYear, selfRatingsOf } from './self-ratings.ts';
import { correspondence, showShared } from './sharing.tsx';
import { findingsOf, nameOf, publicationOf } from './store.ts';

/** The findings of a year: drafts and all for the body and its adviser, what was published for bodies above. */
export async function showFindings(visit: MemberVisit): Promise<Answer> {
  if (visit.permit.scope === 'tree') return showToBodyAbove(visit);
  return withYear(visit, async (about) => {
    const findings = await findingsOf(visit.tx, visit.organisation.id, about.assessment.id);
    return findings ? showToBodyOrAdviser(about, findings) : showNotBegun(about);
  });
}

async function showToBodyOrAdviser(about: OpenedYear, findings: Findings): Promise<Answer> {
  const { visit, year, edition } = about;
  const { words, organisation, permit } = visit;
  if (permit.scope === 'own' && findings.origin === 'recorded' && !findings.publishedAt) return showShared(about, findings);
  const why = heldBack(findings, permit.scope);
  const provenance = await provenanceOf(visit, findings);
  return page(words.moderation.findings.title(organisation.name, year), (
    <FindingsPage words={words} organisation={organisation.name} year={year} edition={edition} findings={findings} provenance={provenance}
      selfRatings={await selfRatingsOf(about)} writing={why ? undefined : writingOf(visit, year, findings)}
      otherHand={why === 'other hand' ? words.moderation.findings.otherHand[findings.origin] : undefined} history={historyFor(visit, 'moderation', findings.id)}
      correspondence={<>{await correspondence(about, findings)}{letterLinks(about, findings)}<VisitsLink visit={visit} year={year} /></>} />
  ), { breadcrumbs: breadcrumbsOf(visit, year) });
}

function VisitsLink({ visit: { words, organisation }, year }: Pick<OpenedYear, 'visit' | 'year'>) {
  return <p class="govuk-body"><a class="govuk-link" href={paths.visits(organisation.shortName, year)}>{words.moderation.visits.title}</a></p>;
}

/** Where findings come from, as this reader may see it: the letter's name only with the evidence, the checker's name within the body. */
export async function provenanceOf(visit: MemberVisit, { origin, letter, checkedAt, checkedBy, publishedAt }: Findings): Promise<Provenance> {
  const { tx, words, organisation, permit } = visit;
  const said = words.moderation.findings;
  const letterHref = letter && permit.scope === 'own' ? evidencePaths.item(organisation.shortName, letter.id) : undefined;
  const checker = checkedBy === null || permit.scope !== 'own' ? undefined : await nameOf(tx, checkedBy);
  const checkedOn = checkedAt && writtenMoment(words, checkedAt);
  return {
    origin,
    letter: letter && (letter.title === null ? { datedOn: letter.datedOn } : { title: letter.title, datedOn: letter.datedOn, href: letterHref }),
    checked: checkedOn ? said.checked(checker ?? said.somebody, checkedOn) : undefined,
    published: publishedAt ? writtenMoment(words, publishedAt) : undefined,
  };
}

/** The links of whoever writes these findings, each by the role that its page asks for. */
function writingOf({ organisation: { shortName }, permit }: MemberVisit, year: Year, { origin, checkedAt }: Findings): Writing {
  const adviser = permit.scope === 'grant';
  const writes = adviser || holds(permit, 'prevent_lead', 'contributor');
  return {
    letterPath: writes && origin === 'transcribed' ? paths.letter(shortName, year) : undefined,
    outcomePath: writes ? (code) => paths.outcome(shortName, year, code) : undefined,
    statementsPath: writes ? (kind) => paths.statements(shortName, year, kind) : undefined,
    checkPath: origin === 'transcribed' && !checkedAt && holds(permit, 'prevent_lead', 'contributor', 'second_reader') ? paths.check(shortName, year) : undefined,
    sharingPath: adviser ? paths.sharing(shortName, year) : undefined,
    publicationPath: adviser || holds(permit, 'prevent_lead') ? paths.publication(shortName, year) : undefined,
  };
}

function showNotBegun({ visit, year }: OpenedYear): Answer {
  const { words, organisation, permit, seal } = visit;
  const begin = permit.scope === 'grant' ? { is: 'record' as const, action: paths.findings(organisation.shortName, year), seal }
    : holds(permit, 'prevent_lead', 'contributor') ? { is: 'transcribe' as const, letterPath: paths.letter(organisation.shortName, year) }
      : { is: 'wait' as const };
  return page(words.moderation.findings.title(organisation.name, year),
    <NotBegunPage words={words} organisation={organisation.name} year={year} begin={begin} />, { breadcrumbs: breadcrumbsOf(visit, year) });
}

async function showToBodyAbove(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, params } = visit;
  const year = yearOf(params['year'] ?? '');
  if (!year) return noYear(visit);
  const published = await publicationOf(tx, organisation.id, year);
  const edition = published && (await editionNamed(tx, published.edition.short_name));
  const title = words.moderation.findings.title(organisation.name, year);
  const body = published && edition
    ? <FindingsPage words={words} organisation={organisation.name} year={year} edition={edition} findings={shownOf(published)} provenance={publishedProvenance(visit, published)}
        selfRatings={await selfRatingsInYear(visit, year)} writing={undefined} otherHand={undefined} history={undefined} />
    : <NothingPublishedPage words={words} organisation={organisation.name} year={year} />;
  return page(title, body, { breadcrumbs: breadcrumbsOf(visit, year) });
}

function publishedProvenance({ words }: MemberVisit, { origin, letter, checked_at: checkedAt, published_at: publishedAt }: Publication): Provenance {
  const said = words.moderation.findings;
  return {
    origin, letter: letter ? { title: letter.title, datedOn: letter.dated_on, href: undefined } : undefined,
    checked: checkedAt === null ? undefined : said.checked(said.somebody, writtenMoment(words, new Date(checkedAt))),
    published: writtenMoment(words, new Date(publishedAt)),
  };
}

/** The adviser's start: every body that opened its assessments to the adviser's own. */
export async function showAdvising(visit: MemberVisit): Promise<Answer> {
  const { words, organisation, query } = visit;
  const filter = queueFilterFrom(query);
  const queue = await queueFor(visit, filter);
  return page(words.moderation.advising.title, <AdvisingPage words={words} org={organisation.shortName} queue={queue} filter={filter} written={(moment) => writtenMoment(words, moment)} />);
}

export async function readAdvising(visit: MemberVisit): Promise<Answer> {
  return json(shapes.queue, saidQueue(await queueFor(visit, queueFilterFrom(visit.query))));
}

async function queueFor({ tx, permit, today }: MemberVisit, filter: QueueFilter) {
  await enterScope(tx, { is: 'grant', orgId: permit.orgId, personId: permit.personId, day: today });
  return adviserQueue(tx, filter);
}
