import { holds } from '../../kernel/access.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import { page, redirect, refusedPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { access } from './access.ts';
import { readFrozen } from './frozen.ts';
import { breadcrumbsOf, inYear, notThere, type AssessmentOptions, type Opened } from './opened.tsx';
import { confirmedAmendments } from './amendment-store.ts';
import { CheckPage } from './pages/check.tsx';
import { FrozenPage } from './pages/frozen.tsx';
import { AllSubmissions } from './pages/submissions.tsx';
import { paths } from './paths.ts';
import { signingOf } from './signing-off.tsx';
import { recordOf, submissionInYear, submissionsInYear, type Submission } from './store.ts';
import { lacksNow, submit } from './submission.ts';

/**
 * What was submitted last, for all who may read it. The organisation itself sees, before that and while it is re-opened,
 * what is missing and who signs.
 */
export async function showSubmission(visit: MemberVisit, options: AssessmentOptions): Promise<Answer> {
  const { tx, organisation, words, params, permit } = visit;
  const year = yearOf(params['year'] ?? '');
  const isOpen = year && permit.scope === 'own' && !(await recordOf(tx, organisation.id, year))?.submitted;
  const submission = year && !isOpen ? await submissionInYear(tx, organisation.id, year) : undefined;
  if (submission) return showFrozen(visit, submission, options);
  if (permit.scope === 'own') return checkOpened(visit);
  const said = words.assessment;
  const title = year ? said.submission.none.title : said.noYear.title;
  const sentence = year ? said.submission.none.sentence(organisation.name, year) : said.noYear.sentence(organisation.name, params['year'] ?? '');
  return notThere(title, sentence, { href: paths.organisation(organisation.shortName), text: organisation.name });
}

/** One submission of a year by its number: every one stays readable. */
export async function showNumbered(visit: MemberVisit, options: AssessmentOptions): Promise<Answer> {
  const { tx, organisation, words, params } = visit;
  const year = yearOf(params['year'] ?? '');
  const number = /^\d{1,6}$/.test(params['number'] ?? '') ? Number(params['number']) : 0;
  const submission = year && await submissionInYear(tx, organisation.id, year, number);
  if (submission) return showFrozen(visit, submission, options, words.secondReader.earlier.title(organisation.name, year, number));
  const said = words.assessment.submission.none;
  return notThere(said.title, words.assessment.noYear.sentence(organisation.name, params['year'] ?? ''), { href: paths.organisation(organisation.shortName), text: organisation.name });
}

const checkOpened = inYear(async (visit, opened) => {
  const { tx, words, seal, permit, organisation } = visit;
  const lacks = await lacksNow(visit, opened);
  const signing = await signingOf(visit, opened, lacks);
  return page(words.assessment.submission.title(opened.year), (
    <>
      <CheckPage words={words} opened={opened} lacks={lacks} signing={signing} seal={holds(permit, ...access.submit.own) ? seal : undefined} />
      <AllSubmissions words={words} org={opened.org} year={opened.year} reopened lines={await submissionsInYear(tx, organisation.id, opened.year)} />
    </>
  ), { breadcrumbs: breadcrumbsOf(visit, opened) });
});

async function showFrozen(visit: MemberVisit, { id, number, frozen: text, sha256, submitted }: Submission, { further }: AssessmentOptions, title?: string): Promise<Answer> {
  const { tx, words, organisation, permit } = visit;
  const frozen = readFrozen(text);
  const org = organisation.shortName;
  const lines = await submissionsInYear(tx, organisation.id, frozen.year);
  return page(title ?? words.assessment.submission.frozenHeading(organisation.name, frozen.year), (
    <FrozenPage words={words} org={org} frozen={frozen} number={number} submissions={lines} sha256={sha256} by={submitted.by}
      amendments={await confirmedAmendments(tx, organisation.id, id)} mayDownload={permit.scope !== 'tree'} own={permit.scope === 'own'} further={further?.(visit, frozen.year, true) ?? []} />
  ), { breadcrumbs: trailTo(visit, frozen.year) });
}

/** Who is not of the body reads what was submitted, and nothing else of the year. */
function trailTo(visit: MemberVisit, year: Year) {
  const { words, organisation: { shortName }, permit } = visit;
  const trail = breadcrumbsOf(visit, { year });
  return permit.scope === 'own' ? [...trail, { text: words.assessment.year.caption(year), href: paths.year(shortName, year) }] : trail;
}

export async function submitYear(visit: MemberVisit, opened: Opened, { factSources }: AssessmentOptions): Promise<Answer> {
  const { tx, organisation, words, today, now, permit, newId, seal } = visit;
  const { org, year } = opened;
  const done = await submit({ tx, organisation, year, id: newId(), personId: permit.personId, today, now, words, factSources });
  if (done.accepted) return redirect(paths.submission(org, year), 'assessmentSubmitted');
  const lacks = await lacksNow(visit, opened);
  return refusedPage(words.assessment.submission.title(year), (
    <CheckPage words={words} opened={opened} lacks={lacks} signing={await signingOf(visit, opened, lacks)} seal={seal} />
  ), done.refusals, { breadcrumbs: breadcrumbsOf(visit, opened) });
}
