import { Details, Table } from '../../../govuk/index.ts';
import type { Words } from '../../../words/index.ts';
import { meaningOf } from '../rules-sample.ts';

/** What a sample of this size can show, and what others would. */
export function MeaningPart({ words, exercise: { population, sampleSize } }: { readonly words: Words; readonly exercise: { readonly population: number; readonly sampleSize: number } }) {
  const said = words.dipSampling.item;
  const { faulty, tenths, oneIn } = meaningOf({ population, sample: sampleSize });
  const sizes = [...new Set([sampleSize, 5, 10, 15, 20, 30, 50].filter((size) => size <= population))].toSorted((a, b) => a - b);
  return (
    <>
      <h2 class="govuk-heading-m">{said.meaning}</h2>
      <p class="govuk-body">{sampleSize === population ? said.meansAll(population) : said.means(sampleSize, population, tenths, faulty, oneIn)}</p>
      <Details summary={said.otherSizes}>
        <Table caption={said.otherSizes} captionHidden rows={sizes} columns={[
          { title: said.sizeColumn, rowHeader: true, cell: (size: number) => size }, { title: said.faultyColumn, cell: (size) => said.inCases(meaningOf({ population, sample: size }).faulty) },
        ]} />
        <p class="govuk-body">{said.source}</p>
      </Details>
    </>
  );
}
