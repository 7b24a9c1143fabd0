export { accountRoutes, isOwnPath, type AccountSettings } from './routes.tsx';
export { beginSession, endAllSessions } from './sessions.ts';
export { accountOf, addAccount, demonstrationAccount, isDemonstration } from './store.ts';
export { paths as accountPaths } from './paths.ts';
