export { access as yearsAccess } from './access.ts';
export { yearColumns } from './columns.ts';
export { paths as yearsPaths } from './paths.ts';
export type { YearColumn } from './rules.ts';
export { yearsRoutes, type YearsOptions } from './routes.tsx';
export { addCounts, addDocument } from './store.ts';
