import { dayIn, writtenYear, yearOf, type Year } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { conflictPage, notFoundPage, valueOf, type Answer, type Form, type MemberVisit, type Page } from '../../platform/route.ts';
import { assessmentOf, assessmentPaths, type Assessment } from '../assessment/index.ts';
import { editionById, type PublishedEdition } from '../frameworks/index.ts';
import type { Findings } from './findings.ts';
import { paths } from './paths.ts';
import { heldBack } from './rules.ts';
import { findingsOf, heldStates } from './store.ts';

/** The year's assessment that an address names, with its edition. */
export type OpenedYear = { readonly visit: MemberVisit; readonly year: Year; readonly assessment: Assessment; readonly edition: PublishedEdition };

export type Opened = OpenedYear & { readonly findings: Findings };

export async function withYear(visit: MemberVisit, work: (about: OpenedYear) => Promise<Answer>): Promise<Answer> {
  const { tx, organisation, words, params } = visit;
  const year = yearOf(params['year'] ?? '');
  const assessment = year && (await assessmentOf(tx, organisation.id, year));
  if (!year || !assessment) return noYear(visit);
  const edition = await editionById(tx, assessment.editionId);
  return held(words, () => work({ visit, year, assessment, edition }));
}

/** Findings that this visit may change: begun, not published, and by this hand. Otherwise the page that says why not. */
export async function withOwnFindings(visit: MemberVisit, work: (about: Opened) => Promise<Answer>): Promise<Answer> {
  return withYear(visit, async (about) => {
    const findings = await findingsOf(visit.tx, visit.organisation.id, about.assessment.id);
    if (!findings) return notFoundPage(visit.words.moderation.notBegun.title, <p class="govuk-body">{visit.words.moderation.notBegun.sentence}</p>);
    const why = heldBack(findings, visit.permit.scope);
    return why ? heldPage(visit.words, why) : work({ ...about, findings });
  });
}

export function noYear({ words, organisation, params }: MemberVisit): Answer {
  return notFoundPage(words.assessment.noYear.title, <p class="govuk-body">{words.assessment.noYear.sentence(organisation.name, params['year'] ?? '')}</p>);
}

export function noSuchPart({ words }: MemberVisit): Answer {
  return notFoundPage(words.moderation.noSuchPart.title, <p class="govuk-body">{words.moderation.noSuchPart.sentence}</p>);
}

/** Somebody changed the findings after this person had read them: what was to be done needs a new look. */
export function movedOnPage({ visit, year }: OpenedYear, said: { title: string; sentence: string; link: string } = visit.words.moderation.conflict.changed): Answer {
  return conflictPage(said.title, (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.findings(visit.organisation.shortName, year)}>{said.link}</a></p>
    </>
  ));
}

/** The way to a page of the findings: through the body for its own people, through the list of bodies for the adviser. */
export function breadcrumbsOf({ organisation, permit, visitor, words }: MemberVisit, year: Year, ...further: readonly { text: string; href: string }[]): NonNullable<Page['breadcrumbs']> {
  const home = visitor.memberships.find((membership) => membership.organisation.id === permit.orgId)?.organisation;
  const above = permit.scope === 'grant' && home
    ? [{ text: words.moderation.advising.title, href: paths.advising(home.shortName) }]
    : [{ text: organisation.name, href: assessmentPaths.organisation(organisation.shortName) }];
  const own = permit.scope === 'own' ? [{ text: writtenYear(year), href: assessmentPaths.year(organisation.shortName, year) }] : [];
  return [...above, ...own, { text: words.moderation.findings.heading, href: paths.findings(organisation.shortName, year) }, ...further];
}

/** The version of the record that a form showed; 0, which no record that is kept ever has, when the field is not a number. */
export function versionOf(form: Form): number {
  const written = valueOf(form, 'version');
  return /^\d{1,9}$/.test(written) ? Number(written) : 0;
}

export function writtenMoment(words: MemberVisit['words'], moment: Date): string {
  return words.moderation.day(dayIn(moment));
}

/** What the database refuses because somebody else came first is said like what the rules refuse. */
async function held(words: MemberVisit['words'], work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const state = sqlStateOf(error);
    if (state === heldStates.published) return heldPage(words, 'published');
    if (state === heldStates.otherHand) return heldPage(words, 'other hand');
    if (state === heldStates.reopened) return heldPage(words, 'reopened');
    throw error;
  }
}

function heldPage(words: MemberVisit['words'], why: 'published' | 'other hand' | 'reopened'): Answer {
  const said = words.moderation.held[why];
  const body = <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>;
  return { is: 'page', status: why === 'other hand' ? 403 : 409, page: { title: said.title, body } };
}
