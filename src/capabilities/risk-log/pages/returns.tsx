import { Button, Table, Tag } from '../../../govuk/index.ts';
import { ErrorMessage } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { writtenQuarter, type Day, type Quarter } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Timeliness } from '../rules-returns.ts';
import { TimelinessTag } from './parts.tsx';

export type ReturnLine = {
  readonly quarter: Quarter; readonly dueOn: Day; readonly opensOn: Day; readonly timeliness: Timeliness;
  readonly isBegun: boolean; readonly isSent: boolean; readonly mayBegin: boolean;
};

type ReturnsProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal; readonly today: Day; readonly lines: readonly ReturnLine[];
  /** Each time that a body above asked for a return, in a sentence. */
  readonly chases: readonly string[];
  readonly refusals: readonly Refusal[]; readonly mayRead: boolean; readonly mayWrite: boolean;
};

/** A body's own row: each quarter, whether its log came, and when. */
export function ReturnsPage(props: ReturnsProps) {
  const { words, lines, chases, refusals } = props;
  const said = words.riskLog.returns;
  const error = errorAt(words, refusals, 'quarter');
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {error !== undefined && <ErrorMessage id="quarter">{error}</ErrorMessage>}
      {lines.length === 0 ? <p class="govuk-body">{said.none}</p> : <Lines {...props} />}
      {chases.length > 0 && <><h2 class="govuk-heading-m">{said.chases}</h2><ul class="govuk-list govuk-list--bullet">{chases.map((chase) => <li>{chase}</li>)}</ul></>}
    </>
  );
}

function Lines(props: ReturnsProps) {
  const { words, lines } = props;
  const said = words.riskLog.returns;
  return (
    <Table caption={said.caption} captionHidden narrow="stack" rows={lines} columns={[
      { title: said.quarter, rowHeader: true, cell: ({ quarter }: ReturnLine) => writtenQuarter(quarter) },
      { title: said.due, cell: ({ dueOn }) => words.riskLog.day(dueOn) },
      { title: said.state, cell: ({ timeliness, isBegun }) => <><TimelinessTag words={words} state={timeliness} />{isBegun && <>{' '}<Tag colour="blue">{said.under}</Tag></>}</> },
      { title: said.open, cell: (line) => <Next {...props} line={line} /> },
    ]} />
  );
}

function Next({ words, org, seal, today, mayRead, mayWrite, line: { quarter, opensOn, isBegun, isSent, mayBegin } }: ReturnsProps & { readonly line: ReturnLine }) {
  const said = words.riskLog.returns;
  const hidden = <span class="govuk-visually-hidden"> {writtenQuarter(quarter)}</span>;
  if (isSent || isBegun) return mayRead ? <a class="govuk-link" href={paths.return(org, quarter)}>{isSent ? said.read : said.goOn}{hidden}</a> : null;
  if (opensOn > today) return <>{said.opens(opensOn)}</>;
  if (!mayBegin || !mayWrite) return <>{said.nothing}</>;
  return (
    <Form action={paths.returns(org)} seal={seal}>
      <input type="hidden" name="quarter" value={quarter} />
      <Button classes="govuk-!-margin-bottom-0" preventDoubleClick>{said.begin(quarter)}</Button>
    </Form>
  );
}
