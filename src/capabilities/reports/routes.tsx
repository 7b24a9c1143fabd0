import { permitFor } from '../../kernel/access.ts';
import { audienceOf, audiences } from '../../kernel/marking.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import { json, notFoundPage, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Page, type Route } from '../../platform/route.ts';
import { assessmentPaths } from '../assessment/index.ts';
import { lookPaths } from '../look/index.ts';
import { moderationPaths } from '../moderation/index.ts';
import { access, mayHave } from './access.ts';
import { exemptionRoutes } from './exemption-routes.tsx';
import { textRoutes } from './text-routes.tsx';
import { packRoutes, type PackOptions } from './pack-routes.tsx';
import { shapes } from './api.ts';
import { PlainPage } from './pages/plain.tsx';
import { ReadPage, type LookAt } from './pages/read.tsx';
import { ReportsPage, type AudienceOffer } from './pages/reports.tsx';
import { patterns, paths } from './paths.ts';
import { readRecord, type ReportRecord } from './record.ts';
import { lacksOf, toldTo, type Told } from './rules.ts';
import { noteReport } from './store.ts';
import { reportFormatOf, reportFormats, safePaperOf, writeReport } from './writing.ts';

export type ReportOptions = PackOptions;

/** The committee's slides, paper and data of a year, for an audience. */
export function reportRoutes(options: ReportOptions): readonly Route[] {
  const { demonstration } = options;
  return [...textRoutes(), ...exemptionRoutes(), ...packRoutes(options), ...routes(
    { method: 'GET', path: patterns.list, data: { shape: shapes.reports, read: (visit: MemberVisit) => inYear(visit, tellReports) }, access: access.read, handle: (visit: MemberVisit) => inYear(visit, showReports) },
    { method: 'GET', path: patterns.read, data: { without: 'report' }, access: access.read, handle: (visit: MemberVisit) => inYear(visit, (opened) => forAudience(opened, (told) => readHere(opened, told, demonstration))) },
    { method: 'GET', path: patterns.file, data: 'file', access: access.read, handle: (visit: MemberVisit) => inYear(visit, (opened) => forAudience(opened, (told) => download(opened, told, demonstration))) },
  )];
}

type Opened = { readonly visit: MemberVisit; readonly year: Year; readonly record: ReportRecord };

async function inYear(visit: MemberVisit, work: (opened: Opened) => Answer | Promise<Answer>): Promise<Answer> {
  const { tx, organisation, permit, params, words, today } = visit;
  const name = params['year'] ?? '';
  const year = yearOf(name);
  const read = year && await readRecord({ tx, organisation, scope: permit.scope, today }, year);
  if (!year || !read) return notFoundPage(words.assessment.noYear.title, <PlainPage title={words.assessment.noYear.title} sentence={words.assessment.noYear.sentence(organisation.name, name)} />);
  if (read.accepted) return work({ visit, year, record: read.value });
  const said = words.reports.refused;
  const link = { href: moderationPaths.findings(organisation.shortName, year), text: words.moderation.findings.heading };
  return page(said.noFindingsTitle, <PlainPage title={said.noFindingsTitle} sentence={said.noFindings(organisation.name, year)} link={link} />, { breadcrumbs: breadcrumbsOf(visit, year) });
}

function tellReports({ visit, year, record }: Opened): Answer {
  return json(shapes.reports, {
    year, formats: [...reportFormats],
    audiences: offersOf(visit, record).map((offer) => ({ audience: offer.audience, marking: 'marking' in offer ? offer.marking : null, refused: 'refused' in offer ? offer.refused : null })),
  });
}

function offersOf(visit: MemberVisit, record: ReportRecord): readonly AudienceOffer[] {
  return audiences.filter((audience) => mayHave(visit, audience)).map((audience): AudienceOffer => {
    const told = toldTo(audience, record);
    return told.accepted ? { audience, marking: told.value.marking } : { audience, refused: told.refusals.map(({ say }) => say(visit.words)).join(' ') };
  });
}

/** The page; where its form names an audience and a format, on to that file. */
function showReports({ visit, year, record }: Opened): Answer {
  const { words, organisation, query } = visit;
  const [audience, format] = [audienceOf(valueOf(query, 'audience')), reportFormatOf(valueOf(query, 'format'))];
  if (audience && format) return redirect(paths.file(organisation.shortName, year, audience, format));
  const offers = offersOf(visit, record);
  const title = words.reports.page.title(organisation.name, year);
  return page(title, <ReportsPage words={words} org={organisation.shortName} organisation={organisation.name} year={year} offers={offers} lacks={lacksOf(record)} further={furtherOf(visit, year)} />, { breadcrumbs: breadcrumbsOf(visit, year) });
}

function furtherOf({ visitor, permit, organisation, words }: MemberVisit, year: Year) {
  const packs = permitFor(access.packs, visitor, [permit]) ? [{ text: words.packs.link, href: paths.packs(organisation.shortName, year) }] : [];
  if (!permitFor(access.write, visitor, [permit])) return packs;
  return [...packs, { text: words.paper.link, href: paths.texts(organisation.shortName, year) }, { text: words.paper.exemptLink, href: paths.exemptions(organisation.shortName, year) }];
}

async function forAudience({ visit, record }: Opened, work: (told: Told) => Promise<Answer>): Promise<Answer> {
  const { params, words } = visit;
  const said = words.reports.refused;
  const audience = audienceOf(params['audience'] ?? '');
  if (!audience) return noSuchOutput(visit);
  if (!mayHave(visit, audience)) return { is: 'page', status: 403, page: { title: said.notYours.title, body: <PlainPage {...said.notYours} /> } };
  const told = toldTo(audience, record);
  if (told.accepted) return work(told.value);
  const sentence = told.refusals.map(({ say }) => say(words)).join(' ');
  return refusedPage(words.reports.page.heading, <PlainPage title={words.reports.page.heading} sentence={sentence} />, []);
}

async function readHere({ visit, year }: Opened, told: Told, demonstration: boolean): Promise<Answer> {
  const { tx, words, today, organisation } = visit;
  await noteReport(tx, organisation.id, { year, format: 'page', audience: told.audience, marking: told.marking });
  const document = safePaperOf(told, { words, dated: today, demonstration });
  const breadcrumbs = [...breadcrumbsOf(visit, year), { text: words.reports.page.heading, href: paths.list(organisation.shortName, year) }];
  return page(`${document.title} – ${words.reports.page.audiences[told.audience]}`, <ReadPage words={words} document={document} look={lookAt(organisation.shortName, told)} />, { breadcrumbs });
}

function lookAt(org: string, { look: { colour, logo } }: Told): LookAt {
  return {
    stylesheet: colour === null ? undefined : `${lookPaths.stylesheet(org)}?colour=${colour.slice(1)}`,
    logo: logo ? lookPaths.logoFile(org, logo.sha256) : undefined,
  };
}

async function download({ visit, year }: Opened, told: Told, demonstration: boolean): Promise<Answer> {
  const { tx, words, today, organisation, params } = visit;
  const format = reportFormatOf(params['format'] ?? '');
  if (!format) return noSuchOutput(visit);
  const { fileName, mediaType, bytes, marking } = await writeReport(told, format, { words, dated: today, demonstration });
  await noteReport(tx, organisation.id, { year, format, audience: told.audience, marking });
  return { is: 'download', fileName, mediaType, body: bytes };
}

function noSuchOutput({ words }: MemberVisit): Answer {
  const said = words.reports.refused.noOutput;
  return notFoundPage(said.title, <PlainPage {...said} />);
}

/** The adviser does not see the body's own pages, so the way there begins with the findings. */
function breadcrumbsOf({ organisation, permit, words }: MemberVisit, year: Year): NonNullable<Page['breadcrumbs']> {
  const org = organisation.shortName;
  if (permit.scope === 'grant') return [{ text: words.moderation.findings.title(organisation.name, year), href: moderationPaths.findings(org, year) }];
  return [{ text: organisation.name, href: paths.organisation(org) }, { text: words.assessment.year.caption(year), href: assessmentPaths.year(org, year) }];
}
