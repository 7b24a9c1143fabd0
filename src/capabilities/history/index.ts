export { access as historyAccess } from './access.ts';
export { paths as historyPaths } from './paths.ts';
export { historyRoutes } from './routes.tsx';
