import { Button, CharacterCount, InsetText, Radios, Select, WarningText } from '../../../govuk/index.ts';
import { markings } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Id } from '../../../kernel/id.ts';
import { dayOf, type Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Sent, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import type { OpenedPart } from '../part.tsx';
import { paths } from '../paths.ts';
import { limits, type Colleague } from '../rules.ts';
import type { Comment, PartState } from '../store.ts';
import { Assigned, Returned } from './beside.tsx';

export type PartProps = {
  readonly words: Words;
  readonly opened: OpenedPart;
  readonly state: PartState;
  readonly colleagues: readonly Colleague[];
  readonly me: Id;
  readonly today: Day;
  readonly may: { readonly assign: boolean; readonly handIn: boolean; readonly comment: boolean };
  readonly seal: FormSeal;
  readonly sent: Sent;
  readonly errors: readonly Refusal[];
  readonly changed: boolean;
};

/** One benchmark or indicator: who does it, what was returned, and what people said. */
export function PartPage(props: PartProps) {
  const { words, opened, state, today, changed, may } = props;
  const said = words.together;
  return (
    <>
      <span class="govuk-caption-l">{opened.code}</span>
      <h1 class="govuk-heading-l">{opened.title}</h1>
      <p class="govuk-body"><a class="govuk-link" href={opened.href}>{said.part.back}</a></p>
      {changed && <WarningText>{said.part.changed}</WarningText>}
      {opened.record.submitted && <InsetText>{said.part.closed}</InsetText>}
      <p class="govuk-body">{state.assignment ? <Assigned words={words} assignment={state.assignment} today={today} /> : said.notAssigned}</p>
      <Reworks {...props} />
      <Comments {...props} />
      {may.assign && <AssignForm {...props} />}
      {may.assign && <ReturnForm {...props} />}
      {may.assign && <p class="govuk-body"><a class="govuk-link" href={paths.partners(opened.org, opened.year, opened.code)}>{said.part.partners}</a></p>}
    </>
  );
}

function Reworks({ words, opened: { org, year, code }, state, may, seal }: PartProps) {
  const said = words.together;
  return (
    <>
      {state.reworks.map((rework) => (
        <>
          <Returned words={words} rework={rework} />
          {rework.handedInAt !== null && <p class="govuk-body">{said.handedIn(rework.handedInBy, rework.handedInAt)}</p>}
          {rework.handedInAt === null && may.handIn && (
            <Form action={paths.handIn(org, year, code, rework.id)} seal={seal}><Button preventDoubleClick>{said.part.handIn}</Button></Form>
          )}
        </>
      ))}
    </>
  );
}

function Comments(props: PartProps) {
  const { words, opened: { org, year, code }, state, may, seal, sent, errors } = props;
  const said = words.together.part;
  return (
    <section aria-labelledby="comments">
      <h2 class="govuk-heading-m" id="comments">{said.commentsHeading}</h2>
      {state.comments.length === 0 && <p class="govuk-body">{said.noComments}</p>}
      {state.comments.map((comment) => <OneComment {...props} comment={comment} />)}
      {may.comment && (
        <Form action={paths.comments(org, year, code)} seal={seal}>
          <CharacterCount name="said" label={said.comment} labelSize="s" hint={said.commentHint} rows={4} maxlength={limits.comment} threshold={75} value={valueOf(sent, 'said')} error={errorAt(words, errors, 'said')} />
          <Radios name="marking" legend={said.marking} legendSize="s" inline value={valueOf(sent, 'marking') || 'OFFICIAL'} error={errorAt(words, errors, 'marking')}
            items={markings.map((marking) => ({ value: marking, text: marking }))} />
          <Button variant="secondary" preventDoubleClick>{said.add}</Button>
        </Form>
      )}
    </section>
  );
}

function OneComment({ words, opened: { org, year, code }, comment: { id, at, by, byId, marking, said: text, withdrawnAt }, me, may, seal }: PartProps & { readonly comment: Comment }) {
  const said = words.together.part;
  return (
    <article class="govuk-!-margin-bottom-6">
      <p class="govuk-body-s govuk-!-margin-bottom-1">{said.byline(by, at, marking)}</p>
      {withdrawnAt === null ? text.split(/\n+/).map((line) => <p class="govuk-body govuk-!-text-break-word">{line}</p>) : <p class="govuk-body">{said.withdrawn(withdrawnAt)}</p>}
      {withdrawnAt === null && byId === me && may.comment && (
        <Form action={paths.withdrawal(org, year, code, id)} seal={seal}>
          <Button variant="secondary">{said.withdraw}<span class="govuk-visually-hidden">{said.withdrawThis(at)}</span></Button>
        </Form>
      )}
    </article>
  );
}

function AssignForm({ words, opened: { org, year, code }, state: { assignment }, colleagues, seal, sent, errors }: PartProps) {
  const said = words.together.part;
  return (
    <section aria-labelledby="assign">
      <h2 class="govuk-heading-m" id="assign">{said.assignHeading}</h2>
      <Form action={paths.assignment(org, year, code)} seal={seal} version={assignment?.version ?? 0}>
        <Select name="person" label={said.person} hint={said.personHint} value={valueOf(sent, 'person') || (assignment?.personId ?? '')} error={errorAt(words, errors, 'person')}
          items={[{ value: '', text: said.nobody }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))]} />
        <DayFields words={words} name="due" legend={said.due} form={sent} default={assignment && dayOf(assignment.dueOn)} errors={errors} />
        <Button variant="secondary" preventDoubleClick>{said.assign}</Button>
      </Form>
    </section>
  );
}

function ReturnForm({ words, opened: { org, year, code }, seal, sent, errors }: PartProps) {
  const said = words.together.part;
  return (
    <section aria-labelledby="return">
      <h2 class="govuk-heading-m" id="return">{said.returnHeading}</h2>
      <Form action={paths.returns(org, year, code)} seal={seal}>
        <CharacterCount name="reason" label={said.reason} labelSize="s" rows={3} maxlength={limits.reason} threshold={75} value={valueOf(sent, 'reason')} error={errorAt(words, errors, 'reason')} />
        <Button variant="secondary" preventDoubleClick>{said.return}</Button>
      </Form>
    </section>
  );
}
