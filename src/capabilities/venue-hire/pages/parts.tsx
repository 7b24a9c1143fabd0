import { SummaryList, Tag, type TagColour } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import type { Urgency } from '../rules.ts';
import type { BookingOutcome } from '../rules-keys.ts';
import type { Turned } from '../store.ts';

const outcomeColours: Readonly<Record<BookingOutcome, TagColour>> = { approved: 'green', conditions: 'teal', refused: 'red', withdrawn: 'grey', cancelled: 'red' };
const urgencyColours: Readonly<Record<Urgency, TagColour>> = { in_time: 'green', soon: 'yellow', late: 'orange', last_days: 'red', past: 'red' };

export function OutcomeTag({ words, outcome }: { readonly words: Words; readonly outcome: BookingOutcome }) {
  return <Tag colour={outcomeColours[outcome]}>{words.venueHire.outcomes[outcome]}</Tag>;
}

export function UrgencyTag({ words, urgency }: { readonly words: Words; readonly urgency: Urgency }) {
  return <Tag colour={urgencyColours[urgency]}>{words.venueHire.urgencies[urgency]}</Tag>;
}

/** What each side decided and why, with the safeguards where there are any; void where it was before a correction. @param hireRound the first round that counts */
export function Keys({ words, keys, hireRound }: { readonly words: Words; readonly keys: readonly Turned[]; readonly hireRound: number }) {
  const { one: said, key: asked, sides, verdicts, grounds, elections } = words.venueHire;
  return (
    <>
      {keys.map(({ round, side, department, policy, verdict, turnedOn, said: reason, conditions, restrictive, safeguards }) => (
        <SummaryList card={{ title: said.key(sides[side], department), titleLevel: 3 }} rows={[
          round < hireRound && { key: said.state, value: <Tag colour="grey">{words.venueHire.correction.voidKey}</Tag> },
          { key: asked.verdict, value: `${verdicts[verdict]}, ${said.on(turnedOn)}, ${said.under(policy)}` },
          { key: asked.said, value: reason },
          conditions !== null && { key: asked.conditions, value: conditions },
          conditions !== null && { key: asked.restrictive, value: restrictive ? words.venueHire.form.yes : words.venueHire.form.no },
          safeguards !== null && { key: asked.ground, value: grounds[safeguards.ground] },
          safeguards !== null && { key: asked.groundSaid, value: safeguards.groundSaid },
          safeguards !== null && { key: asked.lessRestrictive, value: safeguards.lessRestrictive },
          safeguards !== null && { key: asked.equality, value: safeguards.equality },
          safeguards !== null && { key: asked.expression, value: safeguards.expression },
          safeguards !== null && { key: asked.election, value: elections[safeguards.election] },
          safeguards !== null && { key: asked.reviewRoute, value: safeguards.reviewRoute },
        ]} />
      ))}
    </>
  );
}
