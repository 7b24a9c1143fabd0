export { access as historyAccess, historyFor } from './access.ts';
export { HistoryLink } from './pages/link.tsx';
export { paths as historyPaths } from './paths.ts';
export { savePeriod } from './period-store.ts';
export { historyRoutes } from './routes.tsx';
