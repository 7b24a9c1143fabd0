export { access as yearsAccess } from './access.ts';
export { paths as yearsPaths } from './paths.ts';
export { yearsRoutes, type YearsOptions } from './routes.tsx';
export { addCounts, addDocument } from './store.ts';
