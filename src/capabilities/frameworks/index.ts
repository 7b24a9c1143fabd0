export { addDraft, nameKeeper } from './draft-store.ts';
export { parseEdition } from './edition-file.ts';
export type { Benchmark, Edition, Indicator, Level, Source } from './edition.ts';
export { SourceLine } from './pages/sources.tsx';
export { paths as frameworkPaths } from './paths.ts';
export { frameworkRoutes } from './routes.tsx';
export { originsOf } from './rules-comparing.ts';
export * from './rules.ts';
export { editionById, editionNamed, listEditions, publishEdition, type PublishedEdition } from './store.ts';
