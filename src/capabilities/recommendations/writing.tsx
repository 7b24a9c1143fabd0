import type { ComponentChildren } from 'preact';
import { holds } from '../../kernel/access.ts';
import { isId, type Id } from '../../kernel/id.ts';
import type { Outcome, Refusal } from '../../kernel/outcome.ts';
import { dayOf } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { conflictPage, notFoundPage, page, redirect, refusedPage, valueOf, type Answer, type Form, type MemberVisit } from '../../platform/route.ts';
import { evidenceAmong, evidenceById, listEvidence, noDate, partsOf, type DraftDate } from '../evidence/index.ts';
import { editionNamed } from '../frameworks/index.ts';
import { historyFor } from '../history/index.ts';
import { publicationsOf } from '../moderation/index.ts';
import { access } from './access.ts';
import { ItemPage, type Filled } from './pages/item.tsx';
import { paths } from './paths.ts';
import { breadcrumbsOf } from './reading.tsx';
import { groundsFrom, mayConfirm, noteFrom, planFrom, untouched } from './rules.ts';
import { addEvidence, addProgress, beginFollowUp, changePlan, evidenceIdsOf, followUpOf, progressOf, stepRefused, takeStep, type FollowUp, type Key, type Step } from './store.ts';

/** How many pieces of evidence the list to choose from holds: the newest. */
const offered = 100;

const notBegun: FollowUp = { ...untouched, version: 0, ownerRole: null, department: null, reply: '', outcome: null, proposedBy: null, confirmedBy: null, confirmedAt: null, reopenedReason: null };

/** The recommendation that the address names, as it was published, with what the body has written of it. */
type Opened = {
  readonly visit: MemberVisit; readonly key: Key; readonly followUp: FollowUp & { readonly id?: Id };
  readonly published: { readonly text: string; readonly year: string; readonly marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE'; readonly benchmark: string | null; readonly edition: string };
};

/** What the site hands in: what a later capability says on the page of a recommendation. */
export type RecommendationOptions = { readonly beside: (visit: MemberVisit, recommendationId: Id) => Promise<ComponentChildren> };

export async function showItem(visit: MemberVisit, { beside }: RecommendationOptions): Promise<Answer> {
  return opened(visit, async (about) => page(titleOf(about), await bodyOf(about, filledOf(about), [], await beside(visit, about.key.recommendationId)), trailOf(about)));
}

export async function savePlan(visit: MemberVisit): Promise<Answer> {
  return opened(visit, async (about) => {
    const { form, tx } = visit;
    const fields = { owner: valueOf(form, 'owner'), department: valueOf(form, 'department'), due: dateIn(form, 'due'), reply: valueOf(form, 'reply') };
    const plan = planFrom(fields);
    if (!plan.accepted) return again(about, { ...filledOf(about), plan: fields }, plan.refusals);
    const version = await versionSeen(about);
    return done(about, version !== undefined && await changePlan(tx, { ...about.key, version }, plan.value));
  });
}

export async function addNote(visit: MemberVisit): Promise<Answer> {
  return opened(visit, async (about) => {
    const { form, tx, today, newId } = visit;
    const fields = { dated: dateIn(form, 'dated'), text: valueOf(form, 'text'), marking: valueOf(form, 'marking') };
    const note = noteFrom(fields, today);
    if (!note.accepted) return again(about, { ...filledOf(about), note: fields }, note.refusals);
    await beginFollowUp(tx, { ...about.key, id: newId() });
    await addProgress(tx, { ...about.key, id: newId() }, note.value);
    return done(about, true);
  });
}

export async function addPiece(visit: MemberVisit): Promise<Answer> {
  return opened(visit, async (about) => {
    const { form, tx, organisation, newId } = visit;
    const wanted = valueOf(form, 'evidence');
    const piece = isId(wanted) ? await evidenceById(tx, organisation.id, wanted) : undefined;
    if (!piece) return again(about, { ...filledOf(about), evidence: wanted }, [{ field: 'evidence', say: (words) => words.recommendations.refusals.noEvidence }]);
    await beginFollowUp(tx, { ...about.key, id: newId() });
    await addEvidence(tx, { ...about.key, id: newId(), evidenceId: piece.id });
    return done(about, true);
  });
}

export const propose = (visit: MemberVisit) => onGrounds(visit, 'outcome', (outcome) => ({ to: 'proposed', outcome }));

export const reopen = (visit: MemberVisit) => onGrounds(visit, 'reason', (reopenedReason) => ({ to: 'open', reopenedReason }));

export async function confirm(visit: MemberVisit): Promise<Answer> {
  return opened(visit, async (about) => {
    if (about.followUp.state === 'proposed' && !mayConfirm(about.followUp, visit.permit.personId)) return again(about, filledOf(about), [{ field: '', say: (words) => words.recommendations.refusals.ownProposal }]);
    return step(about, { to: 'closed' });
  });
}

export const giveBack = (visit: MemberVisit) => opened(visit, (about) => (about.followUp.state === 'proposed' ? step(about, { to: 'open' }) : movedOn(about)));

async function onGrounds(visit: MemberVisit, field: 'outcome' | 'reason', stepOn: (text: string) => Step): Promise<Answer> {
  return opened(visit, async (about) => {
    const written = valueOf(visit.form, field);
    const grounds: Outcome<string> = groundsFrom(field, written);
    return grounds.accepted ? step(about, stepOn(grounds.value)) : again(about, { ...filledOf(about), [field]: written }, grounds.refusals);
  });
}

async function step(about: Opened, next: Step): Promise<Answer> {
  const version = await versionSeen(about);
  try {
    return done(about, version !== undefined && await takeStep(about.visit.tx, { ...about.key, version }, next));
  } catch (error) {
    if (sqlStateOf(error) === stepRefused) return movedOn(about);
    throw error;
  }
}

/** The version that the form showed; a recommendation that nobody had touched begins here. Undefined when somebody was first. */
async function versionSeen({ visit: { tx, form, newId }, key }: Opened): Promise<number | undefined> {
  const written = valueOf(form, 'version');
  if (!/^\d{1,9}$/.test(written)) return undefined;
  if (written !== '0') return Number(written);
  return (await beginFollowUp(tx, { ...key, id: newId() })) ? 1 : undefined;
}

async function opened(visit: MemberVisit, work: (about: Opened) => Promise<Answer> | Answer): Promise<Answer> {
  const { tx, organisation, params, words } = visit;
  const id = params['id'] ?? '';
  const found = (await publicationsOf(tx, organisation.id)).flatMap(({ year, edition, recommendations }) => recommendations.filter((one) => one.id === id).map((one) => ({ ...one, year, edition: edition.short_name })))[0];
  if (!found || !isId(id)) {
    const said = words.recommendations.missing;
    return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
  }
  const key = { orgId: organisation.id, recommendationId: id };
  return work({ visit, key, published: found, followUp: await followUpOf(tx, key) ?? notBegun });
}

function done(about: Opened, isDone: boolean): Answer {
  const { visit: { organisation }, key } = about;
  return isDone ? redirect(paths.item(organisation.shortName, key.recommendationId), 'saved') : movedOn(about);
}

/** Reads nothing: after the database's refusal the transaction answers nothing more. */
function movedOn(about: Opened): Answer {
  const { visit: { words, organisation }, key } = about;
  const said = words.recommendations.conflict;
  return conflictPage(said.title, (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.item(organisation.shortName, key.recommendationId)}>{said.link}</a></p>
    </>
  ), trailOf(about));
}

async function again(about: Opened, filled: Filled, refusals: readonly Refusal[]): Promise<Answer> {
  return refusedPage(titleOf(about), await bodyOf(about, filled, refusals), refusals, trailOf(about));
}

async function bodyOf({ visit, key, followUp, published }: Opened, filled: Filled, refusals: readonly Refusal[], beside?: ComponentChildren) {
  const { tx, words, organisation, today, seal, permit } = visit;
  const edition = await editionNamed(tx, published.edition);
  const benchmark = edition?.benchmarks.find(({ code }) => code === published.benchmark);
  const writes = holds(permit, ...access.write.own);
  const choices = writes ? (await listEvidence(tx, organisation.id, { text: '', expiry: 'all', today, soon: today, page: 1, pageSize: offered })).lines : [];
  const confirms = !holds(permit, ...access.confirm.own) ? 'no' : mayConfirm(followUp, permit.personId) ? 'yes' : 'own proposal';
  return (
    <ItemPage words={words} org={organisation.shortName} today={today} seal={seal} refusals={refusals} filled={filled} writes={writes} confirms={confirms}
      recommendation={{ ...published, id: key.recommendationId, benchmark: benchmark && { number: benchmark.number, title: benchmark.title.en } }} followUp={followUp}
      progress={await progressOf(tx, key)} evidence={await evidenceAmong(tx, organisation.id, await evidenceIdsOf(tx, key))} choices={choices} most={offered}
      history={followUp.id && historyFor(visit, 'follow_up', followUp.id)} beside={beside} />
  );
}

function filledOf({ followUp: { ownerRole, department, dueOn, reply } }: Opened): Filled {
  const due = dueOn === null ? undefined : dayOf(dueOn);
  return { plan: { owner: ownerRole ?? '', department: department ?? '', due: due ? partsOf(due) : noDate, reply }, note: { dated: noDate, text: '', marking: 'OFFICIAL' }, outcome: '', reason: '', evidence: '' };
}

function dateIn(form: Form, prefix: string): DraftDate {
  return { day: valueOf(form, `${prefix}-day`), month: valueOf(form, `${prefix}-month`), year: valueOf(form, `${prefix}-year`) };
}

const titleOf = ({ visit, published }: Opened) => visit.words.recommendations.item.title(visit.organisation.name, published.year);

function trailOf({ visit }: Opened) {
  return { breadcrumbs: breadcrumbsOf(visit, true) };
}
