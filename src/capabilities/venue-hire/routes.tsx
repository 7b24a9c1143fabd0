import { routes, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { forms, listQuery, numbersQuery, shapes } from './api.ts';
import { readBooking, readBookings, showBooking, showBookings, showForm, takeIn } from './bookings.tsx';
import { readIncidents, readNumbers, recordIncident, showIncidents, showNumbers } from './counting.tsx';
import { addEdition, giveKey, readHolders, readPartners, readPolicies, recordPartner, showHolders, showPartners, showPolicies, takeKeyBack } from './keeping.tsx';
import { patterns } from './paths.ts';
import { addOne, changeOne, readSite, readSites, showNewSite, showSite, showSites } from './sites.tsx';
import { answerLegal, askLegal, correctIntake, hear, openCancellation, recordReview, recordWithdrawal, saveChecklist, showCorrection, showDecision, turn } from './steps.tsx';

/** The hire of venues: sites and the policy on them, bookings that two departments decide, incidents, and the numbers. */
export function venueRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.bookings, data: { shape: shapes.bookings, query: listQuery, read: readBookings }, access: access.read, handle: showBookings },
    { method: 'GET', path: patterns.form, data: { without: 'form' }, access: access.write, handle: showForm },
    { method: 'POST', path: patterns.form, form: forms.take, access: access.write, handle: takeIn },
    { method: 'GET', path: patterns.booking, data: { shape: shapes.booking, read: readBooking }, access: access.read, handle: showBooking },
    { method: 'POST', path: patterns.checks, form: forms.checks, access: access.write, handle: saveChecklist },
    { method: 'GET', path: patterns.correction, data: { without: 'form' }, access: access.write, handle: showCorrection },
    { method: 'POST', path: patterns.correction, form: forms.correction, access: access.write, handle: correctIntake },
    { method: 'GET', path: patterns.decision, data: { without: 'form' }, access: access.decide, handle: showDecision },
    { method: 'POST', path: patterns.decision, form: forms.decision, access: access.decide, handle: turn },
    { method: 'POST', path: patterns.advice, form: forms.advice, access: access.write, handle: askLegal },
    { method: 'POST', path: patterns.answer, form: forms.answer, access: access.write, handle: answerLegal },
    { method: 'POST', path: patterns.withdrawal, form: forms.withdrawal, access: access.write, handle: recordWithdrawal },
    { method: 'POST', path: patterns.cancellation, form: forms.cancellation, access: access.write, handle: openCancellation },
    { method: 'POST', path: patterns.reviews, form: forms.review, access: access.write, handle: recordReview },
    { method: 'POST', path: patterns.hearing, form: forms.hearing, access: access.hear, handle: hear },
    { method: 'GET', path: patterns.sites, data: { shape: shapes.sites, read: readSites }, access: access.read, handle: showSites },
    { method: 'GET', path: patterns.siteForm, data: { without: 'form' }, access: access.write, handle: showNewSite },
    { method: 'POST', path: patterns.siteForm, form: forms.site, access: access.write, handle: addOne },
    { method: 'GET', path: patterns.site, data: { shape: shapes.site, read: readSite }, access: access.write, handle: showSite },
    { method: 'POST', path: patterns.site, form: forms.siteChange, access: access.write, handle: changeOne },
    { method: 'GET', path: patterns.policies, data: { shape: shapes.policies, read: readPolicies }, access: access.read, handle: showPolicies },
    { method: 'POST', path: patterns.policies, form: forms.policy, access: access.agree, handle: addEdition },
    { method: 'GET', path: patterns.partners, data: { shape: shapes.partners, read: readPartners }, access: access.read, handle: showPartners },
    { method: 'POST', path: patterns.partners, form: forms.partner, access: access.write, handle: recordPartner },
    { method: 'GET', path: patterns.holders, data: { shape: shapes.holders, read: readHolders }, access: access.read, handle: showHolders },
    { method: 'POST', path: patterns.holders, form: forms.holder, access: access.agree, handle: giveKey },
    { method: 'POST', path: patterns.holderEnd, form: forms.holderEnd, access: access.agree, handle: takeKeyBack },
    { method: 'GET', path: patterns.incidents, data: { shape: shapes.incidents, read: readIncidents }, access: access.read, handle: showIncidents },
    { method: 'POST', path: patterns.incidents, form: forms.incident, access: access.write, handle: recordIncident },
    { method: 'GET', path: patterns.numbers, data: { shape: shapes.numbers, query: numbersQuery, read: readNumbers }, access: access.read, handle: showNumbers },
  );
}
