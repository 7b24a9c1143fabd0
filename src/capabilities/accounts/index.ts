export { administrator } from './cli.ts';
export { accountDesk } from './desk.ts';
export { argon2Passwords, type Passwords } from './passwords.ts';
export { paths as accountPaths } from './paths.ts';
export { accountRoutes } from './routes.tsx';
export { isOwnPath } from './rules.ts';
export { beginSession, endAllSessions } from './sessions.ts';
export type { AccountSettings } from './signed-in.ts';
export { accountOf, addAccount, demonstrationAccount, isDemonstration } from './store.ts';
