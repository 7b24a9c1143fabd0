export { access as dipSamplingAccess } from './access.ts';
export { sampleFacts } from './facts.ts';
export { sampleOrigin, samplesForOthers, sampleTasks } from './home.ts';
export { paths as dipSamplingPaths } from './paths.ts';
export { dipSamplingRoutes } from './routes.tsx';
