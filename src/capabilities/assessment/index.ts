export { assessmentRoutes } from './routes.tsx';
export { assessmentOf, assessmentsOf, openAssessment, type Assessment } from './store.ts';
