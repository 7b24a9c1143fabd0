import { holds } from '../../kernel/access.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import { page, redirect, refusedPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { evidenceOfAssessment } from '../evidence/index.ts';
import { access } from './access.ts';
import { readFrozen } from './frozen.ts';
import { breadcrumbsOf, inYear, notThere, type AssessmentOptions, type Opened } from './opened.tsx';
import { CheckPage } from './pages/check.tsx';
import { FrozenPage } from './pages/frozen.tsx';
import { paths } from './paths.ts';
import { lacksOf, type Lack } from './rules.ts';
import { submissionInYear, type Submission } from './store.ts';
import { submit } from './submission.ts';

/** What was submitted, for all who may read it; before that, to the organisation itself, what is missing. */
export async function showSubmission(visit: MemberVisit, options: AssessmentOptions): Promise<Answer> {
  const { tx, organisation, words, params, permit } = visit;
  const year = yearOf(params['year'] ?? '');
  const submission = year && (await submissionInYear(tx, organisation.id, year));
  if (submission) return showFrozen(visit, submission, options);
  if (permit.scope === 'own') return checkOpened(visit);
  const said = words.assessment;
  const title = year ? said.submission.none.title : said.noYear.title;
  const sentence = year ? said.submission.none.sentence(organisation.name, year) : said.noYear.sentence(organisation.name, params['year'] ?? '');
  return notThere(title, sentence, { href: paths.organisation(organisation.shortName), text: organisation.name });
}

const checkOpened = inYear(async (visit, opened) => {
  const { words, seal, permit } = visit;
  const lacks = await lacksNow(visit, opened);
  return page(words.assessment.submission.title(opened.year), (
    <CheckPage words={words} opened={opened} lacks={lacks} seal={holds(permit, ...access.submit.own) ? seal : undefined} />
  ), { breadcrumbs: breadcrumbsOf(visit, opened) });
});

async function lacksNow({ tx, organisation, today }: MemberVisit, { edition, record }: Opened): Promise<Lack[]> {
  const evidence = await evidenceOfAssessment(tx, organisation.id, record.id);
  return lacksOf(edition, { ...record, evidence }, today);
}

function showFrozen(visit: MemberVisit, { frozen: text, sha256, submitted }: Submission, { further }: AssessmentOptions): Answer {
  const { words, organisation, permit } = visit;
  const frozen = readFrozen(text);
  return page(words.assessment.submission.frozenHeading(organisation.name, frozen.year), (
    <FrozenPage words={words} org={organisation.shortName} frozen={frozen} sha256={sha256} by={submitted.by} mayDownload={permit.scope !== 'tree'} further={further?.(visit, frozen.year, true) ?? []} />
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
  return refusedPage(words.assessment.submission.title(year), (
    <CheckPage words={words} opened={opened} lacks={await lacksNow(visit, opened)} seal={seal} />
  ), done.refusals, { breadcrumbs: breadcrumbsOf(visit, opened) });
}
