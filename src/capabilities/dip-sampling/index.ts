export { access as dipSamplingAccess } from './access.ts';
export { sampleFacts } from './facts.ts';
export { sampleOrigin, samplesForOthers, sampleTasks } from './home.ts';
export { loadExercise, type SampleSteps } from './loading.ts';
export { paths as dipSamplingPaths } from './paths.ts';
export { dipSamplingRoutes } from './routes.tsx';
export { addPathway, saveProgramme } from './store.ts';
export { drawsAgain } from './verifying.ts';
