import { Button, Input, SummaryList, Tag, WarningText } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { ActionLine } from '../../action-plan/index.ts';
import { HistoryLink } from '../../history/index.ts';
import type { Question } from '../bank.ts';
import { paths } from '../paths.ts';
import type { Agreement } from '../rules-agreement.ts';
import type { Worked } from '../rules.ts';
import type { Draw, Exercise, SeatTaken, Tally } from '../store.ts';
import { StateTag } from './list.tsx';
import { MeaningPart } from './meaning.tsx';
import { ResultPart } from './result.tsx';
import { ReviewPart, SeatsPart } from './seats.tsx';

export type ItemProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly refusals: readonly Refusal[]; readonly filled: { readonly throws?: string; readonly reason?: string };
  readonly exercise: Exercise; readonly seats: readonly SeatTaken[]; readonly mine: SeatTaken | undefined;
  /** The reader's own body, and what they may do. */
  readonly ours: string; readonly writes: boolean; readonly own: boolean;
  readonly draw: Draw | undefined; readonly thrown: boolean; readonly questions: readonly Question[];
  readonly answered: ReadonlySet<number>; readonly differing: number; readonly compared: boolean; readonly agreement: Agreement | undefined; readonly eraseBy: Day | undefined;
  readonly tallies: ReadonlyMap<string, Tally>; readonly actions: readonly ActionLine[]; readonly earlier: readonly ActionLine[]; readonly checks: ReadonlyMap<string, Worked>; readonly history: string | undefined;
};

/** An exercise as it stands, with what its reader can do about it now. */
export function ItemPage(props: ItemProps) {
  const { words, org, exercise, eraseBy, writes, history } = props;
  const said = words.dipSampling.item;
  const { state, answersErasedOn } = exercise;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading(exercise.panel)}</h1>
      <p class="govuk-body-s"><Tag colour="orange" classes="dr-nowrap">OFFICIAL-SENSITIVE</Tag></p>
      <Summary {...props} />
      {answersErasedOn !== null && <p class="govuk-body">{said.erased(answersErasedOn)}</p>}
      {state === 'planned' && <Planned {...props} />}
      {state !== 'planned' && <SeatsPart {...props} />}
      {state === 'drawn' && <ReviewPart {...props} />}
      <ResultPart {...props} />
      {state !== 'planned' && <MeaningPart {...props} />}
      <DrawPart {...props} />
      {state === 'drawn' && answersErasedOn === null && eraseBy && <p class="govuk-body">{said.erasedBy(eraseBy)}</p>}
      {writes && (state === 'frozen' || state === 'drawn') && <LapsePart {...props} />}
      {writes && (state === 'closed' || state === 'lapsed') && <p class="govuk-body"><a class="govuk-link" href={paths.repeat(org, exercise.id)}>{said.repeatLink}</a></p>}
      <HistoryLink words={words} href={history} />
    </>
  );
}

function Summary({ words, org, exercise, seats, questions, own }: ItemProps) {
  const said = words.dipSampling.item;
  const { fromDay, toDay, sampleSize, population, listUsed, listOrder, custodianRole, exclusions, policeCount, bank, repeatsId, repeatReason, frameSha256, state, endedOn, lapseReason } = exercise;
  const broken = (text: string) => <span class="govuk-!-text-break-word">{text}</span>;
  return (
    <SummaryList rows={[
      { key: said.state, value: <StateTag words={words} state={state} /> },
      { key: said.time, value: words.dipSampling.period(fromDay, toDay) },
      { key: said.size, value: words.dipSampling.list.of(sampleSize, population) },
      { key: said.list, value: broken(listUsed) }, { key: said.order, value: broken(listOrder) }, { key: said.custodian, value: broken(custodianRole) }, { key: said.exclusions, value: broken(exclusions === '' ? said.noExclusions : exclusions) },
      { key: said.policeCount, value: policeCount === population ? said.countsAgree(policeCount) : said.countDiffered(population, policeCount) },
      { key: said.reviewers, value: <ul class="govuk-list">{seats.map(({ role, body }) => <li>{said.reviewer(role, body)}</li>)}</ul> },
      { key: said.questions, value: <>{said.questionsOf(questions.length, bank)}<ul class="govuk-list govuk-list--bullet">{questions.map(({ text }) => <li>{text}</li>)}</ul></> },
      repeatsId !== null && { key: said.repeat, value: <>{own ? <a class="govuk-link" href={paths.item(org, repeatsId)}>{said.repeatOf}</a> : said.repeatOf}: {broken(repeatReason ?? '')}</> },
      frameSha256 !== null && { key: said.hash, value: <code class="govuk-!-text-break-word">{frameSha256.toString('hex')}</code> },
      endedOn !== null && { key: said.ended, value: words.dipSampling.day(endedOn) },
      lapseReason !== null && { key: said.lapsed, value: broken(lapseReason) },
    ]} />
  );
}

function Planned(props: ItemProps) {
  const { words, org, seal, exercise: { id, version, population, policeCount }, writes } = props;
  const said = words.dipSampling.item;
  return (
    <>
      <MeaningPart {...props} />
      {policeCount !== population && <WarningText>{said.countDiffers(population, policeCount)}</WarningText>}
      {writes && (
        <>
          <p class="govuk-body"><a class="govuk-link" href={paths.details(org, id)}>{said.change}</a></p>
          <h2 class="govuk-heading-m">{said.freezeHeading}</h2>
          <p class="govuk-body">{said.freezeHint}</p>
          <Form action={paths.step(org, id, 'freezing')} seal={seal} version={version}><Button preventDoubleClick>{said.freeze}</Button></Form>
          <Form action={paths.step(org, id, 'removal')} seal={seal} version={version}><Button variant="secondary" preventDoubleClick>{said.remove}</Button></Form>
        </>
      )}
    </>
  );
}

function DrawPart({ words, draw }: ItemProps) {
  const said = words.dipSampling.item;
  if (!draw) return null;
  const code = (text: string) => <code class="govuk-!-text-break-word">{text}</code>;
  return (
    <>
      <h2 class="govuk-heading-m">{said.drawHeading}</h2>
      <p class="govuk-body">{said.positionsHint}</p>
      <SummaryList rows={[
        { key: said.drawnOn, value: words.dipSampling.day(draw.drawnOn) }, { key: said.positions, value: draw.positions.join(', ') },
        { key: said.theThrows(words.dipSampling.seats.chair), value: code(draw.chairThrows) }, { key: said.theThrows(words.dipSampling.seats.police), value: code(draw.policeThrows) },
        { key: said.seed, value: code(draw.seed.toString('hex')) }, { key: said.method, value: code(draw.method) },
      ]} />
    </>
  );
}

function LapsePart({ words, org, seal, refusals, filled, exercise: { id, version } }: ItemProps) {
  const said = words.dipSampling.item;
  return (
    <Form action={paths.step(org, id, 'lapse')} seal={seal} version={version}>
      <h2 class="govuk-heading-m">{said.lapseHeading}</h2>
      <Input name="reason" label={said.lapseReason} hint={words.dipSampling.never} value={filled.reason ?? ''} error={errorAt(words, refusals, 'reason')} />
      <Button variant="secondary" preventDoubleClick>{said.lapse}</Button>
    </Form>
  );
}

