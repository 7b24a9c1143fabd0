import { createHash } from 'node:crypto';
import type { Organisation } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { Day, Year } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Fact, FactSource } from '../../platform/fact.ts';
import type { Words } from '../../words/index.ts';
import { evidenceOfAssessment, releaseEvidence } from '../evidence/index.ts';
import { editionById, type Benchmark, type PublishedEdition } from '../frameworks/index.ts';
import { thresholdOf } from '../organisations/index.ts';
import { answeredFact } from './facts.ts';
import { freeze, frozenText } from './frozen.ts';
import { lackId, lackSentence } from './pages/lacks.ts';
import { lacksOf, type Lack } from './rules.ts';
import { lastSignature } from './second-store.ts';
import { addSubmission, holdAssessment, recordOf, type AssessmentRecord } from './store.ts';

export type Asking = {
  readonly tx: Transaction;
  readonly organisation: Organisation;
  readonly year: Year;
  readonly today: Day;
  readonly factSources: readonly FactSource[];
};

export type Submitting = Asking & { readonly id: Id; readonly personId: Id | null; readonly now: Date; readonly words: Words };

/**
 * Submits a year's assessment: freezes what it says, with its evidence and facts, and opens the evidence to bodies with a
 * grant. Refused, with everything that lacks, while the rule of submission is not met, for a year that is not open, and
 * until somebody who wrote none of it has signed it off as it stands.
 */
export async function submit(submitting: Submitting): Promise<Outcome<{ readonly sha256: string }>> {
  const { tx, organisation, year, id, today, now, words, personId } = submitting;
  await holdAssessment(tx, organisation.id, year);
  const record = await recordOf(tx, organisation.id, year);
  if (!record) return refuse({ field: '', say: ({ assessment }) => assessment.noYear.sentence(organisation.name, year) });
  if (record.submitted) return refuse({ field: '', say: ({ assessment }) => assessment.submission.closed.sentence(year) });
  const edition = await editionById(tx, record.editionId);
  const evidence = await evidenceOfAssessment(tx, organisation.id, record.id);
  const lacks = lacksOf(edition, { ...record, evidence }, today);
  if (lacks.length > 0) return refuse(...lacks.map((lack, at) => refusalOf(edition, lack, at)));
  const signature = await lastSignature(tx, organisation.id, record.id);
  if (!signature?.stands) return refuse({ field: '', say: ({ secondReader }) => secondReader.refused.notSigned });
  const facts = new Map<string, readonly Fact[]>();
  for (const benchmark of edition.benchmarks) facts.set(benchmark.code, await factsBeside(submitting, record, benchmark));
  const threshold = await thresholdOf(tx, organisation.id);
  const frozen = freeze({ organisation, year, edition, answers: record.answers, ratings: record.ratings, challenges: record.challenges, signature, evidence, facts, threshold, personId, now, words });
  const text = frozenText(frozen);
  const sha256 = createHash('sha256').update(text).digest();
  await addSubmission(tx, { orgId: organisation.id, id, assessmentId: record.id, year, marking: frozen.marking, frozen: text, frozenSha256: sha256 });
  await releaseEvidence(tx, organisation.id, record.id, now);
  return accept({ sha256: sha256.toString('hex') });
}

/** What keeps an assessment from being signed off and submitted on the day. */
export async function lacksNow({ tx, organisation, today }: Pick<Asking, 'tx' | 'organisation' | 'today'>, { edition, record }: { readonly edition: PublishedEdition; readonly record: AssessmentRecord }): Promise<Lack[]> {
  const evidence = await evidenceOfAssessment(tx, organisation.id, record.id);
  return lacksOf(edition, { ...record, evidence }, today);
}

/** What the product's records show beside a benchmark: its own share first, then each capability's in turn. */
export async function factsBeside({ tx, organisation, year, today, factSources }: Asking, record: AssessmentRecord, benchmark: Benchmark): Promise<readonly Fact[]> {
  const facts: Fact[] = [answeredFact(benchmark, record.answers, { org: organisation.shortName, year, today })];
  const asked = { code: benchmark.code, indicatorCodes: benchmark.indicators.map(({ code }) => code) };
  for (const source of factSources) {
    facts.push(...await source.facts({ tx, orgId: organisation.id, orgShortName: organisation.shortName, assessmentId: record.id, year, benchmark: asked, today }));
  }
  return facts;
}

/** A lack as the form says it: the field is the entry of the page's list. */
function refusalOf(edition: PublishedEdition, lack: Lack, at: number): Refusal {
  return { field: lackId(at), say: (words) => lackSentence(words, edition, lack) };
}
