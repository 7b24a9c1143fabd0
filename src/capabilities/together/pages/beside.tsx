import { InsetText, Tag } from '../../../govuk/index.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { isOverdue } from '../rules.ts';
import type { Assignment, PartState, Rework } from '../store.ts';

/** Who does a benchmark or an indicator, and whether it was returned: beside the thing itself. */
export function BesidePart({ words, state, today, href, mayAssign }: { readonly words: Words; readonly state: PartState; readonly today: Day; readonly href: string; readonly mayAssign: boolean }) {
  const said = words.together;
  const open = state.reworks.find(({ handedInAt }) => handedInAt === null);
  const comments = state.comments.filter(({ withdrawnAt }) => withdrawnAt === null).length;
  return (
    <section aria-labelledby="together">
      <h2 class="govuk-heading-m" id="together">{said.heading}</h2>
      {open && <Returned words={words} rework={open} />}
      <p class="govuk-body">
        {state.assignment ? <Assigned words={words} assignment={state.assignment} today={today} /> : said.notAssigned}
        {comments > 0 && <> {said.commentCount(comments)}.</>}{' '}
        <a class="govuk-link" href={href}>{mayAssign ? said.openAsLead : said.open}</a>
      </p>
    </section>
  );
}

export function Returned({ words, rework }: { readonly words: Words; readonly rework: Rework }) {
  const said = words.together;
  return (
    <InsetText>
      <Tag colour="orange">{said.returned}</Tag> {said.returnedBy(rework.by, rework.at)}
      <br /><span class="govuk-!-text-break-word">{rework.reason}</span>
    </InsetText>
  );
}

export function Assigned({ words, assignment, today }: { readonly words: Words; readonly assignment: Assignment; readonly today: Day }) {
  const said = words.together;
  return <>{said.assignedTo(assignment.person, assignment.dueOn)}{isOverdue(assignment, today) && <> <Tag colour="red">{said.overdue}</Tag></>}</>;
}

export type YearTask = { readonly code: string; readonly text: string; readonly href: string };

/** What is somebody's own in a year: beside the year's benchmarks. */
export function BesideYear({ words, tasks, href }: { readonly words: Words; readonly tasks: readonly YearTask[]; readonly href: string }) {
  const said = words.together.year;
  return (
    <section aria-labelledby="assigned">
      <h2 class="govuk-heading-m" id="assigned">{said.heading}</h2>
      {tasks.length === 0 ? <p class="govuk-body">{said.nothing}</p> : (
        <ul class="govuk-list govuk-list--bullet">{tasks.map((task) => <li><a class="govuk-link" href={task.href}>{task.text}</a></li>)}</ul>
      )}
      <p class="govuk-body"><a class="govuk-link" href={href}>{said.all}</a></p>
    </section>
  );
}
