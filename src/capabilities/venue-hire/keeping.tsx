import { holds } from '../../kernel/access.ts';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { dayOf } from '../../kernel/year.ts';
import { json, redirect, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { dayIn } from '../organisations/index.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import { answered, missing, movedOn, versionIn } from './opened.tsx';
import { HoldersPage, PartnersPage, PoliciesPage } from './pages/keeping.tsx';
import { paths } from './paths.ts';
import { refusal } from './rules.ts';
import { sides } from './rules-keys.ts';
import { isInForce, partnerCheckFrom, policyFrom } from './rules-sites.ts';
import { addHolder, addPartnerCheck, addPolicy, colleaguesOf, endHolder, holdersOf, partnerChecksOf, policiesOf } from './sites-store.ts';

export const showPolicies = (visit: MemberVisit): Promise<Answer> => policiesPage(visit, []);

export async function readPolicies({ tx, organisation, today }: MemberVisit): Promise<Answer> {
  const policies = await policiesOf(tx, organisation.id);
  return json(shapes.policies, { policies: policies.map(({ id, title, fromDay, toDay, endorsedBy, endorsedOn }) => ({ id, title, from: fromDay, until: toDay, endorsed_by: endorsedBy, endorsed_on: endorsedOn, in_force: isInForce({ fromDay, toDay }, today) })) });
}

export async function addEdition(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const policy = policyFrom({ title: valueOf(form, 'title'), from: dayIn(form, 'from'), until: dayIn(form, 'until'), endorsedBy: valueOf(form, 'endorsed_by'), endorsed: dayIn(form, 'endorsed') }, today);
  if (!policy.accepted) return policiesPage(visit, policy.refusals);
  await addPolicy(tx, { orgId, id: newId() }, policy.value);
  return redirect(paths.policies(shortName), 'saved');
}

export const showPartners = (visit: MemberVisit): Promise<Answer> => partnersPage(visit, []);

export async function readPartners({ tx, organisation }: MemberVisit): Promise<Answer> {
  const checks = await partnerChecksOf(tx, organisation.id);
  return json(shapes.partners, { checks: checks.map(({ partner, relation, checkedOn, found, nextOn, said }) => ({ partner, relation, checked_on: checkedOn, found, next_on: nextOn, said })) });
}

export async function recordPartner(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const value = (name: string) => valueOf(form, name);
  const check = partnerCheckFrom({ partner: value('partner'), relation: value('relation'), checked: dayIn(form, 'checked'), found: value('found'), next: dayIn(form, 'next'), said: value('said') }, today);
  if (!check.accepted) return partnersPage(visit, check.refusals);
  await addPartnerCheck(tx, { orgId, id: newId() }, check.value);
  return redirect(paths.partners(shortName), 'saved');
}

export const showHolders = (visit: MemberVisit): Promise<Answer> => holdersPage(visit, []);

export async function readHolders({ tx, organisation }: MemberVisit): Promise<Answer> {
  const holders = await holdersOf(tx, organisation.id);
  return json(shapes.holders, { holders: holders.map(({ id, version, side, department, fromDay, toDay }) => ({ id, version, side, department, from: fromDay, until: dayOf(toDay) ?? null })) });
}

/** Gives a key to somebody for a department where they work. A department holds keys of one side only. */
export async function giveKey(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { id: orgId, shortName }, today, newId } = visit;
  const [personId = '', departmentId = ''] = valueOf(form, 'holder').split('.');
  const side = sides.find((one) => one === valueOf(form, 'side'));
  const known = (await colleaguesOf(tx, orgId, today)).some((one) => one.personId === personId && one.departmentId === departmentId);
  const live = (await holdersOf(tx, orgId)).filter(({ toDay }) => toDay === 'infinity' || toDay > today);
  const refusals: Refusal[] = [...(known ? [] : [refusal('holder', 'noHolder')]), ...(side ? [] : [refusal('side', 'noSide')])];
  if (live.some((holder) => holder.departmentId === departmentId && holder.side !== side)) refusals.push(refusal('side', 'holdsBothSides'));
  else if (live.some((holder) => holder.departmentId === departmentId && holder.personId === personId)) refusals.push(refusal('holder', 'holdsIt'));
  if (!side || refusals.length > 0) return holdersPage(visit, refusals);
  await addHolder(tx, { orgId, id: newId() }, { personId, departmentId, side, fromDay: today });
  return redirect(paths.holders(shortName), 'saved');
}

export async function takeKeyBack(visit: MemberVisit): Promise<Answer> {
  const { tx, params, organisation: { id: orgId, shortName }, today } = visit;
  const id = params['holder'] ?? '';
  if (!isId(id)) return missing(visit);
  const ended = await endHolder(tx, { orgId, id, version: versionIn(visit) }, today);
  return ended ? redirect(paths.holders(shortName), 'saved') : movedOn(visit, paths.holders(shortName));
}

async function policiesPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, today, permit } = visit;
  const body = <PoliciesPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} today={today} policies={await policiesOf(tx, organisation.id)} mayAgree={holds(permit, ...access.agree.own)} />;
  return answered(visit, words.venueHire.policies.title(organisation.name), body, refusals);
}

async function partnersPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, today, permit } = visit;
  const body = <PartnersPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} today={today} checks={await partnerChecksOf(tx, organisation.id)} mayWrite={holds(permit, ...access.write.own)} />;
  return answered(visit, words.venueHire.partners.title(organisation.name), body, refusals);
}

async function holdersPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, organisation, form, today, permit } = visit;
  const agrees = holds(permit, ...access.agree.own);
  const body = <HoldersPage words={words} org={organisation.shortName} seal={seal} form={form} refusals={refusals} today={today} holders={await holdersOf(tx, organisation.id)} colleagues={agrees ? await colleaguesOf(tx, organisation.id, today) : []} mayAgree={agrees} />;
  return answered(visit, words.venueHire.holders.title(organisation.name), body, refusals);
}
