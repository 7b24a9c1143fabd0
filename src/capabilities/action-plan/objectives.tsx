import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { shapes } from './api.ts';
import { benchmarkSaid, editionOf, mayWrite, missing, movedOn, trailOf, versionIn } from './opened.tsx';
import { ObjectivePage, ObjectivesPage } from './pages/objectives.tsx';
import { paths } from './paths.ts';
import { objectiveFrom, type ObjectiveForm } from './rules.ts';
import { addObjective, changeObjective, objectiveOf, objectivesOf, removeObjective } from './store.ts';

type Found = NonNullable<Awaited<ReturnType<typeof objectiveOf>>>;

export function showObjectives(visit: MemberVisit): Promise<Answer> {
  return objectivesPage(visit, { benchmark: '', text: '' }, []);
}

export async function add(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, newId } = visit;
  const edition = await editionOf(visit);
  const filled = { benchmark: valueOf(form, 'benchmark'), text: valueOf(form, 'text') };
  const objective = objectiveFrom(filled, edition?.benchmarks.map(({ code }) => code) ?? []);
  if (!objective.accepted || !edition) return objectivesPage(visit, filled, objective.accepted ? [] : objective.refusals);
  await addObjective(tx, { orgId: organisation.id, id: newId(), editionId: edition.id, ...objective.value });
  return redirect(paths.objectives(organisation.shortName), 'saved');
}

export function showObjective(visit: MemberVisit): Promise<Answer> {
  return withObjective(visit, (objective) => objectivePage(visit, objective, objective.text, []));
}

export function readObjective(visit: MemberVisit): Promise<Answer> {
  return withObjective(visit, ({ id, benchmarkCode, text, actions, version }) => json(shapes.objective, { id, benchmark: benchmarkCode, text, actions, version }));
}

export function save(visit: MemberVisit): Promise<Answer> {
  return withObjective(visit, async (objective) => {
    const { tx, form, organisation: { id: orgId, shortName } } = visit;
    const written = valueOf(form, 'text');
    const accepted = objectiveFrom({ benchmark: objective.benchmarkCode, text: written }, [objective.benchmarkCode]);
    if (!accepted.accepted) return objectivePage(visit, objective, written, accepted.refusals);
    const version = versionIn(form);
    const saved = version !== undefined && await changeObjective(tx, { orgId, id: objective.id, version }, accepted.value.text);
    return saved ? redirect(paths.objective(shortName, objective.id), 'saved') : movedOn(visit, paths.objective(shortName, objective.id));
  });
}

export function remove(visit: MemberVisit): Promise<Answer> {
  return withObjective(visit, async ({ id }) => {
    const { tx, form, organisation: { id: orgId, shortName } } = visit;
    const version = versionIn(form);
    const removed = version !== undefined && await removeObjective(tx, { orgId, id, version });
    return removed ? redirect(paths.objectives(shortName), 'removed') : movedOn(visit, paths.objective(shortName, id));
  });
}

async function withObjective(visit: MemberVisit, work: (objective: Found) => Promise<Answer> | Answer): Promise<Answer> {
  const id = visit.params['id'] ?? '';
  const objective = isId(id) ? await objectiveOf(visit.tx, { orgId: visit.organisation.id, id }) : undefined;
  return objective ? work(objective) : missing(visit);
}

async function objectivesPage(visit: MemberVisit, filled: ObjectiveForm, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation } = visit;
  const edition = await editionOf(visit);
  const benchmarks = (edition?.benchmarks ?? []).map(({ code, number, title }) => ({ value: code, text: words.actionPlan.benchmark(number, title.en) }));
  const title = words.actionPlan.objectives.title(organisation.name);
  const body = (
    <ObjectivesPage words={words} seal={seal} org={organisation.shortName} refusals={refusals} filled={filled} objectives={await objectivesOf(tx, organisation.id)} benchmarks={benchmarks}
      titleOf={(code) => benchmarkSaid(visit, edition, code)} writes={mayWrite(visit)} />
  );
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit, true)) : page(title, body, trailOf(visit, true));
}

async function objectivePage(visit: MemberVisit, objective: Found, text: string, refusals: readonly Refusal[]): Promise<Answer> {
  const { words, seal, organisation } = visit;
  const benchmark = benchmarkSaid(visit, await editionOf(visit), objective.benchmarkCode);
  const title = words.actionPlan.objectives.changeHeading;
  const body = <ObjectivePage words={words} seal={seal} org={organisation.shortName} refusals={refusals} text={text} objective={objective} benchmark={benchmark} />;
  return refusals.length > 0 ? refusedPage(title, body, refusals, trailOf(visit, true)) : page(title, body, trailOf(visit, true));
}
