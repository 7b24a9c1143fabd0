import { Button, ButtonGroup, CharacterCount, InsetText, Radios, Select } from '../../../govuk/index.ts';
import type { Id } from '../../../kernel/id.ts';
import { markings, type Marking } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Amendment } from '../amendment-store.ts';
import type { Opened } from '../opened.tsx';
import { paths } from '../paths.ts';
import { secondLimits } from '../rules-second.ts';
import { Prose } from './parts.tsx';

export type AmendmentFields = { readonly benchmark: string; readonly text: string; readonly marking: string };

export type AmendmentsProps = {
  readonly words: Words;
  readonly opened: Opened;
  readonly amendments: readonly Amendment[];
  readonly personId: Id;
  /** A submission stands. */
  readonly stands: boolean;
  readonly seal: FormSeal;
  readonly mayWrite: boolean;
  readonly mayConfirm: boolean;
  readonly filled: AmendmentFields;
  readonly errors: readonly Refusal[];
};

/** What was put right since the submission, what waits, and one more. */
export function AmendmentsPage(props: AmendmentsProps) {
  const { words, opened: { year, edition }, amendments, stands, mayWrite } = props;
  const said = words.secondReader.amendment;
  return (
    <>
      <span class="govuk-caption-l">{words.assessment.year.caption(year)}</span>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      {!stands && <InsetText>{said.notSubmitted}</InsetText>}
      {amendments.length === 0 && <p class="govuk-body">{said.none}</p>}
      {amendments.map((amendment) => (
        <section>
          <AmendmentShown words={words} amendment={amendment} benchmarks={edition.benchmarks.map(({ code, number, title }) => ({ code, number, title: title.en }))} />
          {amendment.confirmedAt === null && <Pending {...props} amendment={amendment} />}
        </section>
      ))}
      {mayWrite && <AmendmentForm {...props} />}
    </>
  );
}

type Numbered = { readonly code: string; readonly number: number; readonly title: string };
type ShownAmendment = Pick<Amendment, 'benchmarkCode' | 'text' | 'marking' | 'writer' | 'writtenAt' | 'confirmer' | 'confirmedAt'>;

export function AmendmentShown({ words, amendment, benchmarks }: { readonly words: Words; readonly amendment: ShownAmendment; readonly benchmarks: readonly Numbered[] }) {
  const said = words.secondReader.amendment;
  const { benchmarkCode, text, marking, writer, writtenAt, confirmer, confirmedAt } = amendment;
  const benchmark = benchmarks.find(({ code }) => code === benchmarkCode);
  const concerns = benchmark ? said.concerns(words.assessment.submission.benchmark(benchmark.number, benchmark.title)) : said.whole;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1"><strong>{said.listed(said.dated(confirmedAt ?? writtenAt), concerns)}</strong> ({marking})</p>
      <Prose text={text} />
      <p class="govuk-body-s">{confirmedAt === null ? said.pending(writer, writtenAt) : said.confirmed(writer, confirmer)}</p>
    </>
  );
}

function Pending({ words, opened: { org, year }, amendment: { id, writtenBy, text }, personId, seal, mayConfirm, mayWrite }: AmendmentsProps & { readonly amendment: Amendment }) {
  const said = words.secondReader.amendment;
  const hidden = <span class="govuk-visually-hidden">{said.hidden(text.slice(0, 60))}</span>;
  return (
    <>
      {mayConfirm && writtenBy !== personId && <Form action={paths.amendmentConfirmation(org, year, id)} seal={seal}><Button preventDoubleClick>{said.confirm}{hidden}</Button></Form>}
      {mayWrite && <Form action={paths.amendmentWithdrawal(org, year, id)} seal={seal}><Button variant="secondary" preventDoubleClick>{said.withdraw}{hidden}</Button></Form>}
    </>
  );
}

const markingItems = (filled: string) => markings.map((marking: Marking) => ({ value: marking, text: marking, checked: marking === filled }));

function AmendmentForm({ words, opened: { org, year, edition }, seal, filled, errors }: AmendmentsProps) {
  const said = words.secondReader.amendment;
  return (
    <Form action={paths.amendments(org, year)} seal={seal}>
      <h2 class="govuk-heading-m">{said.formHeading}</h2>
      <Select name="benchmark" label={said.benchmark} value={filled.benchmark} error={errorAt(words, errors, 'benchmark')}
        items={[{ value: '', text: said.wholeChoice }, ...edition.benchmarks.map(({ code, number, title }) => ({ value: code, text: words.assessment.submission.benchmark(number, title.en) }))]} />
      <CharacterCount name="text" label={said.text} hint={said.textHint} rows={5} maxlength={secondLimits.amendment} threshold={75} value={filled.text} error={errorAt(words, errors, 'text')} />
      <Radios name="marking" legend={said.marking} legendSize="s" hint={said.markingHint} items={markingItems(filled.marking)} error={errorAt(words, errors, 'marking')} />
      <ButtonGroup><Button preventDoubleClick>{said.save}</Button></ButtonGroup>
    </Form>
  );
}
