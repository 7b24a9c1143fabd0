import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, valueOf, valuesOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { listStatementEditions } from '../frameworks/index.ts';
import { bodiesAbove, bodiesBelow, channelGrantsOf, organisationPaths } from '../organisations/index.ts';
import { access, countReaders } from './access.ts';
import { saidPanel, shapes } from './api.ts';
import { PanelPage } from './pages/panel.tsx';
import { paths } from './paths.ts';
import { panelFrom } from './rules.ts';
import { figuresOf, panelOf, panelsShared, recordOf, savePanel, type PanelRecord } from './store.ts';

const emptyRecord: PanelRecord = { offices: [], seats: [], meetings: [], agreements: [], statements: [], reviews: [] };

export const showPanel = (visit: MemberVisit): Promise<Answer> => panelPage(visit, []);

export async function readPanel(visit: MemberVisit): Promise<Answer> {
  const { panel, record, figures, shared } = await seen(visit);
  return json(shapes.panel, saidPanel(panel, record, figures, shared, visit.today));
}

export async function setPanel(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation: { id: orgId, shortName }, newId } = visit;
  const panel = panelFrom({ here: valueOf(form, 'here'), reason: valueOf(form, 'reason'), leadBody: valueOf(form, 'lead_body'), notStated: valuesOf(form, 'not_stated').includes('yes') });
  if (!panel.accepted) return panelPage(visit, panel.refusals);
  return await savePanel(tx, { orgId, id: newId(), version: versionOf(form) }, panel.value) ? redirect(paths.panel(shortName), 'saved') : movedOn(visit);
}

/** The page, with what has to be mended. */
export async function panelPage(visit: MemberVisit, refusals: readonly Refusal[]): Promise<Answer> {
  const { tx, words, seal, form, organisation, permit, today } = visit;
  const { panel, record, figures, shared, own } = await seen(visit);
  const may = { write: own && holds(permit, ...access.write.own), share: own && holds(permit, ...access.share.own), count: own && holds(permit, ...countReaders) };
  const sharing = may.share && panel?.runHere;
  const body = <PanelPage words={words} org={organisation.shortName} seal={seal} today={today} form={form} refusals={refusals} lead={own ? undefined : organisation.name}
    panel={panel} record={record} figures={figures} shared={shared} grants={sharing ? await channelGrantsOf(tx, organisation.id) : []} near={sharing ? await bodiesNear(visit) : []} editions={may.write ? await listStatementEditions(tx) : []} may={may} />;
  const title = words.channel.panel.title(organisation.name);
  return refusals.length === 0 ? page(title, body, trailOf(visit)) : refusedPage(title, body, refusals, trailOf(visit));
}

async function seen({ tx, organisation: { id }, permit, today }: MemberVisit) {
  const own = permit.scope === 'own';
  const panel = await panelOf(tx, id);
  const stored = panel?.runHere ? await recordOf(tx, id, own ? 'own' : 'grant') : emptyRecord;
  // The numbers of reviews never reach those who may not read them.
  const record = own && holds(permit, ...countReaders) ? stored : { ...stored, reviews: [] };
  return { own, panel, record, figures: panel?.runHere ? await figuresOf(tx, id, today) : null, shared: own ? await panelsShared(tx, today) : [] };
}

/** The bodies below this one, above it, and beside it. */
export async function bodiesNear({ tx, organisation: { id }, today }: MemberVisit) {
  const above = await bodiesAbove(tx, id, today);
  const beside = above[0] ? await bodiesBelow(tx, above[0].id, today) : [];
  return [...await bodiesBelow(tx, id, today), ...above, ...beside.filter((body) => body.id !== id)];
}

/** Reads nothing: what was written is not kept, and the way leads to what stands now. */
export function movedOn(visit: MemberVisit): Answer {
  const { words: { channel: { conflict: said } }, organisation: { shortName } } = visit;
  return conflictPage(said.title, (
    <>
      <h1 class="govuk-heading-l">{said.title}</h1>
      <p class="govuk-body">{said.sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.panel(shortName)}>{said.link}</a></p>
    </>
  ), trailOf(visit));
}

export function missing(said: { readonly title: string; readonly sentence: string }): Answer {
  return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
}

/** A body that shares the panel does not see the other's own pages, so its way begins with the panel. */
export function trailOf({ organisation: { shortName, name }, permit, words }: MemberVisit, below = false) {
  const home = permit.scope === 'own' ? [{ text: name, href: organisationPaths.organisation(shortName) }] : [];
  return { breadcrumbs: below ? [...home, { text: words.channel.link, href: paths.panel(shortName) }] : home };
}
