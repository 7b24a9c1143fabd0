import type { ComponentChildren } from 'preact';
import { Button, CharacterCount, DateInput, InsetText, Radios, SummaryList, Tag } from '../../../govuk/index.ts';
import { markings, type Marking } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { dayIn, type Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { paths } from '../paths.ts';
import { limits, type NoteForm, type PlanForm } from '../rules.ts';
import type { FollowUp, ProgressNote } from '../store.ts';
import { Closing } from './closing.tsx';
import { EvidencePart, type Piece } from './evidence.tsx';
import { StateTag } from './list.tsx';
import { PlanForms } from './plan.tsx';

export type Filled = { readonly plan: PlanForm; readonly note: NoteForm; readonly outcome: string; readonly reason: string; readonly evidence: string };

export type ItemProps = {
  readonly words: Words; readonly org: string; readonly today: Day; readonly seal: FormSeal; readonly refusals: readonly Refusal[]; readonly filled: Filled;
  readonly recommendation: { readonly id: string; readonly text: string; readonly year: string; readonly marking: Marking; readonly benchmark: { readonly number: number; readonly title: string } | undefined };
  readonly followUp: FollowUp; readonly progress: readonly ProgressNote[]; readonly evidence: readonly Piece[];
  readonly choices: readonly Piece[]; readonly most: number;
  /** May write what was done. */
  readonly writes: boolean;
  /** May answer a closure that somebody proposed: "own proposal" may not. */
  readonly confirms: 'yes' | 'own proposal' | 'no';
  readonly history: string | undefined;
  /** What a later capability says beside it. */
  readonly beside: ComponentChildren;
};

/** One recommendation with all that the body did about it. */
export function ItemPage(props: ItemProps) {
  const { words, org, seal, refusals, filled, recommendation: { id, text, year, marking, benchmark }, followUp: { state, version }, evidence, choices, most, writes, confirms, history, beside } = props;
  const said = words.recommendations;
  return (
    <>
      <h1 class="govuk-heading-l">{said.item.heading(year)}</h1>
      <InsetText>{text.split(/\n+/).map((paragraph) => <p class="govuk-body">{paragraph}</p>)}{benchmark && <p class="govuk-body-s">{said.item.concerns(benchmark.number, benchmark.title)}</p>}</InsetText>
      {marking === 'OFFICIAL-SENSITIVE' && <p class="govuk-body-s"><Tag colour="orange" classes="dr-nowrap">{marking}</Tag></p>}
      <Standing {...props} />
      {beside}
      {writes && state === 'open' && <PlanForms {...props} />}
      <Progress {...props} />
      <EvidencePart words={words} org={org} seal={seal} refusals={refusals} at={paths.item(org, id)} evidence={evidence} choices={state === 'closed' ? [] : choices} most={most} chosen={filled.evidence} />
      <Closing words={words} seal={seal} refusals={refusals} at={paths.item(org, id)} state={state} version={version} filled={filled} writes={writes} confirms={confirms} />
      <HistoryLink words={words} href={history} />
    </>
  );
}

function Standing({ words, today, followUp }: ItemProps) {
  const said = words.recommendations.item;
  const { ownerRole, department, dueOn, reply, outcome, confirmedAt, reopenedReason } = followUp;
  return (
    <SummaryList rows={[
      { key: said.state, value: <StateTag words={words} status={followUp} today={today} /> },
      { key: said.owner, value: ownerRole ?? words.recommendations.list.noOwner },
      { key: said.department, value: department ?? said.noDepartment },
      { key: said.due, value: dueOn === null ? words.recommendations.list.noDay : said.day(dueOn) },
      { key: said.reply, value: reply === '' ? said.noReply : reply },
      outcome !== null && { key: said.outcome, value: outcome },
      confirmedAt !== null && { key: said.confirmed, value: said.day(dayIn(confirmedAt)) },
      reopenedReason !== null && { key: said.reopened, value: reopenedReason },
    ]} />
  );
}

function Progress({ words, org, seal, refusals, filled: { note }, recommendation: { id }, followUp, progress, writes }: ItemProps) {
  const said = words.recommendations.progress;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {progress.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <ul class="govuk-list govuk-list--spaced">
          {progress.map(({ datedOn, text, marking }) => (
            <li><strong>{said.entry(datedOn)}</strong>{marking === 'OFFICIAL-SENSITIVE' && <>{' '}<Tag colour="orange" classes="dr-nowrap">{marking}</Tag></>}<br />{text}</li>
          ))}
        </ul>
      )}
      {writes && followUp.state !== 'closed' && (
        <Form action={`${paths.item(org, id)}/progress`} seal={seal}>
          <h3 class="govuk-heading-s">{said.add}</h3>
          <CharacterCount name="text" label={said.text} hint={words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75} value={note.text} error={errorAt(words, refusals, 'text')} />
          <DateInput id="dated" namePrefix="dated" legend={said.dated} hint={said.datedHint} value={note.dated} error={errorAt(words, refusals, 'dated-day')} />
          <Radios name="marking" legend={said.marking} inline small value={note.marking} error={errorAt(words, refusals, 'marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
          <Button variant="secondary" preventDoubleClick>{said.save}</Button>
        </Form>
      )}
    </>
  );
}
