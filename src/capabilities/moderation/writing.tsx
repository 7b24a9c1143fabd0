import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { evidenceById, evidencePaths, listEvidence } from '../evidence/index.ts';
import { benchmarkOf, notApplicable, type Benchmark } from '../frameworks/index.ts';
import type { Result } from './findings.ts';
import { breadcrumbsOf, movedOnPage, noSuchPart, versionOf, withOwnFindings, withYear, type Opened, type OpenedYear } from './opened.tsx';
import { LetterPage, OutcomePage, type LetterChoice } from './pages/forms.tsx';
import { labelOf } from './pages/parts.tsx';
import { paths } from './paths.ts';
import { notStated, resultFrom, type OutcomeForm } from './rules.ts';
import { selfRatingsOf } from './self-ratings.ts';
import { beginFindings, findingsOf, setLetter, setOutcome } from './store.ts';

/** How many pieces of evidence the list to choose a letter from holds: the newest. */
const lettersOffered = 100;

/** The adviser begins: nothing is needed but the grant. */
export async function beginRecording(visit: MemberVisit): Promise<Answer> {
  return withYear(visit, async (about) => {
    const { tx, organisation, newId, words } = visit;
    const begun = await beginFindings(tx, { orgId: organisation.id, id: newId(), assessmentId: about.assessment.id, editionId: about.edition.id, origin: 'recorded', letter: null });
    return begun ? redirect(paths.findings(organisation.shortName, about.year)) : movedOnPage(about, words.moderation.conflict.begun);
  });
}

export async function showLetter(visit: MemberVisit): Promise<Answer> {
  return withLetter(visit, (about, chosen) => letterPage(about, chosen?.id ?? '', chosen?.version, []));
}

/** Choosing the letter begins the transcription; choosing another afterwards is a change like any other. */
export async function chooseLetter(visit: MemberVisit): Promise<Answer> {
  return withLetter(visit, async (about, chosen) => {
    const { tx, organisation: { id: orgId, shortName }, form, newId, words } = visit;
    const wanted = valueOf(form, 'letter');
    const letter = isId(wanted) ? await evidenceById(tx, orgId, wanted) : undefined;
    if (!letter) return letterPage(about, wanted, chosen?.version, [{ field: 'letter', say: ({ moderation }) => moderation.refusals.letterMissing }]);
    if (chosen) {
      const saved = await setLetter(tx, { orgId, id: chosen.findingsId, version: versionOf(form) }, letter);
      return saved ? redirect(paths.findings(shortName, about.year), 'saved') : movedOnPage(about);
    }
    const begun = await beginFindings(tx, { orgId, id: newId(), assessmentId: about.assessment.id, editionId: about.edition.id, origin: 'transcribed', letter });
    return begun ? redirect(paths.findings(shortName, about.year), 'saved') : movedOnPage(about, words.moderation.conflict.begun);
  });
}

type Chosen = { readonly findingsId: string; readonly version: number; readonly id: string | undefined };

async function withLetter(visit: MemberVisit, work: (about: OpenedYear, chosen: Chosen | undefined) => Promise<Answer>): Promise<Answer> {
  return withYear(visit, async (about) => {
    if (!(await findingsOf(visit.tx, visit.organisation.id, about.assessment.id))) return work(about, undefined);
    return withOwnFindings(visit, ({ findings }) => work(about, { findingsId: findings.id, version: findings.version, id: findings.letter?.id }));
  });
}

async function letterPage({ visit, year }: OpenedYear, letter: string, version: number | undefined, refusals: readonly Refusal[]): Promise<Answer> {
  const { words, organisation: { shortName } } = visit;
  const body = (
    <LetterPage words={words} action={paths.letter(shortName, year)} seal={visit.seal} version={version} fields={{ letter }} refusals={refusals}
      choices={await lettersFor(visit, letter)} evidencePath={evidencePaths.list(shortName)} />
  );
  const rest = { breadcrumbs: breadcrumbsOf(visit, year) };
  return refusals.length > 0 ? refusedPage(words.moderation.letter.title, body, refusals, rest) : page(words.moderation.letter.title, body, rest);
}

/** The newest evidence, and the letter that is chosen already if it is older than those. */
async function lettersFor({ tx, organisation, today }: MemberVisit, chosen: string): Promise<LetterChoice[]> {
  const { lines } = await listEvidence(tx, organisation.id, { text: '', expiry: 'all', today, soon: today, page: 1, pageSize: lettersOffered });
  const older = lines.some(({ id }) => id === chosen) || !isId(chosen) ? undefined : await evidenceById(tx, organisation.id, chosen);
  return older ? [...lines, older] : lines;
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
