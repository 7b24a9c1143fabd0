import type { Refusal } from '../../kernel/outcome.ts';
import { leastThreshold, mostThreshold, usualThreshold } from '../../kernel/small-numbers.ts';
import { conflictPage, json, page, redirect, refusedPage, routes, valueOf, versionOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { historyFor } from '../history/index.ts';
import { access } from './access.ts';
import { forms, shapes } from './api.ts';
import { ThresholdPage } from './pages/threshold.tsx';
import { paths, patterns } from './paths.ts';
import { chosenThreshold } from './rules.ts';
import { saveThreshold, thresholdRow } from './threshold-store.ts';

export function thresholdRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.threshold, data: { shape: shapes.threshold, read: readThreshold }, access: access.threshold, handle: showThreshold },
    { method: 'POST', path: patterns.threshold, form: forms.threshold, access: access.threshold, handle: changeThreshold },
  );
}

async function readThreshold({ tx, organisation }: MemberVisit): Promise<Answer> {
  const { below, version } = await thresholdRow(tx, organisation.id);
  return json(shapes.threshold, { below, version, usual: usualThreshold, least: leastThreshold, most: mostThreshold });
}

async function showThreshold(visit: MemberVisit): Promise<Answer> {
  return page(visit.words.organisations.threshold.title, await thresholdPage(visit), rest(visit));
}

async function changeThreshold(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, newId, words } = visit;
  const chosen = chosenThreshold(valueOf(form, 'below'));
  if (!chosen.accepted) return refusedPage(words.organisations.threshold.title, await thresholdPage(visit, chosen.refusals), chosen.refusals, rest(visit));
  const saved = await saveThreshold(tx, { orgId: organisation.id, id: newId(), version: versionOf(form) }, chosen.value);
  return saved ? redirect(paths.threshold(organisation.shortName), 'saved') : conflictPage(words.organisations.threshold.title, await thresholdPage(visit, [], true), rest(visit));
}

async function thresholdPage(visit: MemberVisit, errors: readonly Refusal[] = [], conflict = false) {
  const { tx, words, seal, organisation, form } = visit;
  const now = await thresholdRow(tx, organisation.id);
  return <ThresholdPage words={words} seal={seal} org={organisation.shortName} now={now} form={form} errors={errors} conflict={conflict} history={historyFor(visit, 'threshold', now.id)} />;
}

function rest({ organisation }: MemberVisit) {
  return { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] };
}
