import { isId, type Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, page, redirect, refusedPage, valueOf, valuesOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { addSampleGrants, dayGiven, endSampleGrants, organisationsByName } from '../organisations/index.ts';
import { saidExercise, shapes } from './api.ts';
import { currentBank, questionsOf } from './bank.ts';
import { sha256Of } from './draw.ts';
import { frameOf, framedOf } from './frame.ts';
import { itemPage } from './item.tsx';
import { mayWrite, periodOf, stopped, trailOf, unlessRefused, withExercise } from './opened.tsx';
import { ListPage } from './pages/list.tsx';
import { PlanForm, type Filled } from './pages/plan.tsx';
import { ProgrammePage } from './pages/programme.tsx';
import { paths } from './paths.ts';
import { lapseFrom, planFrom, programmeFrom, type Known } from './rules.ts';
import { addExercise, changeExercise, exercisesOf, freeze as freezeFrame, lapse as lapseExercise, programmeOf, removeExercise, saveProgramme, type Exercise, type SeatTaken } from './store.ts';

export async function showList(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation } = visit;
  return page(words.dipSampling.list.title(organisation.name), (
    <ListPage words={words} org={organisation.shortName} programme={await programmeOf(tx, organisation.id)} exercises={await exercisesOf(tx, organisation.id)} writes={mayWrite(visit)} />
  ), { breadcrumbs: trailOf(visit).breadcrumbs?.slice(0, 1) ?? [] });
}

export async function readList({ tx, organisation }: MemberVisit): Promise<Answer> {
  const programme = await programmeOf(tx, organisation.id);
  return json(shapes.list, {
    programme: programme ? { every_months: programme.everyMonths, purpose: programme.purpose, version: programme.version } : null,
    exercises: (await exercisesOf(tx, organisation.id)).map(saidExercise),
  });
}

export async function showProgramme(visit: MemberVisit): Promise<Answer> {
  const programme = await programmeOf(visit.tx, visit.organisation.id);
  return programmePage(visit, { every: String(programme?.everyMonths ?? ''), purpose: programme?.purpose ?? '' }, programme?.version ?? 0, []);
}

export async function setProgramme(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, newId } = visit;
  const filled = { every: valueOf(form, 'every'), purpose: valueOf(form, 'purpose') };
  const programme = programmeFrom(filled);
  if (!programme.accepted) return programmePage(visit, filled, versionOf(form), programme.refusals);
  if (await saveProgramme(tx, { orgId: organisation.id, id: newId(), version: versionOf(form) }, programme.value)) return redirect(paths.list(organisation.shortName), 'saved');
  const now = await programmeOf(tx, organisation.id);
  const answer = programmePage(visit, { every: String(now?.everyMonths ?? ''), purpose: now?.purpose ?? '' }, now?.version ?? 0, [], true);
  return answer.is === 'page' ? { ...answer, status: 409 } : answer;
}

function programmePage(visit: MemberVisit, filled: { readonly every: string; readonly purpose: string }, version: number, refusals: readonly Refusal[], moved = false): Answer {
  const { words, organisation, seal } = visit;
  const body = <ProgrammePage words={words} org={organisation.shortName} seal={seal} version={version} refusals={refusals} filled={filled} moved={moved} />;
  const title = words.dipSampling.programme.title(organisation.name);
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit)) : page(title, body, trailOf(visit));
}

export async function showNew(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation, query } = visit;
  if (!(await programmeOf(tx, organisation.id))) return redirect(paths.programme(organisation.shortName));
  const wanted = valueOf(query, 'repeats');
  const earlier = isId(wanted) ? (await exercisesOf(tx, organisation.id)).find(({ id }) => id === wanted) : undefined;
  return planPage(visit, undefined, earlier ? { ...filledFrom(earlier, []), repeats: earlier.id } : { questions: questionsOf(currentBank).map(({ code }) => code) }, []);
}

export async function add(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation: { id: orgId, shortName }, newId } = visit;
  const programme = await programmeOf(tx, orgId);
  if (!programme) return redirect(paths.programme(shortName));
  const plan = planFrom(writtenIn(visit), await knownIn(visit), visit.today);
  if (!plan.accepted) return planPage(visit, undefined, filledIn(visit), plan.refusals);
  const id = newId();
  await addExercise(tx, { orgId, id, programmeId: programme.id, bank: currentBank }, plan.value, newId);
  return redirect(paths.item(shortName, id), 'saved');
}

export function showDetails(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, ({ exercise, seats }) => (exercise.state === 'planned' ? planPage(visit, exercise, filledFrom(exercise, seats), []) : redirect(paths.item(visit.organisation.shortName, exercise.id))));
}

export function saveDetails(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async ({ key, exercise }) => {
    const { tx, form, organisation, newId } = visit;
    const plan = planFrom(writtenIn(visit), await knownIn(visit, exercise.id), visit.today);
    if (!plan.accepted) return planPage(visit, { ...exercise, version: versionOf(form) }, filledIn(visit), plan.refusals);
    return unlessRefused(visit, key, 'moved', async () => (
      await changeExercise(tx, { ...key, version: versionOf(form) }, currentBank, plan.value, newId) ? redirect(paths.item(organisation.shortName, exercise.id), 'saved') : stopped(visit, key, 'moved')
    ));
  });
}

export function remove(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async ({ key }) => (
    await removeExercise(visit.tx, { ...key, version: versionOf(visit.form) }) ? redirect(paths.list(visit.organisation.shortName), 'removed') : stopped(visit, key, 'moved')
  ));
}

/** Freezes the frame and opens the exercise to the bodies of its reviewers. */
export function freeze(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async ({ key, exercise, seats }) => {
    const { tx, form, organisation, words, today, newId } = visit;
    const frame = frameOf(framedOf({ exercise, seats }));
    return unlessRefused(visit, key, 'moved', async () => {
      if (exercise.state !== 'planned' || !(await freezeFrame(tx, { ...key, version: versionOf(form) }, frame, Buffer.from(sha256Of(frame), 'hex')))) return stopped(visit, key, 'moved');
      const elsewhere = seats.filter(({ bodyId }) => bodyId !== organisation.id);
      await addSampleGrants(tx, elsewhere.map(({ bodyId }) => ({ orgId: organisation.id, id: newId(), granteeId: bodyId, recordId: key.id, reason: words.dipSampling.grantReason, fromDay: today })));
      return redirect(paths.item(organisation.shortName, key.id), 'saved');
    });
  });
}

export function lapse(visit: MemberVisit): Promise<Answer> {
  return withExercise(visit, async (opened) => {
    const { tx, form, organisation, today } = visit;
    const { key } = opened;
    const reason = lapseFrom(valueOf(form, 'reason'));
    if (!reason.accepted) return itemPage(visit, opened, { reason: valueOf(form, 'reason') }, reason.refusals);
    return unlessRefused(visit, key, 'moved', async () => {
      if (!(await lapseExercise(tx, { ...key, version: versionOf(form) }, reason.value, today))) return stopped(visit, key, 'moved');
      await endSampleGrants(tx, organisation.id, key.id, today);
      return redirect(paths.item(organisation.shortName, key.id), 'saved');
    });
  });
}

async function planPage(visit: MemberVisit, exercise: Pick<Exercise, 'id' | 'version'> | undefined, filled: Filled, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, organisation, seal } = visit;
  const said = words.dipSampling.plan;
  const bodies = (await organisationsByName(tx)).filter(({ kind }) => kind !== 'home_office').map(({ id, name }) => ({ value: id, text: name }));
  const earlier = (await exercisesOf(tx, organisation.id)).filter(({ id, state }) => id !== exercise?.id && state !== 'planned').map((one) => ({ value: one.id, text: words.dipSampling.origin(one.panel, periodOf(words, one)) }));
  const body = <PlanForm words={words} org={organisation.shortName} seal={seal} exercise={exercise} refusals={refusals} filled={filled} bodies={bodies} earlier={earlier} questions={questionsOf(currentBank)} bank={currentBank} />;
  const title = exercise ? said.changeHeading : said.title(organisation.name);
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit)) : page(title, body, trailOf(visit));
}

async function knownIn({ tx, organisation }: MemberVisit, id?: Id): Promise<Known> {
  return {
    bodies: (await organisationsByName(tx)).map((body) => body.id), questions: questionsOf(currentBank).map(({ code }) => code),
    earlier: (await exercisesOf(tx, organisation.id)).filter((one) => one.id !== id && one.state !== 'planned'),
  };
}

function writtenIn(visit: MemberVisit) {
  const value = (name: string) => valueOf(visit.form, name);
  return {
    panel: value('panel'), population: value('population'), sample: value('sample'), list: value('list'), order: value('order'), custodian: value('custodian'), exclusions: value('exclusions'), police_count: value('police_count'),
    chair_body: value('chair_body'), chair_role: value('chair_role'), police_body: value('police_body'), police_role: value('police_role'), repeats: value('repeats'), repeat_reason: value('repeat_reason'),
    from: dayGiven(visit.form, 'from'), to: dayGiven(visit.form, 'to'), questions: valuesOf(visit.form, 'questions'),
  };
}

function filledIn({ form }: MemberVisit): Filled {
  return { ...form, questions: valuesOf(form, 'questions') };
}

function filledFrom(exercise: Exercise, seats: readonly SeatTaken[]): Filled {
  const reviewers = seats.flatMap(({ seat, bodyId, role }) => [[`${seat}_body`, bodyId], [`${seat}_role`, role]]);
  const days = ([['from', exercise.fromDay], ['to', exercise.toDay]] as const).flatMap(([name, day]) => { const [year, month, date] = day.split('-').map((part) => part.replace(/^0+/, '')); return [[`${name}-day`, date], [`${name}-month`, month], [`${name}-year`, year]]; });
  return {
    ...Object.fromEntries([...reviewers, ...days]),
    panel: exercise.panelId, population: String(exercise.population), sample: String(exercise.sampleSize), list: exercise.listUsed, order: exercise.listOrder, custodian: exercise.custodianRole, exclusions: exercise.exclusions,
    police_count: String(exercise.policeCount), repeats: exercise.repeatsId ?? '', repeat_reason: exercise.repeatReason ?? '', questions: exercise.questionCodes,
  };
}
