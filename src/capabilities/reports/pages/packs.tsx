import { Button, InsetText, Radios, Table } from '../../../govuk/index.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Audience, Marking } from '../../../kernel/marking.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import type { Year } from '../../../kernel/year.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import { paths } from '../paths.ts';

type Line = { readonly id: Id; readonly createdAt: Date; readonly audience: Audience; readonly marking: Marking; readonly productVersion: string; readonly sha256: Buffer };

type PacksProps = {
  readonly words: Words; readonly seal: FormSeal; readonly org: string; readonly year: Year; readonly packs: readonly Line[];
  /** The audiences that the reader may issue for. */
  readonly offered: readonly Audience[]; readonly refusals: readonly Refusal[]; readonly notice: string | undefined;
};

export function PacksPage({ words, seal, org, year, packs, offered, refusals, notice }: PacksProps) {
  const said = words.packs;
  return (
    <>
      <h1 class="govuk-heading-l">{said.heading}</h1>
      {notice !== undefined && <InsetText>{notice}</InsetText>}
      <p class="govuk-body">{said.intro}</p>
      {packs.length === 0 ? <p class="govuk-body">{said.none}</p> : (
        <Table caption={said.caption} captionHidden narrow="stack" rows={packs} columns={[
          { title: said.issued, rowHeader: true, cell: ({ id, audience, createdAt }: Line) => <a class="govuk-link" href={paths.pack(org, year, id)} download>{said.get}<span class="govuk-visually-hidden">{said.of(audience, createdAt)}</span></a> },
          { title: said.audience, cell: ({ audience, createdAt }) => `${words.reports.page.audiences[audience]}, ${said.at(createdAt)}` },
          { title: said.marking, cell: ({ marking }) => marking },
          { title: said.made, cell: ({ productVersion }) => said.by(words.site.product, productVersion) },
          { title: said.hash, cell: ({ sha256 }) => <>{sha256.toString('hex').match(/.{16}/g)?.map((part) => <>{part}<wbr /></>)}</> },
          { title: said.again, cell: ({ id, audience, createdAt }) => (
            <Form action={paths.packCheck(org, year, id)} seal={seal}>
              <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>{said.check}<span class="govuk-visually-hidden">{said.of(audience, createdAt)}</span></Button>
            </Form>
          ) },
        ]} />
      )}
      {offered.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{said.issueHeading}</h2>
          <Form action={paths.packs(org, year)} seal={seal}>
            <Radios name="audience" legend={said.audienceQuestion} legendSize="s" value="" error={errorAt(words, refusals, 'audience')} items={offered.map((audience) => ({ value: audience, text: words.reports.page.audiences[audience] }))} />
            <Button preventDoubleClick>{said.issue}</Button>
          </Form>
        </>
      )}
    </>
  );
}
