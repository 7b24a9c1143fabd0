export { access as channelAccess } from './access.ts';
export { channelFacts } from './facts.ts';
export { paths as channelPaths } from './paths.ts';
export { channelRoutes, panelsForOthers } from './routes.tsx';
export { offices, presences } from './rules.ts';
export { addAgreement, addMeeting, addOffice, addSeat, saveAttendance, savePanel, saveReviews } from './store.ts';
export { correctStatement, openStatement, saveControl, signOffStatement, signStatement, statementsOf } from './statement-store.ts';
