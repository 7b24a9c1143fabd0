export { access as reportAccess } from './access.ts';
export { paths as reportPaths } from './paths.ts';
export { readRecord, type ReportRecord } from './record.ts';
export { reportRoutes, type ReportOptions } from './routes.tsx';
export { nearNames, toldTo } from './rules.ts';
export { noteReport } from './store.ts';
export { reportFormatOf, writeReport, type ReportFormat, type WrittenReport } from './writing.ts';
