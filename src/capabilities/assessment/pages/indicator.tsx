import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup, CharacterCount, InsetText, Radios } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Fact } from '../../../platform/fact.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { evidencePaths, type EvidenceRecord } from '../../evidence/index.ts';
import { HistoryLink } from '../../history/index.ts';
import { ratingLabel, SourceLine } from '../../frameworks/index.ts';
import type { OpenedIndicator } from '../opened.tsx';
import { paths } from '../paths.ts';
import { answerStatuses, limits, type NewAnswer } from '../rules.ts';
import { DraftGiven } from './draft.tsx';
import { LastYearSection, type LastYear } from './last-year.tsx';
import { AnswerSaid, FactList, factsOfIndicator } from './parts.tsx';

/** What the form of an answer holds: as saved, or as it was sent. */
export type AnswerFields = { readonly status: string; readonly note: string };

export type AnswerFormProps = {
  readonly words: Words;
  readonly opened: OpenedIndicator;
  readonly seal: FormSeal;
  readonly filled: AnswerFields;
  readonly version: number;
  readonly errors: readonly Refusal[];
  /** When the draft that fills the form was saved. */
  readonly draftOf?: Date | undefined;
};

export type IndicatorProps = Omit<AnswerFormProps, 'seal' | 'filled' | 'version' | 'errors' | 'draftOf'> & {
  readonly facts: readonly Fact[];
  readonly evidence: readonly EvidenceRecord[];
  readonly today: Day;
  /** What stood at the indicator that this one carries on. */
  readonly last: LastYear | undefined;
  readonly beside: ComponentChildren;
  /** Of the answer. */
  readonly history: string | undefined;
  /** For who may write, while the assessment is open. */
  readonly form: Pick<AnswerFormProps, 'seal' | 'filled' | 'version' | 'errors' | 'draftOf'> | undefined;
};

/** One indicator: what it asks, what the records show, what the organisation says, and the evidence. */
export function IndicatorPage(props: IndicatorProps) {
  const { words, opened, facts, form, history } = props;
  const { org, year, edition, benchmark, indicator, record } = opened;
  const said = words.assessment.indicator;
  const beside = factsOfIndicator(facts, indicator.code);
  const at = benchmark.indicators.findIndex(({ code }) => code === indicator.code);
  const next = benchmark.indicators[at + 1];
  return (
    <>
      <span class="govuk-caption-l">{said.caption(indicator.code, ratingLabel(edition, indicator.level, 'en') ?? indicator.level)}</span>
      <h1 class="govuk-heading-l">{indicator.text.en}</h1>
      <div class="govuk-!-margin-bottom-6"><SourceLine words={words} indicator={indicator} /></div>
      {beside.length > 0 && (
        <section class="dr-facts" aria-labelledby="facts">
          <h2 class="govuk-heading-m" id="facts">{said.factsHeading}</h2>
          <FactList words={words} facts={beside} />
        </section>
      )}
      {form?.draftOf && <DraftGiven words={words} seal={form.seal} url={paths.draft(org, year, indicator.code)} savedAt={form.draftOf} />}
      {form ? <AnswerForm words={words} opened={opened} {...form} /> : <AnswerRead words={words} answer={record.answers.get(indicator.code)} submitted={record.submitted !== undefined} />}
      {props.beside}
      <HistoryLink words={words} href={history} />
      <Evidence {...props} />
      {props.last && <LastYearSection words={words} opened={opened} last={props.last} evidence={props.evidence} seal={form?.seal} />}
      <p class="govuk-body">
        {next && <><a class="govuk-link" href={paths.indicator(org, year, next.code)}>{said.next} ({next.code})</a> · </>}
        <a class="govuk-link" href={`${paths.benchmark(org, year, benchmark.code)}#${indicator.code}`}>{said.backToBenchmark}</a>
      </p>
    </>
  );
}

export function AnswerForm({ words, opened: { org, year, indicator }, seal, filled, version, errors }: AnswerFormProps) {
  const said = words.assessment.indicator;
  return (
    <Form action={paths.indicator(org, year, indicator.code)} seal={seal} version={version} draft={paths.draft(org, year, indicator.code)}>
      <Radios name="status" legend={said.statusLegend} legendSize="m" value={filled.status} error={errorAt(words, errors, 'status')}
        items={answerStatuses.map((status) => ({ value: status, text: words.assessment.statuses[status] }))} />
      <CharacterCount name="note" label={said.note} labelSize="s" hint={said.noteHint} rows={6} maxlength={limits.note} threshold={75}
        value={filled.note} error={errorAt(words, errors, 'note')} />
      <ButtonGroup><Button preventDoubleClick>{said.save}</Button></ButtonGroup>
    </Form>
  );
}

function AnswerRead({ words, answer, submitted }: { readonly words: Words; readonly answer: NewAnswer | undefined; readonly submitted: boolean }) {
  const said = words.assessment.indicator;
  return (
    <section>
      <h2 class="govuk-heading-m">{said.answerHeading}</h2>
      <AnswerSaid words={words} answer={answer} />
      {submitted && <InsetText>{said.readOnly}</InsetText>}
    </section>
  );
}

function Evidence({ words, opened: { org, year, indicator }, evidence, today, form }: IndicatorProps) {
  const said = words.assessment.indicator;
  return (
    <section aria-labelledby="evidence">
      <h2 class="govuk-heading-m" id="evidence">{said.evidenceHeading}</h2>
      {evidence.length === 0 ? <p class="govuk-body">{said.noEvidence}</p> : (
        <ul class="govuk-list govuk-list--spaced">
          {evidence.map(({ id, title, datedOn, expiresOn, ownerRole, marking }) => (
            <li class="govuk-!-text-break-word">
              <a class="govuk-link" href={evidencePaths.item(org, id)}>{title}</a>
              <span class="govuk-body-s"><br />{marking} · {said.dated(datedOn)}, {said.keptBy(ownerRole)}{expiresOn !== null && <>, {expiresOn < today ? <strong>{said.expired(expiresOn)}</strong> : said.expires(expiresOn)}</>}</span>
            </li>
          ))}
        </ul>
      )}
      {form && <p class="govuk-body"><a class="govuk-link" href={evidencePaths.ofIndicator(org, year, indicator.code)}>{said.addEvidence}</a></p>}
    </section>
  );
}
