import { holds } from '../../kernel/access.ts';
import { isId, type Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import { sqlStateOf, type Transaction } from '../../platform/database.ts';
import type { FileStore } from '../../platform/files.ts';
import { notFoundPage, page, redirect, refusedPage, routes, valueOf, valuesOf, type Answer, type MemberVisit, type Page, type Route } from '../../platform/route.ts';
import { editionById } from '../frameworks/index.ts';
import { access } from './access.ts';
import { draftFrom, emptyDraft, searchFrom } from './drafts.ts';
import { BehindPage, type Drafts } from './pages/behind.tsx';
import { paths, patterns } from './paths.ts';
import { detailsOf, linkOf, refusal } from './rules.ts';
import { addLink, evidenceBehind, knownAmong, otherEvidence, stopUsing, useEvidence } from './store.ts';
import { takeFile } from './taking.ts';

/** A body's assessments, one a year: the capability that stands below hands its reader in. */
export type AssessmentReader = (tx: Transaction, orgId: Id) => Promise<readonly { readonly id: Id; readonly year: string; readonly editionId: Id; readonly submittedAt: Date | null }[]>;

type Options = { readonly files: FileStore; readonly fileLimitBytes: number; readonly assessmentReader: AssessmentReader };

/** What the address names: an indicator of the year's assessment. */
type Indicator = { readonly year: Year; readonly code: string; readonly text: string; readonly assessmentId: Id; readonly editionId: Id; readonly submitted: boolean };

type Handler = (visit: MemberVisit, indicator: Indicator, options: Options) => Promise<Answer>;

const shownOthers = 10;
const noDrafts: Drafts = { file: emptyDraft, link: { ...emptyDraft, url: '' }, chosen: [] };

/** The evidence behind an indicator, and the three ways to add to it. */
export function behindRoutes(options: Options): readonly Route[] {
  const at = (handle: Handler) => (visit: MemberVisit) => withIndicator(visit, options, handle);
  return routes(
    { method: 'GET', path: patterns.ofIndicator, access: access.read, handle: at(show) },
    { method: 'POST', path: patterns.files, access: access.write, upload: true, handle: at(whileOpen(addNewFile)) },
    { method: 'POST', path: patterns.links, access: access.write, unsearched: ['link-url'], handle: at(whileOpen(takeLink)) },
    { method: 'POST', path: patterns.uses, access: access.write, handle: at(whileOpen(takeChosen)) },
    { method: 'POST', path: patterns.removal, access: access.write, handle: at(whileOpen(takeAway)) },
  );
}

async function withIndicator(visit: MemberVisit, options: Options, handle: Handler): Promise<Answer> {
  const { tx, organisation, params, words } = visit;
  const year = yearOf(params['year'] ?? '');
  const assessment = (await options.assessmentReader(tx, organisation.id)).find((one) => one.year === year);
  const edition = assessment && await editionById(tx, assessment.editionId);
  const indicator = edition?.benchmarks.flatMap(({ indicators }) => indicators).find(({ code }) => code === params['code']);
  if (!year || !assessment || !indicator) {
    const said = words.evidence.noIndicator;
    return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
  }
  return handle(visit, { year, code: indicator.code, text: indicator.text.en, assessmentId: assessment.id, editionId: assessment.editionId, submitted: assessment.submittedAt !== null }, options);
}

/** Refuses a change once the assessment is submitted. The database holds this too, against a submission at the same moment. */
function whileOpen(handle: Handler): Handler {
  return async (visit, indicator, options) => {
    if (indicator.submitted) return submittedPage(visit, indicator);
    try {
      return await handle(visit, indicator, options);
    } catch (error) {
      if (sqlStateOf(error) !== 'DR001') throw error;
      return submittedPage(visit, indicator);
    }
  };
}

async function show(visit: MemberVisit, indicator: Indicator, options: Options): Promise<Answer> {
  return page(visit.words.evidence.behind.title(indicator.code), await body(visit, indicator, options, noDrafts, []), under(visit, indicator));
}

async function addNewFile(visit: MemberVisit, indicator: Indicator, options: Options): Promise<Answer> {
  const taken = await takeFile(visit, options.files);
  return taken.accepted ? use(visit, indicator, [taken.value]) : again(visit, indicator, options, { ...noDrafts, file: draftFrom(visit.form, 'file-') }, taken.refusals);
}

async function takeLink(visit: MemberVisit, indicator: Indicator, options: Options): Promise<Answer> {
  const { tx, organisation, form, today, newId } = visit;
  const draft = { ...draftFrom(form, 'link-'), url: valueOf(form, 'link-url') };
  const details = detailsOf(draft, today, 'link-');
  const url = linkOf(draft.url, 'link-url');
  if (details.accepted && url.accepted) {
    const id = newId();
    await addLink(tx, { ...details.value, orgId: organisation.id, id, url: url.value });
    return use(visit, indicator, [id]);
  }
  const errors = [url, details].flatMap((outcome) => (outcome.accepted ? [] : outcome.refusals));
  return again(visit, indicator, options, { ...noDrafts, link: draft }, errors);
}

async function takeChosen(visit: MemberVisit, indicator: Indicator, options: Options): Promise<Answer> {
  const chosen = await knownAmong(visit.tx, visit.organisation.id, valuesOf(visit.form, 'evidence').filter(isId));
  return chosen.length === 0 ? again(visit, indicator, options, noDrafts, [refusal('evidence', 'noneChosen')]) : use(visit, indicator, chosen);
}

async function takeAway(visit: MemberVisit, { year, code, assessmentId }: Indicator): Promise<Answer> {
  const { tx, organisation, params } = visit;
  const evidenceId = params['id'] ?? '';
  if (isId(evidenceId)) await stopUsing(tx, { orgId: organisation.id, assessmentId, indicatorCode: code, evidenceId });
  return redirect(paths.ofIndicator(organisation.shortName, year, code), 'saved');
}

async function use({ tx, organisation, newId }: MemberVisit, { year, code, assessmentId, editionId }: Indicator, chosen: readonly Id[]): Promise<Answer> {
  await useEvidence(tx, chosen.map((evidenceId) => ({ orgId: organisation.id, id: newId(), evidenceId, assessmentId, editionId, indicatorCode: code })));
  return redirect(paths.ofIndicator(organisation.shortName, year, code), 'saved');
}

async function again(visit: MemberVisit, indicator: Indicator, options: Options, drafts: Drafts, errors: readonly Refusal[]): Promise<Answer> {
  return refusedPage(visit.words.evidence.behind.title(indicator.code), await body(visit, indicator, options, drafts, errors), errors, under(visit, indicator));
}

async function body(visit: MemberVisit, indicator: Indicator, { fileLimitBytes }: Options, drafts: Drafts, errors: readonly Refusal[]) {
  const { tx, organisation, words, today, permit, seal, query } = visit;
  const evidence = await evidenceBehind(tx, organisation.id, indicator.assessmentId, indicator.code);
  const mayAdd = !indicator.submitted && holds(permit, ...access.write.own);
  const search = searchFrom(query);
  const others = mayAdd ? await otherEvidence(tx, organisation.id, { assessmentId: indicator.assessmentId, indicatorCode: indicator.code, text: search, most: shownOthers }) : undefined;
  const add = others && { seal, drafts, errors, fileLimitMegabytes: fileLimitBytes / 1_000_000, search, others: others.records, othersTotal: others.total };
  return <BehindPage words={words} organisation={organisation} today={today} year={indicator.year} code={indicator.code} indicator={indicator.text} evidence={evidence} add={add} />;
}

/** Reads nothing: after the database's refusal the transaction answers nothing more. */
function submittedPage(visit: MemberVisit, indicator: Indicator): Answer {
  const { organisation, words: { evidence: { behind: said } } } = visit;
  const text = (
    <>
      <h1 class="govuk-heading-l">{said.submitted.title}</h1>
      <p class="govuk-body">{said.submitted.sentence}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.ofIndicator(organisation.shortName, indicator.year, indicator.code)}>{said.back}</a></p>
    </>
  );
  return { is: 'page', status: 409, page: { title: said.submitted.title, body: text, ...under(visit, indicator) } };
}

function under({ organisation, words }: MemberVisit, { year, code }: Indicator): Pick<Page, 'breadcrumbs'> {
  return { breadcrumbs: [
    { text: organisation.name, href: paths.organisation(organisation.shortName) },
    { text: words.assessment.year.caption(year), href: paths.year(organisation.shortName, year) },
    { text: words.evidence.behind.indicator(code), href: paths.indicator(organisation.shortName, year, code) },
  ] };
}
