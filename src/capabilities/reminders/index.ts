export { access as reminderAccess } from './access.ts';
export { letterOf } from './letters.ts';
export { paths as reminderPaths } from './paths.ts';
export { lettersGivenUp, reminderRoutes } from './routes.tsx';
export { queueDue } from './store.ts';
