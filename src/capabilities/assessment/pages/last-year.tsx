import { Button, SummaryList } from '../../../govuk/index.ts';
import type { Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { evidencePaths, type EvidenceRecord } from '../../evidence/index.ts';
import type { PublishedEdition } from '../../frameworks/index.ts';
import type { OpenedIndicator, Outcome } from '../opened.tsx';
import { paths } from '../paths.ts';
import type { Answer } from '../rules.ts';
import { AnswerSaid, RatingLabel } from './parts.tsx';

/** What stood at the indicator that this year's carries on. */
export type LastYear = {
  readonly year: Year;
  readonly edition: PublishedEdition;
  readonly code: string;
  readonly text: string;
  readonly sameText: boolean;
  readonly benchmark: string;
  readonly answer: Answer | undefined;
  readonly outcome: Outcome | undefined;
  readonly evidence: readonly EvidenceRecord[];
};

type LastYearProps = {
  readonly words: Words;
  readonly opened: OpenedIndicator;
  readonly last: LastYear;
  /** What stands behind this year's answer already. */
  readonly evidence: readonly EvidenceRecord[];
  /** For who may write, while the assessment is open. */
  readonly seal: FormSeal | undefined;
};

/** Last year's answer, evidence and outcome, with one press to take the answer or the evidence over. */
export function LastYearSection({ words, opened, last, evidence, seal }: LastYearProps) {
  const { org, record, indicator } = opened;
  const said = words.assessment.lastYear;
  const answer = record.answers.get(indicator.code);
  const isSame = answer && last.answer && answer.status === last.answer.status && answer.note === last.answer.note;
  const left = last.evidence.filter(({ id }) => !evidence.some((one) => one.id === id));
  return (
    <section aria-labelledby="last-year">
      <h2 class="govuk-heading-m" id="last-year">{said.heading(last.year)}</h2>
      <p class="govuk-body">{last.sameText ? said.sameText : said.otherText(last.text)}</p>
      <SummaryList rows={[
        { key: said.indicator, value: <a class="govuk-link" href={paths.indicator(org, last.year, last.code)}>{last.code}</a> },
        { key: said.answer, value: <AnswerSaid words={words} answer={last.answer} /> },
        { key: said.evidence, value: last.evidence.length === 0 ? said.noEvidence : (
          <ul class="govuk-list">{last.evidence.map(({ id, title }) => <li class="govuk-!-text-break-word"><a class="govuk-link" href={evidencePaths.item(org, id)}>{title}</a></li>)}</ul>
        ) },
        { key: said.outcome(last.benchmark), value: last.outcome ? <>{<RatingLabel words={words} edition={last.edition} levelCode={last.outcome.levelCode} />} ({last.edition.title.en})</> : said.noOutcome },
      ]} />
      {isSame && <p class="govuk-body">{said.isSame}</p>}
      {seal && !answer && last.answer && <TakeForm {...{ opened, seal }} take="answer" text={said.takeAnswer} />}
      {seal && left.length > 0 && <TakeForm {...{ opened, seal }} take="evidence" text={said.takeEvidence(left.length)} />}
    </section>
  );
}

function TakeForm({ opened: { org, year, indicator }, seal, take, text }: { readonly opened: OpenedIndicator; readonly seal: FormSeal; readonly take: 'answer' | 'evidence'; readonly text: string }) {
  return (
    <Form action={paths.lastYear(org, year, indicator.code)} seal={seal} version={0}>
      <input type="hidden" name="take" value={take} />
      <Button variant="secondary" preventDoubleClick>{text}</Button>
    </Form>
  );
}
