export { assessmentRoutes } from './routes.tsx';
export { assessmentOf, openAssessment, type Assessment } from './store.ts';
