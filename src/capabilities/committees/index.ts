export { access as committeeAccess } from './access.ts';
export { paths as committeePaths } from './paths.ts';
export { committeeRoutes, paperDue, papersDue } from './routes.tsx';
export { addMeeting, markSent } from './store.ts';
