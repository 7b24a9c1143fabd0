export { access as oversightAccess } from './access.ts';
export { oversightFacts } from './facts.ts';
export { paths as oversightPaths } from './paths.ts';
export { oversightRoutes } from './routes.tsx';
export { gridOf, trendOf, ways, type Cell, type Chase, type Row } from './rules.ts';
export { asked } from './showing.tsx';
export { addChase, chaseCounts, chasesOf } from './store.ts';
export { noYearRisks, yearRisks, type YearReturns, type YearRisks, type YearScores } from './year.ts';
