export { access as recommendationAccess } from './access.ts';
export { paths as recommendationPaths } from './paths.ts';
export { recommendationsOf, stillOpen, type Recommendation } from './reading.tsx';
export { recommendationRoutes } from './routes.tsx';
export { isOverdue, states, type Status } from './rules.ts';
export { addProgress, beginFollowUp, changePlan, followUpOf, statusesOf, takeStep, type Step } from './store.ts';
