import { Button, ButtonLink, Input, InsetText, Radios, SummaryList, Table, Tag } from '../../../govuk/index.ts';
import { errorAt, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import { daysBetween, type Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import { valueOf, type Form as Fields, type FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Corrected } from '../corrections-store.ts';
import { paths } from '../paths.ts';
import { findings, limits, questionsOf, urgencyOf, type Check, type CheckItem } from '../rules.ts';
import type { Held } from '../rules-keys.ts';
import { isUndecided } from '../rules-numbers.ts';
import type { Advice, BookingLine, Review, Turned } from '../store.ts';
import { Keys, OutcomeTag, UrgencyTag } from './parts.tsx';
import { Steps } from './steps.tsx';

export type BookingProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly form: Fields; readonly refusals: readonly Refusal[]; readonly today: Day;
  readonly booking: BookingLine; readonly checks: readonly Check[]; readonly corrections: readonly Corrected[]; readonly keys: readonly Turned[]; readonly advice: readonly Advice[]; readonly reviews: readonly Review[];
  /** The keys that the reader may turn now, or why none. */
  readonly free: Outcome<readonly Held[]>;
  readonly mayWrite: boolean;
  /** Whether the reader may hear a review: somebody with such a role who took no part. */
  readonly mayHear: boolean;
};

/** One booking: what it is, what was looked at, what the departments decided, and what can be done now. */
export function BookingPage(props: BookingProps) {
  const { words, org, today, booking, keys, free, mayWrite } = props;
  const said = words.venueHire.one;
  const past = booking.eventOn < today;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(booking.reference)}</h1>
      <Facts {...props} />
      {mayWrite && booking.asking === 'hire' && !past && <p class="govuk-body"><a class="govuk-link" href={paths.correction(org, booking.id)}>{words.venueHire.correction.link}</a></p>}
      {booking.byRule && <InsetText>{said.byRule}</InsetText>}
      {booking.overturned && <InsetText>{said.overturned}</InsetText>}
      {booking.triggers.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{said.why}</h2>
          <ul class="govuk-list govuk-list--bullet">{booking.triggers.map((trigger) => <li>{words.venueHire.triggers[trigger]}</li>)}</ul>
          <Checks {...props} />
        </>
      )}
      {(keys.length > 0 || booking.asking !== null) && (
        <>
          <h2 class="govuk-heading-m">{said.keys}</h2>
          {keys.length === 0 ? <p class="govuk-body">{said.noKeys}</p> : <Keys words={words} keys={keys} hireRound={booking.hireRound} />}
          {booking.asking !== null && !past && mayWrite && (free.accepted ? <ButtonLink href={paths.decision(org, booking.id)}>{said.decide}</ButtonLink> : <p class="govuk-body">{said.mayNot}: {free.refusals.map(({ say }) => say(words)).join(' ')}</p>)}
        </>
      )}
      <Corrections {...props} />
      <Steps {...props} />
    </>
  );
}

function Facts({ words, today, booking }: BookingProps) {
  const { one: said, list, bookers, eventKinds, admissions, grounds, withdrawals } = words.venueHire;
  const { site, eventOn, receivedOn, bookedBy, eventKind, size, admission, concern, asking, outcome, decidedOn, withdrawnWhen } = booking;
  return (
    <SummaryList rows={[
      { key: said.state, value: outcome === null ? <Tag colour="yellow">{said.waiting}</Tag> : <><OutcomeTag words={words} outcome={outcome} />{asking === 'cancellation' && <><br />{said.cancelling}</>}</> },
      { key: said.site, value: site },
      { key: said.event, value: list.eventDay(eventOn, daysBetween(today, eventOn)) },
      (asking !== null || isUndecided(booking, today)) && { key: said.clock, value: <UrgencyTag words={words} urgency={urgencyOf(booking, today)} /> },
      { key: said.received, value: words.venueHire.day(receivedOn) },
      asking !== null && { key: said.due, value: words.venueHire.day(booking.decideBy) },
      decidedOn !== null && { key: said.decided, value: words.venueHire.day(decidedOn) },
      withdrawnWhen !== null && { key: said.withdrawn, value: withdrawals[withdrawnWhen] },
      { key: said.size, value: String(size) },
      { key: said.admission, value: admissions[admission] },
      { key: said.bookedBy, value: bookers[bookedBy] },
      { key: said.eventKind, value: eventKinds[eventKind] },
      concern !== null && { key: said.concern, value: grounds[concern] },
    ]} />
  );
}

function Checks(props: BookingProps) {
  const { words, today, booking, checks, keys, mayWrite } = props;
  const said = words.venueHire.one;
  if (mayWrite && booking.asking === 'hire' && !keys.some(({ round }) => round === booking.round) && booking.eventOn >= today) return <Checklist {...props} />;
  return (
    <>
      <h2 class="govuk-heading-m">{said.checks}</h2>
      {checks.length === 0 ? <p class="govuk-body">{said.unchecked}</p> : (
        <Table caption={said.checks} captionHidden narrow="stack" rows={checks} columns={[
          { title: said.item, rowHeader: true, cell: ({ item }: Check) => words.venueHire.checkItems[item] },
          { title: said.found, cell: ({ found, said: reason }) => <>{words.venueHire.findings[found]}{reason !== '' && <><br />{reason}</>}</> },
        ]} />
      )}
    </>
  );
}

function Corrections({ words, corrections }: BookingProps) {
  const said = words.venueHire.correction;
  if (corrections.length === 0) return null;
  return (
    <Table caption={said.list} captionSize="m" narrow="stack" rows={corrections} columns={[
      { title: said.on, rowHeader: true, cell: ({ correctedOn }: Corrected) => words.venueHire.day(correctedOn) },
      { title: said.what, cell: ({ changed }) => changed.map((one) => said.names[one]).join(', ') },
      { title: said.why, cell: ({ reason }) => <span class="govuk-!-text-break-word">{reason}</span> },
    ]} />
  );
}

function Checklist({ words, org, seal, form, refusals, booking, checks }: BookingProps) {
  const { one: said, checkItems, findings: results, never } = words.venueHire;
  const sent = refusals.some(({ field }) => /^(found|said)-/.test(field));
  const kept = (item: CheckItem) => checks.find((check) => check.item === item);
  return (
    <Form action={paths.checks(org, booking.id)} seal={seal}>
      <h2 class="govuk-heading-m">{said.checks}</h2>
      <p class="govuk-body">{never}</p>
      {questionsOf(booking.triggers).map((item) => (
        <>
          <Radios name={`found-${item}`} legend={checkItems[item]} legendSize="s" small inline value={sent ? valueOf(form, `found-${item}`) : kept(item)?.found} error={errorAt(words, refusals, `found-${item}`)} items={findings.map((value) => ({ value, text: results[value] }))} />
          <Input name={`said-${item}`} label={<>{said.checkReason}<span class="govuk-visually-hidden">{`: ${checkItems[item]}`}</span></>} maxlength={limits.short} value={sent ? valueOf(form, `said-${item}`) : kept(item)?.said} error={errorAt(words, refusals, `said-${item}`)} />
        </>
      ))}
      <Button variant="secondary" preventDoubleClick>{said.saveChecks}</Button>
    </Form>
  );
}
