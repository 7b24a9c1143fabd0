import { Button, Radios, SummaryList, Textarea } from '../../../govuk/index.ts';
import { errorAt } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf } from '../../../platform/route.ts';
import { paths } from '../paths.ts';
import { withdrawals } from '../rules-keys.ts';
import type { BookingProps } from './booking.tsx';

/** What may be done beside the decision: advice, withdrawal, cancellation, review. */
export function Steps(props: BookingProps) {
  const { today, booking: { asking, outcome, eventOn }, mayWrite } = props;
  const past = eventOn < today;
  const goesOn = !past && (asking !== null || outcome === 'approved' || outcome === 'conditions');
  return (
    <>
      <Review {...props} />
      <Legal {...props} asks={mayWrite && !past && asking !== null} />
      {mayWrite && goesOn && asking === null && <Cancellation {...props} />}
      {mayWrite && goesOn && <Withdrawal {...props} />}
    </>
  );
}

function Legal({ words, org, seal, form, refusals, booking, advice, mayWrite, asks }: BookingProps & { readonly asks: boolean }) {
  const said = words.venueHire.steps;
  if (advice.length === 0 && !asks) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.advice}</h2>
      {advice.map(({ id, version, askedOn, question, answeredOn, answer }) => (
        <>
          <SummaryList rows={[{ key: said.adviceAsked(askedOn), value: question }, { key: answeredOn === null ? said.answer : said.adviceAnswered(answeredOn), value: answer ?? said.adviceWaits }]} />
          {answer === null && mayWrite && (
            <Form action={paths.answer(org, booking.id, id)} seal={seal} version={version}>
              <Textarea id={`answer-${id}`} name="answer" label={said.answer} rows={3} value={valueOf(form, 'answer')} error={errorAt(words, refusals, 'answer')} />
              <Button variant="secondary" preventDoubleClick>{said.sendAnswer}</Button>
            </Form>
          )}
        </>
      ))}
      {asks && (
        <Form action={paths.advice(org, booking.id)} seal={seal}>
          <Textarea name="question" label={said.askAdvice} hint={words.venueHire.never} rows={3} value={valueOf(form, 'question')} error={errorAt(words, refusals, 'question')} />
          <Button variant="secondary" preventDoubleClick>{said.ask}</Button>
        </Form>
      )}
    </>
  );
}

function Cancellation({ words, org, seal, booking: { id, version } }: BookingProps) {
  const said = words.venueHire.steps;
  return (
    <Form action={paths.cancellation(org, id)} seal={seal} version={version}>
      <h2 class="govuk-heading-m">{said.cancel}</h2>
      <p class="govuk-body">{said.cancelHint}</p>
      <Button variant="warning" preventDoubleClick>{said.sendCancel}</Button>
    </Form>
  );
}

function Withdrawal({ words, org, seal, form, refusals, booking: { id, version } }: BookingProps) {
  const said = words.venueHire.steps;
  return (
    <Form action={paths.withdrawal(org, id)} seal={seal} version={version}>
      <h2 class="govuk-heading-m">{said.withdraw}</h2>
      <Radios name="when" legend={said.withdrawWhen} legendSize="s" small value={valueOf(form, 'when')} error={errorAt(words, refusals, 'when')} items={withdrawals.map((value) => ({ value, text: words.venueHire.withdrawals[value] }))} />
      <Button variant="secondary" preventDoubleClick>{said.sendWithdraw}</Button>
    </Form>
  );
}

function Review(props: BookingProps) {
  const { words, org, seal, form, refusals, booking, keys, reviews, mayWrite } = props;
  const said = words.venueHire.steps;
  const restricts = booking.outcome === 'conditions' && keys.some(({ round, restrictive }) => round === booking.round && restrictive);
  const reviewable = booking.asking === null && (booking.outcome === 'refused' || booking.outcome === 'cancelled' || restricts) && !reviews.some(({ round }) => round === booking.round);
  if (reviews.length === 0 && !reviewable) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{said.review}</h2>
      {reviews.map((review) => (
        <>
          <SummaryList rows={[
            { key: said.reviewAsked(review.askedOn), value: review.said },
            review.heardOn !== null && review.result !== null && { key: said.heard(review.heardOn), value: <>{said.results[review.result]}<br />{review.reason}</> },
          ]} />
          {review.result === null && <Hearing {...props} review={review} />}
        </>
      ))}
      {reviewable && mayWrite && (
        <Form action={paths.reviews(org, booking.id)} seal={seal}>
          <Textarea name="review_said" label={said.reviewSaid} hint={words.venueHire.never} rows={3} value={valueOf(form, 'review_said')} error={errorAt(words, refusals, 'review_said')} />
          <Button variant="secondary" preventDoubleClick>{said.sendReview}</Button>
        </Form>
      )}
    </>
  );
}

function Hearing({ words, org, seal, form, refusals, booking, mayHear, review }: BookingProps & { readonly review: BookingProps['reviews'][number] }) {
  const said = words.venueHire.steps;
  if (!mayHear) return <p class="govuk-body">{said.tookPart}</p>;
  return (
    <Form action={paths.hearing(org, booking.id, review.id)} seal={seal} version={review.version}>
      <h3 class="govuk-heading-s">{said.hear}</h3>
      <p class="govuk-body">{said.hearHint}</p>
      <Radios name="result" legend={said.result} legendSize="s" small value={valueOf(form, 'result')} error={errorAt(words, refusals, 'result')} items={(['upheld', 'overturned'] as const).map((value) => ({ value, text: said.results[value] }))} />
      <Textarea name="reason" label={said.reviewReason} rows={3} value={valueOf(form, 'reason')} error={errorAt(words, refusals, 'reason')} />
      <Button preventDoubleClick>{said.sendHearing}</Button>
    </Form>
  );
}
