import { Button, InsetText, Select, Table } from '../../../govuk/index.ts';
import { writtenYear, type Year } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';
import type { Numbers } from '../rules-numbers.ts';

type Part = Numbers & { readonly part: string | null };

export type NumbersProps = { readonly words: Words; readonly org: string; readonly year: Year; readonly years: readonly Year[]; readonly whole: Numbers; readonly bySite: readonly Part[]; readonly byDepartment: readonly Part[] };

const rows = ['bookings', 'byRule', 'byKeys', 'waiting', 'approved', 'withConditions', 'refused', 'cancelled', 'withdrawn', 'withdrawnLate', 'overturned', 'undecided', 'wronglyAllowed', 'medianDays', 'longestDays'] as const;
const shares: readonly string[] = ['byRule', 'byKeys'];

export function NumbersPage(props: NumbersProps) {
  const { words, org, year, years, whole, bySite, byDepartment } = props;
  const said = words.venueHire.numbers;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      <p class="govuk-body">{said.intro}</p>
      <InsetText>{said.restricted}</InsetText>
      <form method="get" action={paths.numbers(org)} novalidate>
        <Select name="year" label={said.year} value={year} items={years.map((value) => ({ value, text: writtenYear(value) }))} />
        <Button variant="secondary">{words.actionPlan.show.apply}</Button>
      </form>
      <Table caption={said.whole} captionSize="m" rows={rows} columns={[
        { title: said.what, rowHeader: true, cell: (row) => said.rows[row] },
        { title: said.count, numeric: true, cell: (row) => (shares.includes(row) ? said.share(whole[row] ?? 0, whole.bookings) : String(whole[row] ?? said.noDays)) },
      ]} />
      <Parts words={words} kind="site" parts={bySite} caption={said.bySite} />
      <Parts words={words} kind="department" parts={byDepartment} caption={said.byDepartment} />
    </>
  );
}

function Parts({ words, kind, parts, caption }: { readonly words: Words; readonly kind: 'site' | 'department'; readonly parts: readonly Part[]; readonly caption: string }) {
  const said = words.venueHire.numbers;
  if (parts.length === 0) return null;
  return (
    <Table caption={caption} captionSize="m" narrow="stack" rows={parts} columns={[
      { title: said.part[kind], rowHeader: true, cell: ({ part }: Part) => part ?? said.noDepartment },
      { title: said.all, numeric: true, cell: ({ bookings }) => bookings },
      { title: said.rules, numeric: true, cell: ({ byRule, bookings }) => said.share(byRule, bookings) },
      { title: said.refusedShort, numeric: true, cell: ({ refused, cancelled }) => refused + cancelled },
      { title: said.wrongRefusals, numeric: true, cell: ({ overturned, undecided }) => overturned + undecided },
      { title: said.wrongApprovals, numeric: true, cell: ({ wronglyAllowed }) => wronglyAllowed },
      { title: said.median, numeric: true, cell: ({ medianDays }) => medianDays ?? said.noDays },
    ]} />
  );
}
