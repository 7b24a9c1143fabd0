export { access as publishingAccess } from './access.ts';
export { paths as publishingPaths } from './paths.ts';
export { releaseOf } from './release.ts';
export { publishingRoutes } from './routes.tsx';
export { addRelease, changedReleases } from './store.ts';
