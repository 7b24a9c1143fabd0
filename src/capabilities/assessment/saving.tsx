import { conflictPage, redirect, refusedPage, page, valueOf, type Answer, type Form, type MemberVisit } from '../../platform/route.ts';
import { notApplicable } from '../frameworks/index.ts';
import { dropDraft, ownDraft } from './drafts.tsx';
import { breadcrumbsOf, type OpenedBenchmark, type OpenedIndicator } from './opened.tsx';
import { RatingShown } from './pages/benchmark.tsx';
import { ConflictPage } from './pages/conflict.tsx';
import { AnswerForm, type AnswerFields, type AnswerFormProps } from './pages/indicator.tsx';
import { AnswerSaid } from './pages/parts.tsx';
import { RatingForm, RatingPage, type RatingFields } from './pages/rating.tsx';
import { paths } from './paths.ts';
import { readAnswer, readRating, type NewAnswer, type NewRating, type Rating } from './rules.ts';
import { recordOf, saveAnswer, saveRating } from './store.ts';

/** The form of an indicator's answer: as the reader left it in a draft, else as it is saved now. */
export async function answerForm(visit: MemberVisit, opened: OpenedIndicator): Promise<Pick<AnswerFormProps, 'seal' | 'filled' | 'version' | 'errors' | 'draftOf'>> {
  const { seal } = visit;
  const { record, indicator } = opened;
  const answer = record.answers.get(indicator.code);
  const draft = await ownDraft(visit, opened, indicator.code);
  if (draft) return { seal, filled: { status: draft.fields['status'] ?? '', note: draft.fields['note'] ?? '' }, version: draft.baseVersion, errors: [], draftOf: draft.savedAt };
  return { seal, filled: { status: answer?.status ?? '', note: answer?.note ?? '' }, version: answer?.version ?? 0, errors: [] };
}

export async function saveIndicator(visit: MemberVisit, opened: OpenedIndicator): Promise<Answer> {
  const { tx, words, seal, form, organisation, newId } = visit;
  const { org, year, record, edition, indicator } = opened;
  const filled: AnswerFields = { status: valueOf(form, 'status'), note: valueOf(form, 'note') };
  const version = versionIn(form);
  const read = readAnswer(filled);
  const said = words.assessment.indicator;
  if (!read.accepted) {
    return refusedPage(said.title(indicator.code, year), (
      <>
        <h1 class="govuk-heading-l">{indicator.text.en}</h1>
        <AnswerForm words={words} opened={opened} seal={seal} filled={filled} version={version} errors={read.refusals} />
      </>
    ), read.refusals, { breadcrumbs: breadcrumbsOf(visit, opened) });
  }
  const key = { orgId: organisation.id, id: newId(), assessmentId: record.id, editionId: edition.id, version };
  const save = await saveAnswer(tx, { ...key, indicatorCode: indicator.code, ...read.value });
  if (save.is === 'lost race') return answerConflict(visit, opened, filled, read.value);
  await dropDraft(visit, opened, indicator.code);
  return redirect(paths.indicator(org, year, indicator.code), 'saved');
}

export async function answerConflict(visit: MemberVisit, opened: OpenedIndicator, filled: AnswerFields, yours: NewAnswer): Promise<Answer> {
  const { tx, words, seal, organisation } = visit;
  const { org, year, indicator } = opened;
  const theirs = (await recordOf(tx, organisation.id, year))?.answers.get(indicator.code);
  return conflictPage(words.assessment.conflict.title, (
    <ConflictPage words={words} keepTheirs={paths.indicator(org, year, indicator.code)}
      theirs={<AnswerSaid words={words} answer={theirs} />} yours={<AnswerSaid words={words} answer={yours} />}>
      <AnswerForm words={words} opened={opened} seal={seal} filled={filled} version={theirs?.version ?? 0} errors={[]} />
    </ConflictPage>
  ), { breadcrumbs: breadcrumbsOf(visit, opened) });
}

export async function showRatingForm(visit: MemberVisit, opened: OpenedBenchmark): Promise<Answer> {
  const { words, seal } = visit;
  const { year, record, benchmark } = opened;
  const rating = record.ratings.get(benchmark.code);
  const draft = await ownDraft(visit, opened, benchmark.code);
  return page(words.assessment.rating.title(benchmark.title.en, year), (
    <RatingPage words={words} opened={opened} seal={seal} filled={draft ? { ...fieldsOf(undefined), ...draft.fields } : fieldsOf(rating)} version={draft?.baseVersion ?? rating?.version ?? 0} errors={[]} draftOf={draft?.savedAt} />
  ), { breadcrumbs: breadcrumbsOf(visit, opened) });
}

function fieldsOf(rating: Rating | undefined): RatingFields {
  if (!rating) return { rating: '', narrative: '', reason: '', lead_body: '' };
  const { verdict, narrative } = rating;
  if (verdict.is === 'level') return { rating: verdict.levelCode, narrative, reason: '', lead_body: '' };
  return { rating: notApplicable, narrative, reason: verdict.reason, lead_body: verdict.leadBody };
}

export async function saveRatingForm(visit: MemberVisit, opened: OpenedBenchmark): Promise<Answer> {
  const { tx, words, seal, form, organisation, newId } = visit;
  const { org, year, record, edition, benchmark } = opened;
  const filled: RatingFields = { rating: valueOf(form, 'rating'), narrative: valueOf(form, 'narrative'), reason: valueOf(form, 'reason'), lead_body: valueOf(form, 'lead_body') };
  const version = versionIn(form);
  const read = readRating(edition, filled);
  if (!read.accepted) {
    return refusedPage(words.assessment.rating.title(benchmark.title.en, year), (
      <RatingPage words={words} opened={opened} seal={seal} filled={filled} version={version} errors={read.refusals} />
    ), read.refusals, { breadcrumbs: breadcrumbsOf(visit, opened) });
  }
  const key = { orgId: organisation.id, id: newId(), assessmentId: record.id, editionId: edition.id, version };
  const save = await saveRating(tx, { ...key, benchmarkCode: benchmark.code, ...read.value });
  if (save.is === 'lost race') return ratingConflict(visit, opened, filled, read.value);
  await dropDraft(visit, opened, benchmark.code);
  return redirect(paths.benchmark(org, year, benchmark.code), 'saved');
}

async function ratingConflict(visit: MemberVisit, opened: OpenedBenchmark, filled: RatingFields, yours: NewRating): Promise<Answer> {
  const { tx, words, seal, organisation } = visit;
  const { org, year, edition, benchmark } = opened;
  const theirs = (await recordOf(tx, organisation.id, year))?.ratings.get(benchmark.code);
  return conflictPage(words.assessment.conflict.title, (
    <ConflictPage words={words} keepTheirs={paths.benchmark(org, year, benchmark.code)}
      theirs={theirs && <RatingShown words={words} edition={edition} rating={theirs} />} yours={<RatingShown words={words} edition={edition} rating={yours} />}>
      <RatingForm words={words} opened={opened} seal={seal} filled={filled} version={theirs?.version ?? 0} errors={[]} />
    </ConflictPage>
  ), { breadcrumbs: breadcrumbsOf(visit, opened) });
}

/** The version that the form was filled in on; 0, which saves a new row only, when it names none. */
export function versionIn(form: Form): number {
  const written = valueOf(form, 'version');
  return /^\d{1,9}$/.test(written) ? Number(written) : 0;
}
