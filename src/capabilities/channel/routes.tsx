import { routes, type Route } from '../../platform/route.ts';
import type { SharedReader } from '../organisations/index.ts';
import { access } from './access.ts';
import { forms, shapes } from './api.ts';
import { readMeeting, recordAttendance, showMeeting } from './attendance.tsx';
import { addOfficeEntry, addPanelSeat, endPanelSeat, endShare, planMeeting, recordAgreement, recordReviews, share, takeMeetingOut } from './keeping.tsx';
import { readPanel, setPanel, showPanel } from './panel.tsx';
import { paths, patterns } from './paths.ts';
import { readArea, showArea, stateArea } from './stating.tsx';
import { correct, openYear, readStatement, recordSignature, showStatement, signOff, takeStatementOut } from './statements.tsx';
import { panelsShared } from './store.ts';

/** How a body's Channel panel is run, or whose it is. */
export function channelRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.panel, data: { shape: shapes.panel, read: readPanel }, access: access.read, handle: showPanel },
    { method: 'POST', path: patterns.panel, form: forms.panel, access: access.write, handle: setPanel },
    { method: 'POST', path: patterns.offices, form: forms.office, access: access.write, handle: addOfficeEntry },
    { method: 'POST', path: patterns.seats, form: forms.seat, access: access.write, handle: addPanelSeat },
    { method: 'POST', path: patterns.seatEnd, form: forms.version, access: access.write, handle: endPanelSeat },
    { method: 'POST', path: patterns.meetings, form: forms.meeting, access: access.write, handle: planMeeting },
    { method: 'GET', path: patterns.meeting, data: { shape: shapes.meeting, read: readMeeting }, access: access.read, handle: showMeeting },
    { method: 'POST', path: patterns.meeting, form: forms.attendance, access: access.write, handle: recordAttendance },
    { method: 'POST', path: patterns.removal, form: forms.version, access: access.write, handle: takeMeetingOut },
    { method: 'POST', path: patterns.agreements, form: forms.agreement, access: access.write, handle: recordAgreement },
    { method: 'POST', path: patterns.statements, form: forms.statement, access: access.write, handle: openYear },
    { method: 'GET', path: patterns.statement, data: { shape: shapes.statement, read: readStatement }, access: access.read, handle: showStatement },
    { method: 'GET', path: patterns.area, data: { shape: shapes.area, read: readArea }, access: access.write, handle: showArea },
    { method: 'POST', path: patterns.area, form: forms.area, access: access.write, handle: stateArea },
    { method: 'POST', path: patterns.signature, form: forms.signature, access: access.write, handle: recordSignature },
    { method: 'POST', path: patterns.signOff, form: forms.version, access: access.signOff, handle: signOff },
    { method: 'POST', path: patterns.correction, form: forms.version, access: access.write, handle: correct },
    { method: 'POST', path: patterns.statementRemoval, form: forms.version, access: access.write, handle: takeStatementOut },
    { method: 'POST', path: patterns.reviews, form: forms.reviews, access: access.write, handle: recordReviews },
    { method: 'POST', path: patterns.shares, form: forms.share, access: access.share, handle: share },
    { method: 'POST', path: patterns.shareEnd, form: forms.version, access: access.share, handle: endShare },
  );
}

/** The panels that lead bodies have opened to a body. */
export const panelsForOthers: SharedReader = async (tx, today) => (await panelsShared(tx, today)).map(({ name, shortName }) => ({ text: (words) => words.channel.shared(name), href: paths.panel(shortName) }));
