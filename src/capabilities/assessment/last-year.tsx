import { yearOf } from '../../kernel/year.ts';
import { redirect, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { evidenceBehind, useEvidence } from '../evidence/index.ts';
import { editionById, originsOf } from '../frameworks/index.ts';
import { readableOutcomes, type AssessmentOptions, type OpenedIndicator } from './opened.tsx';
import type { LastYear } from './pages/last-year.tsx';
import { paths } from './paths.ts';
import { answerConflict, versionIn } from './saving.tsx';
import { assessmentsOf, recordOf, saveAnswer } from './store.ts';

/** What stood at the indicator that this one carries on, in the body's latest year before; undefined when nothing does. */
export async function lastYearOf(visit: MemberVisit, { year, edition, indicator }: OpenedIndicator, options: AssessmentOptions): Promise<LastYear | undefined> {
  const { tx, organisation } = visit;
  const line = (await assessmentsOf(tx, organisation.id)).find((one) => one.year < year);
  const before = line && yearOf(line.year);
  const record = before && await recordOf(tx, organisation.id, before);
  if (!record) return undefined;
  const earlier = await editionById(tx, record.editionId);
  const code = earlier.short_name === edition.short_name ? indicator.code : originsOf(earlier, edition).get(indicator.code);
  const benchmark = earlier.benchmarks.find(({ indicators }) => indicators.some((one) => one.code === code));
  const from = benchmark?.indicators.find((one) => one.code === code);
  if (code === undefined || !benchmark || !from) return undefined;
  const outcome = (await readableOutcomes(visit, { record }, options)).get(benchmark.code);
  return {
    year: before, edition: earlier, code, text: from.text.en, sameText: from.text.en === indicator.text.en,
    benchmark: benchmark.title.en,
    answer: record.answers.get(code), outcome, evidence: await evidenceBehind(tx, organisation.id, record.id, code),
  };
}

/** Takes last year's answer, or its evidence, over into this year, where it stands as a draft like any other. */
export async function takeOver(visit: MemberVisit, opened: OpenedIndicator, options: AssessmentOptions): Promise<Answer> {
  const { tx, organisation, form, newId } = visit;
  const { org, year, record, edition, indicator } = opened;
  const back = paths.indicator(org, year, indicator.code);
  const last = await lastYearOf(visit, opened, options);
  const to = { orgId: organisation.id, assessmentId: record.id, editionId: edition.id, indicatorCode: indicator.code };
  if (valueOf(form, 'take') === 'evidence') {
    if (last && last.evidence.length > 0) await useEvidence(tx, last.evidence.map(({ id }) => ({ ...to, id: newId(), evidenceId: id })));
    return redirect(back, 'takenOver');
  }
  if (!last?.answer) return redirect(back);
  const { status, note } = last.answer;
  const save = await saveAnswer(tx, { ...to, id: newId(), version: versionIn(form), status, note });
  return save.is === 'saved' ? redirect(back, 'takenOver') : answerConflict(visit, opened, { status, note }, { status, note });
}
