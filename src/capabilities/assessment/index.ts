export { assessmentRoutes } from './routes.tsx';
export { readFrozen as readSubmission } from './frozen.ts';
export { assessmentOf, openAssessment, ratingsOf, submissionInYear, submissionOf, type Assessment } from './store.ts';
