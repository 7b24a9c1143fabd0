import { Button, Checkboxes, Input, Radios, SummaryList, Table, Tag, Textarea } from '../../../govuk/index.ts';
import type { Organisation } from '../../../kernel/access.ts';
import type { Id } from '../../../kernel/id.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, valuesOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { DayFields } from '../../organisations/index.ts';
import type { ReviewSeen } from '../events.tsx';
import { paths } from '../paths.ts';
import { isClosed, reaches } from '../rules-events.ts';
import type { Risk } from '../store.ts';

type Common = { readonly words: Words; readonly org: string; readonly ownId: Id; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[] };

type EventsProps = Common & { readonly today: Day; readonly reviews: readonly ReviewSeen[]; readonly below: readonly Organisation[] };

export function EventsPage(props: EventsProps) {
  const { words, org, ownId, reviews, below } = props;
  const said = words.riskLog.events;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {reviews.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={reviews} columns={[
          { title: said.event, rowHeader: true, cell: ({ id, title }: ReviewSeen) => <a class="govuk-link govuk-!-text-break-word" href={paths.event(org, id)}>{title}</a> },
          { title: said.reach, cell: ({ reach }) => said.reaches[reach] },
          { title: said.happened, cell: ({ happenedOn }) => words.riskLog.day(happenedOn) },
          { title: said.due, cell: ({ dueOn }) => words.riskLog.day(dueOn) },
          { title: said.state, cell: (review) => <State words={words} ownId={ownId} review={review} /> },
        ]} />
      )}
      {below.length > 0 && <NewEvent {...props} />}
    </>
  );
}

function State({ words, ownId, review: { ours, openedBy, asked, answers } }: { readonly words: Words; readonly ownId: Id; readonly review: ReviewSeen }) {
  const said = words.riskLog.events;
  if (!ours) return <><Tag colour={answers.length > 0 ? 'green' : 'yellow'}>{answers.some(({ bodyId }) => bodyId === ownId) ? said.answered : said.waits}</Tag><br />{said.from(openedBy)}</>;
  const closed = isClosed(asked.map(({ id }) => id), answers.map(({ bodyId }) => bodyId));
  return <Tag colour={closed ? 'green' : 'yellow'}>{closed ? said.closed : said.open(answers.length, asked.length)}</Tag>;
}

function NewEvent({ words, org, seal, form, refusals, today, below }: EventsProps) {
  const said = words.riskLog.events;
  const error = (field: string) => errorAt(words, refusals, field);
  return (
    <Form action={paths.events(org)} seal={seal}>
      <h2 class="govuk-heading-m">{said.add}</h2>
      <Input name="title" label={said.titleLabel} labelSize="s" hint={said.titleHint} value={valueOf(form, 'title')} error={error('title')} />
      <Radios name="reach" legend={said.reachLabel} legendSize="s" inline small value={valueOf(form, 'reach')} error={error('reach')} items={reaches.map((reach) => ({ value: reach, text: said.reaches[reach] }))} />
      <DayFields words={words} name="happened" legend={said.happenedLabel} form={form} default={today} errors={refusals} />
      <DayFields words={words} name="due" legend={said.dueLabel} form={form} errors={refusals} />
      <Checkboxes name="bodies" legend={said.bodiesLabel} legendSize="s" small values={[...valuesOf(form, 'bodies')]} error={error('bodies')} items={[{ value: 'all', text: said.all }, ...below.map(({ id, name }) => ({ value: id, text: name }))]} />
      <Button preventDoubleClick>{said.save}</Button>
    </Form>
  );
}

type EventProps = Common & { readonly review: ReviewSeen; readonly mayAnswer: boolean; readonly risks: readonly Risk[] };

export function EventPage(props: EventProps) {
  const { words, ownId, review: { title, reach, happenedOn, dueOn, openedBy, asked, ours, answers }, mayAnswer } = props;
  const said = words.riskLog.events;
  const shown = asked.filter(({ id }) => ours || id === ownId).map((body) => ({ ...body, answer: answers.find(({ bodyId }) => bodyId === body.id) }));
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList rows={[
        { key: said.reach, value: said.reaches[reach] }, { key: said.happened, value: words.riskLog.day(happenedOn) }, { key: said.due, value: words.riskLog.day(dueOn) },
        { key: said.openedBy, value: openedBy },
      ]} />
      <Table caption={said.answers} captionSize="m" narrow="stack" rows={shown} columns={[
        { title: said.body, rowHeader: true, cell: ({ name }) => name },
        { title: said.answer, cell: ({ answer }) => (!answer ? said.notYet : answer.changedRisks.length === 0 ? said.noChange : said.changed(answer.changedRisks)) },
        { title: said.answeredOn, cell: ({ answer }) => answer && words.riskLog.day(answer.answeredOn) },
        { title: said.lookedAt, cell: ({ answer }) => <span class="govuk-!-text-break-word">{answer?.said}</span> },
      ]} />
      {mayAnswer && <AnswerForm {...props} />}
    </>
  );
}

function AnswerForm({ words, org, seal, form, refusals, review: { id }, risks }: EventProps) {
  const said = words.riskLog.events;
  const error = (field: string) => errorAt(words, refusals, field);
  return (
    <Form action={paths.answers(org, id)} seal={seal}>
      <h2 class="govuk-heading-m">{said.answerHeading}</h2>
      <Radios name="answer" legend={said.answerLabel} legendSize="s" small hint={said.changeFirst} value={valueOf(form, 'answer')} error={error('answer')} items={[{ value: 'no_change', text: said.no }, { value: 'changed', text: said.yes }]} />
      {risks.length > 0 && <Checkboxes name="risks" legend={said.which} legendSize="s" small values={[...valuesOf(form, 'risks')]} error={error('risks')} items={risks.map(({ number, event }) => ({ value: String(number), text: words.riskLog.log.numbered(number, event) }))} />}
      <Textarea name="said" label={said.said} labelSize="s" hint={words.riskLog.never} rows={3} value={valueOf(form, 'said')} error={error('said')} />
      <Button preventDoubleClick>{said.send}</Button>
    </Form>
  );
}
