import type { Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { page, redirect, refusedPage, valueOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { actionsFrom, type ActionLine } from '../action-plan/index.ts';
import { endSampleGrants } from '../organisations/index.ts';
import { stopped, trailOf, unlessRefused, withExercise, type Opened } from './opened.tsx';
import { ClosingPage } from './pages/closing.tsx';
import { paths } from './paths.ts';
import { closingFrom } from './rules.ts';
import { close as closeExercise } from './store.ts';

export function showClosing(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async (opened) => (isReady(opened) ? closingPage(visit, opened, await earlierActions(visit), []) : stopped(visit, opened.key, 'unsettled')));
}

/** Ends an exercise with what remains of it; the database takes the answers away in the same transaction. */
export function close(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async (opened) => {
    const { tx, form, organisation, today, newId } = visit;
    const { key } = opened;
    const earlier = await earlierActions(visit);
    const closing = closingFrom({ themes: valueOf(form, 'themes'), learning: valueOf(form, 'learning'), worked: (id: Id) => valueOf(form, `worked-${id}`) }, earlier.map(({ id }) => id));
    if (!closing.accepted) return closingPage(visit, opened, earlier, closing.refusals);
    return unlessRefused(visit, key, 'unsettled', async () => {
      if (!(await closeExercise(tx, { ...key, version: versionOf(form) }, closing.value, today, newId))) return stopped(visit, key, 'moved');
      await endSampleGrants(tx, organisation.id, key.id, today);
      return redirect(paths.item(organisation.shortName, key.id), 'saved');
    });
  });
}

function isReady({ exercise, seats }: Opened): boolean {
  return exercise.state === 'drawn' && (exercise.answersErasedOn !== null || seats.every(({ settledAt }) => settledAt !== null));
}

/** What earlier samples led to, whatever has become of it. */
function earlierActions({ tx, organisation }: MemberVisit): Promise<readonly ActionLine[]> {
  return actionsFrom(tx, organisation.id, 'dip_sample');
}

function closingPage(visit: MemberVisit, { key, exercise }: Opened, earlier: readonly ActionLine[], refusals: readonly Refusal[]): Answer {
  const { words, organisation, seal, form } = visit;
  const version = refusals.length > 0 ? versionOf(form) : exercise.version;
  const body = <ClosingPage words={words} org={organisation.shortName} id={key.id} seal={seal} version={version} refusals={refusals} earlier={earlier} filled={(name) => valueOf(form, name)} />;
  const { title } = words.dipSampling.closing;
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit, key.id)) : page(title, body, trailOf(visit, key.id));
}
