import { holds } from '../../kernel/access.ts';
import { isId, type Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { daysAfter, yearOf } from '../../kernel/year.ts';
import type { FileStore } from '../../platform/files.ts';
import { conflictPage, json, notFoundPage, page, redirect, refusedPage, routes, valueOf, type Answer, type MemberVisit, type Page, type Route } from '../../platform/route.ts';
import { historyFor } from '../history/index.ts';
import { access } from './access.ts';
import { forms, listQuery, saidPiece, shapes } from './api.ts';
import { behindRoutes, type AssessmentReader } from './behind.tsx';
import { draftFrom, draftOf, searchFrom } from './drafts.ts';
import { ConflictPage, ItemPage } from './pages/item.tsx';
import { ListPage } from './pages/list.tsx';
import { paths, patterns } from './paths.ts';
import { detailsOf, expiryFilters, soonDays, type Draft } from './rules.ts';
import { changeDetails, evidenceById, listEvidence, noteDownload, usesOf, type EvidenceRecord } from './store.ts';

/** What the site hands in: the store of files, and the reader of the capability that stands below. */
export type EvidenceOptions = {
  readonly files: FileStore;
  readonly fileLimitBytes: number;
  readonly assessmentReader: AssessmentReader;
  /** Told when a stored file is no longer what was added: for the log. */
  readonly onDamaged: (found: { readonly reference: string; readonly organisation: string; readonly evidence: Id }) => void;
};

const pageSize = 25;
const writers = access.write.own;

export function evidenceRoutes(options: EvidenceOptions): readonly Route[] {
  return [
    ...routes(
      { method: 'GET', path: patterns.list, data: { shape: shapes.list, query: listQuery, read: readList }, access: access.read, handle: showList },
      { method: 'GET', path: patterns.item, data: { shape: shapes.item, read: (visit: MemberVisit) => readItem(visit, options) }, access: access.read, handle: (visit: MemberVisit) => showItem(visit, options) },
      { method: 'POST', path: patterns.details, form: forms.details, access: access.write, handle: (visit: MemberVisit) => saveDetails(visit, options) },
      { method: 'GET', path: patterns.file, data: 'file', access: access.download, handle: (visit: MemberVisit) => download(visit, options) },
    ),
    ...behindRoutes(options),
  ];
}

async function showList(visit: MemberVisit): Promise<Answer> {
  const { organisation, words, today } = visit;
  const { filter, lines, total, pages } = await listed(visit);
  const body = <ListPage words={words} organisation={organisation} today={today} filter={filter} lines={lines} total={total} pages={pages} />;
  return page(words.evidence.list.title(organisation.name), body, { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] });
}

async function listed({ tx, organisation, today, query }: MemberVisit) {
  const expiry = expiryFilters.find((one) => one === valueOf(query, 'expiry')) ?? 'all';
  const filter = { text: searchFrom(query), expiry, page: Math.min(Math.max(1, Number.parseInt(valueOf(query, 'page'), 10) || 1), 10_000) };
  const { lines, total } = await listEvidence(tx, organisation.id, { ...filter, today, soon: daysAfter(today, soonDays), pageSize });
  return { filter, lines, total, pages: Math.ceil(total / pageSize) };
}

async function readList(visit: MemberVisit): Promise<Answer> {
  const { lines, total, pages } = await listed(visit);
  return json(shapes.list, { total, pages, evidence: lines.map((line) => ({ ...saidPiece(line), uses: line.uses })) });
}

async function showItem(visit: MemberVisit, options: EvidenceOptions): Promise<Answer> {
  const evidence = await evidenceAsked(visit);
  return evidence ? page(evidence.title, await itemBody(visit, options, evidence, draftOf(evidence), []), under(visit)) : missing(visit);
}

async function saveDetails(visit: MemberVisit, options: EvidenceOptions): Promise<Answer> {
  const { tx, organisation, words, form, seal, today } = visit;
  const evidence = await evidenceAsked(visit);
  if (!evidence) return missing(visit);
  const draft = draftFrom(form, '');
  const details = detailsOf(draft, today);
  if (!details.accepted) return refusedPage(evidence.title, await itemBody(visit, options, evidence, draft, details.refusals), details.refusals, under(visit));
  const version = Number(valueOf(form, 'version'));
  const isSaved = version === evidence.version && await changeDetails(tx, { ...details.value, orgId: organisation.id, id: evidence.id, version });
  if (isSaved) return redirect(paths.item(organisation.shortName, evidence.id), 'saved');
  const now = await evidenceAsked(visit) ?? evidence;
  const body = <ConflictPage words={words} organisation={organisation} evidence={now} mine={details.value} seal={seal} draft={draft} errors={[]} />;
  return conflictPage(words.evidence.conflict.title, body, under(visit));
}

/** The content, once it has been found to be what was added; each download is in the audit trail. */
async function download(visit: MemberVisit, { files, onDamaged }: EvidenceOptions): Promise<Answer> {
  const { organisation, words, reference } = visit;
  const evidence = await evidenceAsked(visit);
  if (!evidence || evidence.sha256 === null || evidence.fileName === null || evidence.mediaType === null) return missing(visit);
  const sha256 = Buffer.from(evidence.sha256, 'hex');
  if ((await files.hashOf(organisation.id, sha256))?.equals(sha256)) {
    await noteDownload(visit.tx, evidence.id);
    return { is: 'download', fileName: evidence.fileName, mediaType: evidence.mediaType, body: await files.read(organisation.id, sha256) };
  }
  onDamaged({ reference, organisation: organisation.shortName, evidence: evidence.id });
  const said = words.evidence.damaged;
  const body = <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p><p class="govuk-body">{said.reference(reference)}</p></>;
  return { is: 'page', status: 500, page: { title: said.title, body, ...under(visit) } };
}

/** What the address names, if this body has it and the scope may read it. */
async function evidenceAsked({ tx, organisation, params }: MemberVisit): Promise<EvidenceRecord | undefined> {
  const id = params['id'] ?? '';
  return isId(id) ? evidenceById(tx, organisation.id, id) : undefined;
}

async function itemBody(visit: MemberVisit, { assessmentReader }: EvidenceOptions, evidence: EvidenceRecord, draft: Draft, errors: readonly Refusal[]) {
  const { words, organisation, today, permit, seal } = visit;
  const history = historyFor(visit, 'evidence', evidence.id);
  const uses = await usesByYear(visit, assessmentReader, evidence.id);
  const change = holds(permit, ...writers) ? { seal, draft, errors } : undefined;
  return <ItemPage words={words} organisation={organisation} today={today} evidence={evidence} uses={uses} change={change} history={history} />;
}

async function readItem(visit: MemberVisit, { assessmentReader }: EvidenceOptions): Promise<Answer> {
  const evidence = await evidenceAsked(visit);
  if (!evidence) return missing(visit);
  const uses = await usesByYear(visit, assessmentReader, evidence.id);
  return json(shapes.item, { ...saidPiece(evidence), uses: uses.map(({ year, code }) => ({ year, indicator: code })) });
}

/** The indicators that a piece stands behind, each with its year. */
async function usesByYear({ tx, organisation }: MemberVisit, assessmentReader: AssessmentReader, evidenceId: Id) {
  const years = new Map((await assessmentReader(tx, organisation.id)).map((assessment) => [assessment.id, yearOf(assessment.year)]));
  return (await usesOf(tx, organisation.id, evidenceId)).flatMap(({ assessmentId, indicatorCode }) => {
    const year = years.get(assessmentId);
    return year ? [{ year, code: indicatorCode }] : [];
  });
}

function missing({ words: { evidence: { missing: said } } }: MemberVisit): Answer {
  return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
}

function under({ organisation, words }: MemberVisit): Pick<Page, 'breadcrumbs'> {
  return { breadcrumbs: [
    { text: organisation.name, href: paths.organisation(organisation.shortName) },
    { text: words.evidence.list.breadcrumb, href: paths.list(organisation.shortName) },
  ] };
}
