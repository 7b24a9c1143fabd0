export { administrator } from './cli.ts';
export { accountDesk } from './desk.ts';
export { argon2Passwords, type Passwords } from './passwords.ts';
export { paths as accountPaths } from './paths.ts';
export { accountRoutes, type AccountSettings } from './routes.tsx';
export { isOwnPath } from './rules.ts';
export { beginSession, endAllSessions } from './sessions.ts';
export { accountOf, addAccount, demonstrationAccount, isDemonstration } from './store.ts';
