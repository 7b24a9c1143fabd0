import { Button, Input } from '../../../govuk/index.ts';
import { errorAt, type Refusal } from '../../../kernel/outcome.ts';
import { Form } from '../../../platform/form.tsx';
import type { FormSeal } from '../../../platform/route.ts';
import type { Words } from '../../../words/index.ts';
import type { Edition } from '../../frameworks/index.ts';
import { paths } from '../paths.ts';

export type CountsFilled = { readonly year: string; readonly source: string; readonly counts: Readonly<Record<string, string>> };

type CountsProps = {
  readonly words: Words; readonly org: string; readonly seal: FormSeal;
  readonly editions: readonly { readonly shortName: string; readonly title: { readonly en: string } }[];
  readonly edition: Edition | undefined;
  readonly filled: CountsFilled;
  readonly errors: readonly Refusal[];
};

/** A past year of which a source says only how many benchmarks stood on each level. */
export function CountsPage({ words, org, seal, editions, edition, filled, errors }: CountsProps) {
  const said = words.years.counts;
  return (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.lead}</p>
      {!edition && <h2 class="govuk-heading-m">{said.choose}</h2>}
      {!edition && <ul class="govuk-list">{editions.map(({ shortName, title }) => <li><a class="govuk-link" href={paths.counts(org, shortName)}>{title.en}</a></li>)}</ul>}
      {edition && (
        <Form action={paths.counts(org)} seal={seal}>
          <h2 class="govuk-heading-m">{edition.title.en}</h2>
          <input type="hidden" name="edition" value={edition.short_name} />
          <Input name="year" label={said.year} hint={said.yearHint} width={10} value={filled.year} error={errorAt(words, errors, 'year')} />
          {edition.scale.levels.map(({ code, label }) => (
            <Input name={`count-${code}`} label={said.count(label.en)} width={3} value={filled.counts[code] ?? ''} error={errorAt(words, errors, `count-${code}`)} />
          ))}
          <Input name="source" label={said.source} hint={said.sourceHint} value={filled.source} error={errorAt(words, errors, 'source')} />
          <Button preventDoubleClick>{said.save}</Button>
        </Form>
      )}
    </>
  );
}
