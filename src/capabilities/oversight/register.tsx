import { holds } from '../../kernel/access.ts';
import type { Id } from '../../kernel/id.ts';
import { aside } from '../../platform/database.ts';
import { json, page, redirect, valueOf, valuesOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { bodiesBelow } from '../organisations/index.ts';
import { riskLogPaths, risksOf, type Risk, type RiskBeside } from '../risk-log/index.ts';
import { access } from './access.ts';
import { shapes } from './api.ts';
import { riskNumbered, withOpenRisk } from './own-risk.tsx';
import { RegisterPage, Rests, SourcesPage, Ticked } from './pages/register.tsx';
import { besideRequests } from './requests.tsx';
import { cite, citationsOf, lastSent, sentAs, uncite } from './register-store.ts';
import { citationsFrom, sinceThen, type Citation, type SentRisk } from './rules-register.ts';
import { trailOf } from './showing.tsx';

export async function showRegister(visit: MemberVisit): Promise<Answer> {
  const { words, organisation, permit } = visit;
  const body = <RegisterPage words={words} org={organisation.shortName} rows={await registerOf(visit)} mayCite={holds(permit, ...access.cite.own)} />;
  return page(words.oversight.register.title(organisation.name), body, trailOf(visit, true));
}

export async function readRegister(visit: MemberVisit): Promise<Answer> {
  return json(shapes.register, {
    risks: (await registerOf(visit)).map(({ number, theme, event, scores, marking, cited }) => ({
      number, theme, event, residual: scores.residual, marking,
      rests_on: cited.map((one) => ({ name: one.name, short_name: one.shortName, quarter: one.quarter, number: one.number, cited_on: one.citedOn, since: one.sent && sinceThen(one.sent), sent: one.sent && saidSent(one.sent) })),
    })),
  });
}

export async function showSources(visit: MemberVisit): Promise<Answer> {
  const { tx, words, seal, organisation, query } = visit;
  const [found, risk] = [await sourcesIn(visit), await riskNumbered(visit, valueOf(query, 'risk'))];
  const cited = risk ? found.cited.filter(({ riskId }) => riskId === risk.id) : [];
  const there = new Set<string>(cited.map(({ returnedId }) => returnedId));
  const numbers = new Map((await risksOf(tx, organisation.id)).map(({ id, number }) => [id, number]));
  const body = (
    <SourcesPage words={words} org={organisation.shortName} seal={seal} sent={found.sent.filter(({ id }) => !there.has(id))} risk={risk?.number} cited={cited}
      restingOn={(sent) => numbersOn(found.cited, sent).flatMap((id) => numbers.get(id) ?? [])} />
  );
  return page(risk ? words.oversight.sources.changeHeading(risk.number) : words.oversight.sources.title(organisation.name), body, trailOf(visit, true));
}

export async function readSources(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation } = visit;
  const [{ sent, cited }, risks] = [await sourcesIn(visit), await risksOf(tx, organisation.id)];
  const numbers = new Map(risks.map(({ id, number }) => [id, number]));
  return json(shapes.sources, { risks: sent.map((one) => ({ ...saidSent(one), in_risks: numbersOn(cited, one).flatMap((id) => numbers.get(id) ?? []) })) });
}

/** Lets a risk rest on exactly what is ticked. */
export async function saveCitations(visit: MemberVisit): Promise<Answer> {
  return withOpenRisk(visit, async (risk) => {
    const { tx, form, organisation, today, newId } = visit;
    const { sent, cited } = await sourcesIn(visit, risk.id);
    const { add, remove } = citationsFrom(valuesOf(form, 'rests'), cited.filter((one) => one.sent !== null), sent);
    const key = { orgId: organisation.id, riskId: risk.id };
    await uncite(tx, key, remove);
    await cite(tx, key, add, today, newId);
    return redirect(riskLogPaths.risk(organisation.shortName, risk.number), 'saved');
  });
}

/** Handed to the risk log: what a risk rests on and where it was passed, and in the form for a new one what was ticked. */
export const besideRisk: RiskBeside = {
  page: async (visit, risk) => {
    const { tx, words, organisation, permit, today } = visit;
    const cited = await citedIn(visit, risk.id);
    const mayCite = risk.closedOn === null && holds(permit, ...access.cite.own) && (await bodiesBelow(tx, organisation.id, today)).length > 0;
    return (
      <>
        {(cited.length > 0 || mayCite) && <Rests words={words} org={organisation.shortName} risk={risk.number} cited={cited} mayCite={mayCite} />}
        {await besideRequests(visit, risk)}
      </>
    );
  },
  form: async (visit) => {
    const sent = await tickedIn(visit);
    return sent.length > 0 && <Ticked words={visit.words} sent={sent} />;
  },
  added: async (visit, riskId) => cite(visit.tx, { orgId: visit.organisation.id, riskId }, await tickedIn(visit), visit.today, visit.newId),
};

async function registerOf(visit: MemberVisit): Promise<(Risk & { readonly cited: readonly Citation[] })[]> {
  const risks = await risksOf(visit.tx, visit.organisation.id, { open: true });
  const cited = Map.groupBy(await citedIn(visit), ({ riskId }) => riskId);
  return risks.map((risk) => ({ ...risk, cited: cited.get(risk.id) ?? [] }));
}

/** What own risks rest on, with the words as they were sent where those can be read. */
async function citedIn({ tx, organisation, permit, today }: MemberVisit, riskId?: Id): Promise<Citation[]> {
  const named = await citationsOf(tx, organisation.id, riskId);
  if (named.length === 0) return [];
  const sent = await aside(tx, { is: 'tree', orgId: organisation.id, personId: permit.personId, day: today }, (inTree) => sentAs(inTree, named));
  const byId = new Map(sent.map((one) => [one.id, one]));
  return named.map((one) => ({ ...one, sent: byId.get(one.returnedId) ?? null }));
}

async function sourcesIn(visit: MemberVisit, riskId?: Id): Promise<{ readonly sent: readonly SentRisk[]; readonly cited: readonly Citation[] }> {
  const { tx, organisation, permit, today } = visit;
  const sent = await aside(tx, { is: 'tree', orgId: organisation.id, personId: permit.personId, day: today }, (inTree) => lastSent(inTree, organisation.id, today));
  return { sent, cited: await citedIn(visit, riskId) };
}

/** The rows that the form or its address names, of those that were sent last; nothing where nobody may cite. */
async function tickedIn(visit: MemberVisit): Promise<SentRisk[]> {
  const ticked = new Set<string>([...valuesOf(visit.form, 'rests'), ...valuesOf(visit.query, 'rests')]);
  return ticked.size === 0 ? [] : (await sourcesIn(visit)).sent.filter(({ id }) => ticked.has(id));
}

/** The own risks that rest on this risk of that body, as it was sent in any quarter. */
function numbersOn(cited: readonly Citation[], { bodyId, number }: SentRisk): readonly Id[] {
  return [...new Set(cited.filter((one) => one.bodyId === bodyId && one.number === number).map(({ riskId }) => riskId))];
}

function saidSent({ id, name, shortName, quarter, number, theme, cause, event, effect, residual, marking }: SentRisk) {
  return { id, name, short_name: shortName, quarter, number, theme, cause, event, effect, residual, marking };
}
