import { Button, Input, Radios, Table } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { writtenYear, yearOf } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';

export type YearLine = { readonly year: string; readonly edition: string; readonly openedOn: string | null; readonly submittedAt: Date | null };
export type EditionChoice = { readonly shortName: string; readonly title: string; readonly publisher: string; readonly year: string };

export type Opening = {
  readonly seal: FormSeal;
  readonly editions: readonly EditionChoice[];
  readonly filled: { readonly year: string; readonly edition: string };
  readonly errors: readonly Refusal[];
};

type YearsProps = {
  readonly words: Words;
  readonly org: string;
  readonly lines: readonly YearLine[];
  /** For who may open a year. */
  readonly opening: Opening | undefined;
};

/** Every year's assessment of an organisation. */
export function YearsPage({ words, org, lines, opening }: YearsProps) {
  const said = words.assessment.years;
  const standing = words.assessment.year.standing;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {lines.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={lines} columns={[
          { title: said.year, rowHeader: true, cell: ({ year }: YearLine) => <a class="govuk-link" href={paths.year(org, year)}>{writtenOf(year)}</a> },
          { title: said.edition, cell: ({ edition }) => edition },
          { title: said.standing, cell: ({ openedOn, submittedAt }) => (submittedAt ? standing.submitted(submittedAt, null) : standing.open(openedOn)) },
        ]} />
      )}
      {opening && <OpenForm words={words} org={org} {...opening} />}
    </>
  );
}

/** The same for who reads only what was submitted. */
export function SubmittedYears({ words, org, organisation, years }: {
  readonly words: Words; readonly org: string; readonly organisation: string; readonly years: readonly { readonly year: string; readonly submittedAt: Date }[];
}) {
  const said = words.assessment.years;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {years.length === 0 ? <p class="govuk-body">{said.noneSubmitted(organisation)}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={years} columns={[
          { title: said.year, rowHeader: true, cell: ({ year }) => <a class="govuk-link" href={paths.submission(org, year)}>{writtenOf(year)}</a> },
          { title: said.standing, cell: ({ submittedAt }) => words.assessment.year.standing.submitted(submittedAt, null) },
        ]} />
      )}
    </>
  );
}

function OpenForm({ words, org, seal, editions, filled, errors }: Opening & { readonly words: Words; readonly org: string }) {
  const said = words.assessment.years;
  return (
    <Form action={paths.list(org)} seal={seal}>
      <h2 class="govuk-heading-m">{said.openHeading}</h2>
      <Input name="year" label={said.yearLabel} hint={said.yearHint} width={10} value={filled.year} error={errorAt(words, errors, 'year')} />
      <Radios name="edition" legend={said.editionLabel} legendSize="s" value={filled.edition} error={errorAt(words, errors, 'edition')}
        items={editions.map(({ shortName, title, publisher, year }) => ({ value: shortName, text: said.editionLine(title, publisher, writtenOf(year)) }))} />
      <Button preventDoubleClick>{said.open}</Button>
    </Form>
  );
}

function writtenOf(name: string): string {
  const year = yearOf(name);
  return year ? writtenYear(year) : name;
}
