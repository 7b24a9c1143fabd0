export { addDraft, nameKeeper } from './draft-store.ts';
export { parseAnyEdition, parseEdition } from './edition-file.ts';
export type { AnyEdition, Benchmark, ControlArea, Edition, Indicator, Level, Source, StatementEdition } from './edition.ts';
export { SourceLine, SourceLink } from './pages/sources.tsx';
export { paths as frameworkPaths } from './paths.ts';
export { frameworkRoutes } from './routes.tsx';
export { originsOf } from './rules-comparing.ts';
export * from './rules.ts';
export { editionById, editionNamed, listEditions, listStatementEditions, publishEdition, statementEditionById, statementEditionNamed, type EditionLine, type PublishedEdition, type PublishedStatementEdition } from './store.ts';
