import * as z from 'zod';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { formOf, text } from '../../platform/shape.ts';
import { accountDesk } from '../accounts/index.ts';
import { breadcrumbsOf, notThere, whileOpen } from '../assessment/index.ts';
import { addPartGrant, beginForPartner, dayGiven, endPartGrant, LinkPage, linkTitle, mayBeginFor, organisationsByName, partGrantsOf } from '../organisations/index.ts';
import { access } from './access.ts';
import { forms, saidPartner, shapes } from './api.ts';
import { PartnersPage } from './pages/partners.tsx';
import { inPart, type OpenedPart } from './part.tsx';
import { paths, patterns } from './paths.ts';
import { readPartner } from './rules.ts';

/** Asks somebody to begin for a partner that nobody works for yet; answers the link that is handed to them. */
const partnerInvitation = { ...formOf({ name: text('personName', 120), email: text('email', 254) }), answers: z.strictObject({ link: z.string().meta({ examples: ['https://dueregard.example.gov.uk/links/…'] }) }) };

/** The lead opens a part to another body, and closes it. */
export function partnerRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.partners, data: { shape: shapes.partners, read: inPart(readPartners) }, access: access.assign, handle: inPart((visit, opened) => showPartners(visit, opened)) },
    { method: 'POST', path: patterns.partners, form: forms.partner, access: access.assign, handle: inPart(whileOpen(openToPartner)) },
    { method: 'POST', path: patterns.partnerEnd, form: forms.partnerEnd, access: access.assign, handle: inPart(closeToPartner) },
    { method: 'POST', path: patterns.partnerInvitation, form: partnerInvitation, access: access.assign, unsearched: ['email'], handle: inPart(inviteForPartner) },
  );
}

async function showPartners(visit: MemberVisit, opened: OpenedPart, errors: readonly Refusal[] = [], changed = false): Promise<Answer> {
  const { tx, words, organisation, seal, form, today } = visit;
  const { year, record, code, part } = opened;
  const bodies = await otherBodies(visit);
  const grants = await partGrantsOf(tx, organisation.id, part);
  const withoutPeople = await mayBeginFor(tx, [...new Set(grants.map(({ granteeId }) => granteeId))], today);
  const body = <PartnersPage words={words} opened={opened} today={today} grants={grants} bodies={bodies} withoutPeople={withoutPeople} seal={seal} sent={form} errors={errors} invited={visit.params['id']} changed={changed} />;
  const title = words.together.partners.title(code);
  const rest = { breadcrumbs: breadcrumbsOf(visit, { year, record }) };
  if (changed) return conflictPage(title, body, rest);
  return errors.length > 0 ? refusedPage(title, body, errors, rest) : page(title, body, rest);
}

async function readPartners(visit: MemberVisit, { part }: OpenedPart): Promise<Answer> {
  const grants = await partGrantsOf(visit.tx, visit.organisation.id, part);
  return json(shapes.partners, {
    partners: grants.map(saidPartner),
    organisations: (await otherBodies(visit)).map(({ id, shortName, name }) => ({ id, short_name: shortName, name })),
  });
}

async function otherBodies({ tx, organisation }: MemberVisit) {
  return (await organisationsByName(tx)).filter(({ id }) => id !== organisation.id);
}

async function openToPartner(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, form, organisation: { id: orgId }, today, newId } = visit;
  const bodies = (await otherBodies(visit)).map(({ id }) => id);
  const wished = readPartner({ partner: valueOf(form, 'partner'), may: valueOf(form, 'may'), reason: valueOf(form, 'reason'), from: dayGiven(form, 'from'), until: dayGiven(form, 'until') }, bodies, today);
  if (!wished.accepted) return showPartners(visit, opened, wished.refusals);
  await addPartGrant(tx, { ...opened.part, orgId, id: newId(), ...wished.value });
  return redirect(paths.partners(opened.org, opened.year, opened.code), 'partOpened');
}

async function closeToPartner(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, form, params, organisation, today } = visit;
  const id = params['id'] ?? '';
  const written = valueOf(form, 'version');
  const closed = isId(id) && /^\d{1,9}$/.test(written) && (await endPartGrant(tx, organisation.id, id, Number(written), today));
  return closed ? redirect(paths.partners(opened.org, opened.year, opened.code), 'partClosed') : showPartners(visit, opened, [], true);
}

async function inviteForPartner(visit: MemberVisit, opened: OpenedPart): Promise<Answer> {
  const { tx, organisation, params, words, address } = visit;
  const grant = (await partGrantsOf(tx, organisation.id, opened.part)).find(({ id }) => id === params['id']);
  const partner = grant && (await organisationsByName(tx)).find(({ id }) => id === grant.granteeId);
  if (!partner) return notThere(words.together.partners.noSuch.title, words.together.partners.noSuch.sentence, { href: paths.partners(opened.org, opened.year, opened.code), text: words.together.partners.title(opened.code) });
  const begun = await beginForPartner(visit, accountDesk, partner);
  if (!begun.accepted) return showPartners(visit, opened, begun.refusals);
  const { name, path } = begun.value;
  const back = { text: words.together.partners.title(opened.code), href: paths.partners(opened.org, opened.year, opened.code) };
  return page(linkTitle(words, 'invitation', name), <LinkPage words={words} name={name} purpose="invitation" address={`${address}${path}`} back={back} />, { data: { link: `${address}${path}` } });
}
