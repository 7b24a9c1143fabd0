import { Button, CharacterCount, DateInput, InsetText, Radios, SummaryList, Tag } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { dayIn, type Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { Closing, EvidencePart, type NoteForm, type Piece } from '../../recommendations/index.ts';
import { paths } from '../paths.ts';
import { limits, rags } from '../rules.ts';
import type { Action, ActionNote } from '../store.ts';
import { RagTag, Standing } from './standing.tsx';

export type Filled = { readonly note: NoteForm & { readonly rag: string }; readonly outcome: string; readonly reason: string; readonly evidence: string };

export type ItemProps = {
  readonly words: Words; readonly org: string; readonly today: Day; readonly seal: FormSeal; readonly refusals: readonly Refusal[]; readonly filled: Filled;
  readonly action: Action; readonly notes: readonly ActionNote[];
  readonly place: string; readonly objective: string | undefined;
  /** The record that it came from, where the reader may open it. */
  readonly origin: { readonly text: string; readonly href: string } | undefined;
  /** What the plan's own people alone see and add. */
  readonly evidence: { readonly pieces: readonly Piece[]; readonly choices: readonly Piece[]; readonly most: number } | undefined;
  readonly may: { readonly write: boolean; readonly note: boolean; readonly confirm: 'yes' | 'own proposal' | 'no' };
  readonly history: string | undefined;
};

/** One action with all that was done about it. */
export function ItemPage(props: ItemProps) {
  const { words, org, seal, refusals, filled, action: { id, text, marking, state, version }, evidence, may, history } = props;
  const said = words.actionPlan;
  return (
    <>
      <h1 class="govuk-heading-l">{said.item.heading}</h1>
      <InsetText>{text.split(/\n+/).map((paragraph) => <p class="govuk-body">{paragraph}</p>)}</InsetText>
      {marking === 'OFFICIAL-SENSITIVE' && <p class="govuk-body-s"><Tag colour="orange" classes="dr-nowrap">{marking}</Tag></p>}
      <Details {...props} />
      {may.write && state === 'open' && <p class="govuk-body"><a class="govuk-link" href={paths.details(org, id)}>{said.item.change}</a></p>}
      {may.write && state !== 'open' && <p class="govuk-body">{state === 'closed' ? said.closedHint : said.waits}</p>}
      <Notes {...props} />
      {may.note && state !== 'closed' && <NewNote {...props} />}
      {evidence && <EvidencePart words={words} org={org} seal={seal} refusals={refusals} at={paths.item(org, id)} evidence={evidence.pieces} choices={state === 'closed' ? [] : evidence.choices} most={evidence.most} chosen={filled.evidence} />}
      <Closing words={words} seal={seal} refusals={refusals} at={paths.item(org, id)} state={state} version={version} filled={filled} writes={may.write} confirms={may.confirm} />
      <HistoryLink words={words} href={history} />
    </>
  );
}

function Details({ words, today, action, place, objective, origin }: ItemProps) {
  const said = words.actionPlan.item;
  const { owner, ownerRole, partners, startOn, dueOn, successMeasure, outcome, confirmedAt, reopenedReason } = action;
  return (
    <SummaryList rows={[
      { key: said.standing, value: <Standing words={words} action={action} today={today} /> },
      { key: said.place, value: place },
      objective !== undefined && { key: said.objective, value: objective },
      { key: said.owner, value: owner },
      { key: said.role, value: ownerRole ?? words.actionPlan.noRole },
      { key: said.partners, value: partners === '' ? said.noPartners : partners },
      { key: said.start, value: startOn === null ? said.noStart : said.day(startOn) },
      { key: said.due, value: dueOn === null ? words.actionPlan.noDay : said.day(dueOn) },
      { key: said.measure, value: successMeasure ?? said.noMeasure },
      { key: said.origin, value: <Origin words={words} action={action} origin={origin} /> },
      outcome !== null && { key: said.outcome, value: outcome },
      confirmedAt !== null && { key: said.confirmed, value: said.day(dayIn(confirmedAt)) },
      reopenedReason !== null && { key: said.reopened, value: reopenedReason },
    ]} />
  );
}

function Origin({ words, action: { origin: kind, originNote }, origin }: Pick<ItemProps, 'words' | 'action' | 'origin'>) {
  return (
    <>
      {words.actionPlan.origins[kind]}
      {origin && <><br /><a class="govuk-link" href={origin.href}>{origin.text}</a></>}
      {originNote !== null && <><br />{originNote}</>}
    </>
  );
}

function Notes({ words, notes }: ItemProps) {
  const said = words.actionPlan.progress;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      {notes.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <ul class="govuk-list govuk-list--spaced">
          {notes.map(({ datedOn, text, rag, marking, by }) => (
            <li>
              <strong>{said.entry(datedOn)}</strong>{by !== null && <>{' '}{said.by(by)}</>}
              {rag !== null && <>{' '}<RagTag words={words} rag={rag} /></>}
              {marking === 'OFFICIAL-SENSITIVE' && <>{' '}<Tag colour="orange" classes="dr-nowrap">{marking}</Tag></>}
              <br />{text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function NewNote({ words, org, seal, refusals, filled: { note }, action: { id } }: ItemProps) {
  const said = words.actionPlan.progress;
  return (
    <Form action={`${paths.item(org, id)}/progress`} seal={seal}>
      <h3 class="govuk-heading-s">{said.add}</h3>
      <CharacterCount name="text" label={said.text} hint={words.moderation.statements.never} maxlength={limits.text} countType="characters" threshold={75} value={note.text} error={errorAt(words, refusals, 'text')} />
      <DateInput id="dated" namePrefix="dated" legend={said.dated} hint={said.datedHint} value={note.dated} error={errorAt(words, refusals, 'dated-day')} />
      <Radios name="rag" legend={said.rag} hint={said.ragHint} small value={note.rag} error={errorAt(words, refusals, 'rag')}
        items={[{ value: '', text: said.unchanged }, ...rags.map((value) => ({ value, text: words.actionPlan.rag[value] }))]} />
      <Radios name="marking" legend={words.actionPlan.form.marking} inline small value={note.marking} error={errorAt(words, refusals, 'marking')} items={markings.map((marking) => ({ value: marking, text: marking }))} />
      <Button variant="secondary" preventDoubleClick>{said.save}</Button>
    </Form>
  );
}
