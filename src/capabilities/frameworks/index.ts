export { parseEdition } from './edition-file.ts';
export type { Benchmark, Edition, Indicator, Level, Source } from './edition.ts';
export * from './rules.ts';
export { editionById, editionNamed, listEditions, publishEdition, type PublishedEdition } from './store.ts';
