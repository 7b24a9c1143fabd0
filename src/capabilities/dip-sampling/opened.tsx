import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/year.ts';
import { sqlStateOf } from '../../platform/database.ts';
import { conflictPage, notFoundPage, type Answer, type MemberVisit, type Page } from '../../platform/route.ts';
import type { Words } from '../../words/index.ts';
import { organisationPaths } from '../organisations/index.ts';
import { access } from './access.ts';
import { paths } from './paths.ts';
import { exerciseOf, seatsOf, type Exercise, type Key, type SeatTaken } from './store.ts';

/** SQLSTATEs of the triggers that hold a dip sample (migrations/0028-dip-sampling.sql). */
export const refusedStates = { frozen: 'DR014', step: 'DR015', repeat: 'DR016' };

export type Opened = { readonly key: Key; readonly exercise: Exercise; readonly seats: readonly SeatTaken[]; readonly mine: SeatTaken | undefined };

/** The exercise that the address names, with its seats and the one that the visitor has, if the scope may read it. */
export async function withExercise(visit: MemberVisit, work: (opened: Opened) => Promise<Answer> | Answer): Promise<Answer> {
  const { tx, organisation, params, permit } = visit;
  const id = params['id'] ?? '';
  const key = { orgId: organisation.id, id };
  const exercise = isId(id) ? await exerciseOf(tx, key) : undefined;
  if (!exercise) return missing(visit);
  const seats = await seatsOf(tx, key);
  return work({ key, exercise, seats, mine: seats.find(({ personId }) => personId === permit.personId) });
}

/** The same for whoever has a seat; others read why not. */
export function withSeat(visit: MemberVisit, work: (opened: Opened & { readonly mine: SeatTaken }) => Promise<Answer> | Answer): Promise<Answer> {
  return withExercise(visit, (opened) => (opened.mine ? work({ ...opened, mine: opened.mine }) : stopped(visit, opened.key, 'notYours')));
}

/** What the database refuses becomes a page that says why. */
export async function unlessRefused(visit: MemberVisit, { id }: Pick<Key, 'id'>, why: keyof Words['dipSampling']['stopped'], work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const state = sqlStateOf(error);
    if (state === refusedStates.repeat) return stopped(visit, { id }, 'repeat');
    if (state === refusedStates.frozen) return stopped(visit, { id }, 'moved');
    if (state === refusedStates.step) return stopped(visit, { id }, why);
    throw error;
  }
}

/** Reads nothing: after the database's refusal the transaction answers nothing more. */
export function stopped(visit: MemberVisit, { id }: Pick<Key, 'id'>, why: keyof Words['dipSampling']['stopped']): Answer {
  const said = visit.words.dipSampling.stopped;
  return conflictPage(said.title, (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said[why]}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.item(visit.organisation.shortName, id)}>{said.back}</a></p>
    </>
  ), trailOf(visit, id));
}

export function missing({ words }: MemberVisit): Answer {
  const said = words.dipSampling.missing;
  return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
}

/** A body that came by a grant does not see the other's own pages, so its way begins with the exercise. */
export function trailOf({ organisation, permit, words }: MemberVisit, exercise?: string): Pick<Page, 'breadcrumbs'> {
  const org = organisation.shortName;
  const own = permit.scope === 'grant' ? [] : [{ text: organisation.name, href: organisationPaths.organisation(org) }, { text: words.dipSampling.link, href: paths.list(org) }];
  return { breadcrumbs: exercise === undefined ? own : [...own, { text: words.dipSampling.item.crumb, href: paths.item(org, exercise) }] };
}

export function periodOf(words: Words, { fromDay, toDay }: Pick<Exercise, 'fromDay' | 'toDay'>): string {
  return words.dipSampling.period(dayOf(fromDay) ?? fromDay, dayOf(toDay) ?? toDay);
}

export function mayWrite({ permit }: MemberVisit): boolean {
  return permit.scope === 'own' && holds(permit, ...access.write.own);
}
