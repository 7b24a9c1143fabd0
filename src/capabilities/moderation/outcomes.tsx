import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { benchmarkOf, notApplicable, type Benchmark } from '../frameworks/index.ts';
import type { Result } from './findings.ts';
import { breadcrumbsOf, movedOnPage, noSuchPart, withOwnFindings, withYear, type Opened } from './opened.tsx';
import { OutcomePage } from './pages/forms.tsx';
import { labelOf } from './pages/parts.tsx';
import { paths } from './paths.ts';
import { notStated, resultFrom, type OutcomeForm } from './rules.ts';
import { selfRatingsOf } from './self-ratings.ts';
import { beginFindings, findingsOf, setOutcome } from './store.ts';

/** The adviser begins: nothing is needed but the grant. */
export async function beginRecording(visit: MemberVisit): Promise<Answer> {
  return withYear(visit, async (about) => {
    const { tx, organisation, newId, words } = visit;
    const begun = await beginFindings(tx, { orgId: organisation.id, id: newId(), assessmentId: about.assessment.id, editionId: about.edition.id, origin: 'recorded', letter: null });
    return begun ? redirect(paths.findings(organisation.shortName, about.year)) : movedOnPage(about, words.moderation.conflict.begun);
  });
}

export async function showOutcome(visit: MemberVisit): Promise<Answer> {
  return withBenchmark(visit, async (about) => {
    const outcome = about.findings.outcomes.get(about.benchmark.code);
    return page(titleOf(about), await outcomeForm(about, fieldsOf(outcome?.result), outcome?.version ?? 0), { breadcrumbs: breadcrumbsOf(visit, about.year) });
  });
}

export async function saveOutcome(visit: MemberVisit): Promise<Answer> {
  return withBenchmark(visit, async (about) => {
    const { tx, form, organisation, newId } = visit;
    const { findings, edition, benchmark, year } = about;
    const fields = { rating: valueOf(form, 'rating'), reason: valueOf(form, 'reason'), leadBody: valueOf(form, 'lead_body') };
    const version = versionOf(form);
    const rest = { breadcrumbs: breadcrumbsOf(visit, year) };
    const result = resultFrom(edition, findings.origin, fields);
    if (!result.accepted) return refusedPage(titleOf(about), await outcomeForm(about, fields, version, { refusals: result.refusals }), result.refusals, rest);
    const to = { orgId: organisation.id, moderationId: findings.id, editionId: edition.id, id: newId() };
    if (await setOutcome(tx, to, { benchmarkCode: benchmark.code, result: result.value, version })) return redirect(paths.findings(organisation.shortName, year), 'saved');
    const now = (await findingsOf(tx, organisation.id, about.assessment.id))?.outcomes.get(benchmark.code);
    if (!now) return noSuchPart(visit);
    return conflictPage(visit.words.moderation.conflict.title, await outcomeForm(about, fields, now.version, { theirs: labelOf(edition, now.result) }), rest);
  });
}

type OpenedBenchmark = Opened & { readonly benchmark: Benchmark };

async function withBenchmark(visit: MemberVisit, work: (about: OpenedBenchmark) => Promise<Answer>): Promise<Answer> {
  return withOwnFindings(visit, async (about) => {
    const benchmark = benchmarkOf(about.edition, visit.params['benchmark'] ?? '');
    return benchmark ? work({ ...about, benchmark }) : noSuchPart(visit);
  });
}

function titleOf({ visit, benchmark }: OpenedBenchmark): string {
  return visit.words.moderation.outcome.title(benchmark.number, benchmark.title.en);
}

async function outcomeForm(about: OpenedBenchmark, fields: OutcomeForm, version: number, trouble: { refusals?: readonly Refusal[]; theirs?: string } = {}) {
  const { visit, year, edition, benchmark, findings } = about;
  return (
    <OutcomePage words={visit.words} action={paths.outcome(visit.organisation.shortName, year, benchmark.code)} seal={visit.seal} version={version} fields={fields}
      edition={edition} benchmark={benchmark} origin={findings.origin} selfRating={(await selfRatingsOf(about)).get(benchmark.code)} {...trouble} />
  );
}

function fieldsOf(result: Result | undefined): OutcomeForm {
  if (!result) return { rating: '', reason: '', leadBody: '' };
  if (result.is === 'level') return { rating: result.levelCode, reason: '', leadBody: '' };
  return result.is === 'not applicable' ? { rating: notApplicable, reason: result.reason, leadBody: result.leadBody } : { rating: notStated, reason: '', leadBody: '' };
}
