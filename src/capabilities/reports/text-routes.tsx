import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, routes, valueOf, versionOf, type Answer, type MemberVisit, type Route } from '../../platform/route.ts';
import { historyFor } from '../history/index.ts';
import { access } from './access.ts';
import { forms, saidText, shapes } from './api.ts';
import { paperTexts, savePaperText } from './outputs-store.ts';
import { PlainPage } from './pages/plain.tsx';
import { TextPage, TextsPage } from './pages/texts.tsx';
import { areaOf, areas, type Area, type PaperTextSeen } from './paper-text.ts';
import { patterns, paths } from './paths.ts';
import { paperTextFrom, type PaperTextForm } from './rules-paper.ts';
import { trailOf, withYear, type OwnYear } from './year.tsx';

/** What a body writes for its committee's paper, part by part. */
export function textRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.texts, data: { shape: shapes.texts, read: (visit: MemberVisit) => withYear(visit, readTexts) }, access: access.write, handle: (visit: MemberVisit) => withYear(visit, showTexts) },
    { method: 'GET', path: patterns.text, data: { shape: shapes.text, read: (visit: MemberVisit) => withText(visit, readText) }, access: access.write, handle: (visit: MemberVisit) => withText(visit, showText) },
    { method: 'POST', path: patterns.text, form: forms.text, access: access.write, handle: (visit: MemberVisit) => withText(visit, saveText) },
  );
}

type OwnText = OwnYear & { readonly area: Area; readonly current: PaperTextSeen | undefined };

async function showTexts(about: OwnYear): Promise<Answer> {
  const { visit: { tx, organisation, words }, year, assessment } = about;
  const texts = await paperTexts(tx, organisation.id, assessment.id);
  return page(words.paper.texts.title(year), <TextsPage words={words} org={organisation.shortName} year={year} texts={texts} />, trailOf(about));
}

async function readTexts({ visit: { tx, organisation }, assessment }: OwnYear): Promise<Answer> {
  const texts = await paperTexts(tx, organisation.id, assessment.id);
  return json(shapes.texts, { texts: areas.map((area) => saidText(area, texts.find((text) => text.area === area))) });
}

async function withText(visit: MemberVisit, work: (about: OwnText) => Promise<Answer>): Promise<Answer> {
  return withYear(visit, async (about) => {
    const said = visit.words.paper.texts.none;
    const area = areaOf(visit.params['area'] ?? '');
    if (!area) return notFoundPage(said.title, <PlainPage {...said} link={{ href: paths.texts(visit.organisation.shortName, about.year), text: visit.words.paper.link }} />);
    const current = (await paperTexts(visit.tx, visit.organisation.id, about.assessment.id)).find((text) => text.area === area);
    return work({ ...about, area, current });
  });
}

async function showText(about: OwnText): Promise<Answer> {
  const { visit: { words }, area, current } = about;
  return page(words.paper.areas[area], bodyOf(about, { text: current?.text ?? '', marking: current?.marking ?? 'OFFICIAL' }), trail(about));
}

async function readText({ area, current }: OwnText): Promise<Answer> {
  return json(shapes.text, saidText(area, current));
}

async function saveText(about: OwnText): Promise<Answer> {
  const { visit: { tx, form, organisation, newId, words }, year, assessment, area } = about;
  const fields = { text: valueOf(form, 'text'), marking: valueOf(form, 'marking') };
  const text = paperTextFrom(area, fields);
  if (!text.accepted) return refusedPage(words.paper.areas[area], bodyOf(about, fields, text.refusals), text.refusals, trail(about));
  const to = { orgId: organisation.id, id: newId(), assessmentId: assessment.id, version: versionOf(form) };
  if (await savePaperText(tx, to, text.value)) return redirect(paths.texts(organisation.shortName, year), 'saved');
  const current = (await paperTexts(tx, organisation.id, assessment.id)).find((one) => one.area === area);
  return conflictPage(words.paper.areas[area], bodyOf({ ...about, current }, fields, [], true), trail(about));
}

function bodyOf({ visit, year, area, current }: OwnText, fields: PaperTextForm, refusals: readonly Refusal[] = [], conflict = false) {
  const { words, seal, organisation: { shortName } } = visit;
  return (
    <TextPage words={words} seal={seal} action={paths.text(shortName, year, area)} area={area} version={current?.version ?? 0} fields={fields} refusals={refusals}
      theirs={conflict ? current?.text ?? '' : undefined} history={historyFor(visit, 'paper_text', current?.id)} />
  );
}

function trail(about: OwnYear) {
  const { visit: { organisation, words }, year } = about;
  return trailOf(about, { text: words.paper.link, href: paths.texts(organisation.shortName, year) });
}
