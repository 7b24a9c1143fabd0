export { beside, tasks } from './beside.tsx';
export { sharedWithUs } from './shared.tsx';
export { togetherRoutes } from './routes.tsx';
export { addComment, assign } from './store.ts';
