import { Button, ButtonLink, Input, Table, Tag } from '../../../govuk/index.ts';
import { errorAt } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { paths } from '../paths.ts';
import type { SeatTaken } from '../store.ts';
import type { ItemProps } from './item.tsx';

/** Who reviews and how far they are, and the dice of those who have not thrown them. */
export function SeatsPart(props: ItemProps) {
  const { words, org, seal, exercise: { id, state }, seats, mine, ours } = props;
  const said = words.dipSampling.item;
  const free = state === 'frozen' && !mine ? seats.filter(({ bodyId, personId }) => bodyId === ours && personId === null) : [];
  return (
    <>
      <Table caption={said.seatsHeading} captionSize="m" narrow="stack" rows={seats} columns={[
        { title: said.seat, rowHeader: true, cell: ({ seat }: SeatTaken) => words.dipSampling.seats[seat] }, { title: said.who, cell: ({ role, body }) => said.reviewer(role, body) },
        { title: said.seatState, cell: (seat) => <Tag colour={seat.settledAt ? 'green' : seat.personId ? 'blue' : 'grey'}>{seat.settledAt ? said.settled : seat.finishedAt ? said.finished : seat.personId ? said.taken : said.open}</Tag> },
      ]} />
      {free.map(({ seat }) => (
        <Form action={paths.step(org, id, 'seat')} seal={seal}>
          <input type="hidden" name="seat" value={seat} />
          <p class="govuk-body">{said.takeHint}</p>
          <Button preventDoubleClick>{said.take(words.dipSampling.seats[seat])}</Button>
        </Form>
      ))}
      {state === 'frozen' && (mine ? <Dice {...props} /> : <p class="govuk-body">{said.diceWait}</p>)}
    </>
  );
}

function Dice({ words, org, seal, refusals, filled, exercise: { id }, thrown }: ItemProps) {
  const said = words.dipSampling.item;
  return (
    <>
      <h2 class="govuk-heading-m">{said.diceHeading}</h2>
      {thrown ? <p class="govuk-body">{said.waiting}</p> : (
        <Form action={paths.step(org, id, 'throws')} seal={seal}>
          <Input name="throws" label={said.throws} hint={said.diceHint} width={30} inputmode="numeric" autocomplete="off" value={filled.throws ?? ''} error={errorAt(words, refusals, 'throws')} />
          <Button preventDoubleClick>{said.enter}</Button>
        </Form>
      )}
    </>
  );
}

/** A reviewer's own positions, one page a case; then what both settle, and the way to the end for whoever closes it. */
export function ReviewPart(props: ItemProps) {
  const { words, org, exercise, seats, mine, writes } = props;
  const said = words.dipSampling.item;
  const ready = exercise.answersErasedOn !== null || seats.every(({ settledAt }) => settledAt !== null);
  return (
    <>
      {mine && exercise.answersErasedOn === null && <Mine {...props} mine={mine} />}
      {writes && (ready ? <ButtonLink href={paths.closing(org, exercise.id)}>{said.closeLink}</ButtonLink> : <p class="govuk-body">{said.closeWait}</p>)}
    </>
  );
}

function Mine({ words, org, seal, exercise: { id, sampleSize }, draw, mine, answered, differing, compared }: ItemProps & { readonly mine: SeatTaken }) {
  const said = words.dipSampling.item.review;
  const left = sampleSize - answered.size;
  if (compared) return <ButtonLink href={paths.differences(org, id)}>{differing > 0 ? said.differences(differing) : said.settle}</ButtonLink>;
  if (mine.finishedAt) return <p class="govuk-body">{said.finished}</p>;
  return (
    <>
      <h2 class="govuk-heading-m">{said.heading}</h2>
      <p class="govuk-body">{said.hint}</p>
      <Table caption={said.caption} captionHidden narrow="stack" rows={(draw?.positions ?? []).toSorted((a, b) => a - b)} columns={[
        { title: said.position, rowHeader: true, cell: (position: number) => <a class="govuk-link" href={paths.case(org, id, position)}>{said.link(position)}</a> },
        { title: said.standing, cell: (position) => <Tag colour={answered.has(position) ? 'green' : 'grey'}>{answered.has(position) ? said.answered : said.toDo}</Tag> },
      ]} />
      {left > 0 ? <p class="govuk-body">{said.left(left)}</p> : (
        <Form action={paths.step(org, id, 'finish')} seal={seal}><p class="govuk-body">{said.finishHint}</p><Button preventDoubleClick>{said.finish}</Button></Form>
      )}
    </>
  );
}
