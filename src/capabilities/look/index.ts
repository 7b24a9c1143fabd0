export { access as lookAccess } from './access.ts';
export { logoFrom } from './logo.ts';
export { logoOf, lookOf, noLook, type Look } from './look.ts';
export { plainFrom } from './rules.ts';
export { paths as lookPaths } from './paths.ts';
export { lookRoutes } from './routes.tsx';
export { keepLookFile, lookFile, saveLook } from './store.ts';
