export { access as channelAccess } from './access.ts';
export { channelFacts } from './facts.ts';
export { paths as channelPaths } from './paths.ts';
export { channelRoutes, panelsForOthers } from './routes.tsx';
export { isOver, offices, presences } from './rules.ts';
export { publicChannel, type OfficeHeld, type PanelHere, type StatementTold, type YearChannel } from './rules-year.ts';
export { addAgreement, addMeeting, addOffice, addSeat, saveAttendance, savePanel, saveReviews } from './store.ts';
export { correctStatement, openStatement, saveControl, signOffStatement, signStatement, statementsOf } from './statement-store.ts';
export { yearChannel } from './year.ts';
