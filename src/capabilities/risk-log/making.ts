import { createHash } from 'node:crypto';
import type { Organisation } from '../../kernel/access.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Id } from '../../kernel/id.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import { returnedRiskShape, freezeReturn, type FrozenReturn, type ReturnedRisk } from './frozen.ts';
import { confirmedRisks, type Return } from './returns-store.ts';
import { reasonFrom, refusal, roleFrom } from './rules.ts';
import { placeOf, type Place } from './rules-returns.ts';
import { matricesFor, risksOf, type MatrixVersion, type Risk } from './store.ts';

/** A return that is being made: what it would hold now, and what somebody still has to look at. */
export type Making = {
  readonly ready: readonly ReturnedRisk[];
  /** Open risks to which nothing happened, with whether somebody has marked them as unchanged. */
  readonly quiet: readonly { readonly risk: Risk; readonly isConfirmed: boolean }[];
  readonly waits: number;
  /** The fingerprint of all this: what is signed is what was read. */
  readonly state: string;
};

export async function makingOf(tx: Transaction, orgId: Id, begun: Pick<Return, 'id' | 'quarter'>): Promise<Making> {
  const confirmed = await confirmedRisks(tx, orgId, begun.id);
  const placed = (await risksOf(tx, orgId, { before: begun.quarter })).map((risk) => ({ risk, place: placeOf(risk, risk.before, confirmed.has(risk.id)) }));
  const ready = placed.flatMap(({ risk, place }) => (place.is === 'waits' || place.is === 'past' ? [] : [returnedRisk(risk, place)]));
  const waiting = placed.filter(({ place }) => place.is === 'waits').map(({ risk }) => risk.id);
  const quiet = placed.filter(({ place }) => place.is === 'waits' || place.is === 'unchanged').map(({ risk, place }) => ({ risk, isConfirmed: place.is === 'unchanged' }));
  return { ready, quiet, waits: waiting.length, state: createHash('sha256').update(canonicalJson({ ready, waiting })).digest('hex') };
}

export type Signing = { readonly organisation: Organisation; readonly quarter: Quarter; readonly dueOn: Day; readonly today: Day; readonly role: string; readonly matrix: MatrixVersion | undefined };

/** The log as it is sent, or what stands against sending it. */
export function logFrom(making: Making, signing: Signing): Outcome<FrozenReturn> {
  const role = roleFrom('role', signing.role);
  if (making.waits > 0) return refuse(refusal('unchanged', 'lookFirst'));
  if (making.ready.length === 0) return refuse(refusal('reason', 'hasRisks'));
  return role.accepted ? accept(frozenFrom({ ...signing, role: role.value }, { kind: 'log', nil_reason: null, risks: [...making.ready] })) : role;
}

/** A nil return: somebody says why, and the log holds nothing to report. */
export function nilFrom(making: Making, signing: Signing, written: string): Outcome<FrozenReturn> {
  const [role, reason] = [roleFrom('role', signing.role), reasonFrom('reason', written, 'noNilReason')];
  if (making.waits > 0 || making.ready.length > 0) return refuse(refusal('unchanged', 'openRisks'));
  if (!role.accepted || !reason.accepted) return refuse(...(reason.accepted ? [] : reason.refusals), ...(role.accepted ? [] : role.refusals));
  return accept(frozenFrom({ ...signing, role: role.value }, { kind: 'nil', nil_reason: reason.value, risks: [] }));
}

/** The matrix in force, as a return keeps it. */
export async function matrixNow(tx: Transaction, orgId: Id, today: Day): Promise<MatrixVersion | undefined> {
  const [matrix] = await matricesFor(tx, orgId, today);
  return matrix;
}

function frozenFrom({ organisation, quarter, dueOn, today, role, matrix }: Signing, rest: Pick<FrozenReturn, 'kind' | 'nil_reason' | 'risks'>): FrozenReturn {
  return freezeReturn({
    organisation: { short_name: organisation.shortName, name: organisation.name }, quarter, due_on: dueOn, sent_on: today, signed_role: role, ...rest,
    matrix: matrix ? { number: matrix.number, likelihoods: [...matrix.likelihoods], impacts: [...matrix.impacts], medium_from: matrix.mediumFrom, high_from: matrix.highFrom, very_high_from: matrix.veryHighFrom } : null,
  });
}

function returnedRisk(risk: Risk, { is, reason }: Exclude<Place, { is: 'waits' | 'past' }>): ReturnedRisk {
  const { id, number, theme, cause, event, effect, controls, ownerRole, benchmarkCodes, publicSummary, nextReviewOn, marking, scoringNumber, scores, before } = risk;
  return returnedRiskShape.parse({
    id, number, standing: is, reason, theme, cause, event, effect, controls, owner_role: ownerRole, benchmarks: benchmarkCodes, public_summary: publicSummary, next_review_on: nextReviewOn, marking,
    scoring: scoringNumber, ...scores, before: before?.residual ?? null,
  });
}
