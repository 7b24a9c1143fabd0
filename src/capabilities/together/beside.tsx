import { holds } from '../../kernel/access.ts';
import { yearOf } from '../../kernel/year.ts';
import { assessmentsOf, type Beside } from '../assessment/index.ts';
import type { TaskReader } from '../organisations/index.ts';
import { access } from './access.ts';
import { BesidePart, BesideYear } from './pages/beside.tsx';
import { partOf } from './part.tsx';
import { paths } from './paths.ts';
import { isOverdue, worksFor } from './rules.ts';
import { coversOf, stateOfPart, tasksOf, type CoverLine, type Task } from './store.ts';

/** Handed to the assessment's pages: who does a part, or what of a year is the reader's own. */
export const beside: Beside = async (visit, opened, about) => {
  const { tx, words, organisation, permit, today } = visit;
  const { org, year, record } = opened;
  const mayAssign = !record.submitted && holds(permit, ...access.assign.own);
  if (about) {
    const found = partOf(opened, about.code);
    return found && <BesidePart words={words} state={await stateOfPart(tx, organisation.id, found.part)} today={today} href={paths.part(org, year, about.code)} mayAssign={mayAssign} />;
  }
  if (record.submitted || !holds(permit, ...access.handIn.own)) return null;
  const { tasks, covers } = await ownTasks({ tx, organisation, personId: permit.personId, today });
  const here = tasks.filter(({ assessmentId }) => assessmentId === record.id);
  return (
    <BesideYear words={words} href={paths.work(org, year)}
      tasks={here.map((task) => ({ code: task.code, text: words.together.task[task.is](task.code, year, task.dueOn ?? '', task.dueOn !== null && isOverdue({ dueOn: task.dueOn }, today), coveredName(task, covers, permit.personId)), href: partOf(opened, task.code)?.href ?? paths.part(org, year, task.code) }))} />
  );
};

/** Handed to the first page after sign-in: what is assigned or returned to the reader, in all years that are open. */
export const tasks: TaskReader = async (ask) => {
  const { tx, organisation, personId, today } = ask;
  const found = await ownTasks(ask);
  if (found.tasks.length === 0) return [];
  const years = new Map((await assessmentsOf(tx, organisation.id)).filter(({ submittedAt }) => !submittedAt).map(({ id, year }) => [id, year]));
  return found.tasks.flatMap((task) => {
    const year = yearOf(years.get(task.assessmentId) ?? '');
    if (!year) return [];
    const late = task.dueOn !== null && isOverdue({ dueOn: task.dueOn }, today);
    return [{ text: (words) => words.together.task[task.is](task.code, year, task.dueOn ?? '', late, coveredName(task, found.covers, personId)), href: paths.part(organisation.shortName, year, task.code) }];
  });
};

async function ownTasks({ tx, organisation, personId, today }: Omit<Parameters<TaskReader>[0], 'roles'>): Promise<{ tasks: Task[]; covers: CoverLine[] }> {
  const covers = await coversOf(tx, organisation.id, today);
  const mine = worksFor(personId, covers, today);
  return { covers, tasks: (await tasksOf(tx, organisation.id)).filter((task) => task.personId !== null && mine.has(task.personId)) };
}

/** The name of whom a task belongs to, when the reader has it by cover. */
function coveredName(task: Task, covers: readonly CoverLine[], me: string): string | undefined {
  return task.personId === me ? undefined : covers.find(({ personId }) => personId === task.personId)?.person;
}
