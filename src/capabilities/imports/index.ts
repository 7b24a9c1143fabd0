export { access as importAccess } from './access.ts';
export type { KindPlace } from './handlers.tsx';
export { fieldSaid, reasonsAgainst, type ImportVisit, type Planned, type SheetKind } from './kind.ts';
export { paths as importPaths } from './paths.ts';
export { prospectOf, readTable } from './reading.ts';
export { importRoutes } from './routes.tsx';
export { countLines, dayParts, detailsOf, lineKinds, plainHeading, textIn, type FieldRow, type Line } from './rules.ts';
export { keepImport, noteImport, remember, rememberedOf } from './store.ts';
