import { holds } from '../../kernel/access.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { yearOf, type Year } from '../../kernel/year.ts';
import type { FileStore } from '../../platform/files.ts';
import { json, notFoundPage, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { draftFrom, emptyDraft, evidenceTitles, takeFile, type Draft } from '../evidence/index.ts';
import { access } from './access.ts';
import { saidDocument, shapes } from './api.ts';
import { DocumentsPage } from './pages/documents.tsx';
import { paths } from './paths.ts';
import { readDocument } from './rules.ts';
import { addDocument, documentsOf } from './store.ts';

export type DocumentOptions = { readonly files: FileStore; readonly fileLimitBytes: number };

type Filled = { readonly kind: string; readonly source: string; readonly draft: Draft; readonly refusals: readonly Refusal[] };

/** The papers, plans and letters of a year: shown, and brought in as evidence. */
export function documentHandlers(options: DocumentOptions) {
  return {
    show: (visit: MemberVisit) => withYear(visit, (year) => documentsPage(visit, year, options, { kind: '', source: '', draft: emptyDraft, refusals: [] })),
    read: (visit: MemberVisit) => withYear(visit, async (year) => json(shapes.documents, { documents: (await titledDocuments(visit)).filter((document) => document.year === year).map(saidDocument) })),
    add: (visit: MemberVisit) => withYear(visit, (year) => addOne(visit, year, options)),
  };
}

async function addOne(visit: MemberVisit, year: Year, options: DocumentOptions): Promise<Answer> {
  const { tx, organisation, form, newId } = visit;
  const written = { kind: valueOf(form, 'kind'), source: valueOf(form, 'source') };
  const [read, taken] = [readDocument(written), await takeFile(visit, options.files)];
  if (read.accepted && taken.accepted) {
    await addDocument(tx, { ...read.value, orgId: organisation.id, id: newId(), year, evidenceId: taken.value });
    return redirect(paths.documents(organisation.shortName, year), 'saved');
  }
  const refusals = [read, taken].flatMap((outcome) => (outcome.accepted ? [] : outcome.refusals));
  return documentsPage(visit, year, options, { ...written, draft: draftFrom(form, 'file-'), refusals });
}

async function withYear({ params, words }: MemberVisit, work: (year: Year) => Promise<Answer>): Promise<Answer> {
  const year = yearOf(params['year'] ?? '');
  const said = words.years.noYear;
  return year ? work(year) : notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence}</p></>);
}

async function documentsPage(visit: MemberVisit, year: Year, { fileLimitBytes }: DocumentOptions, { kind, source, draft, refusals }: Filled): Promise<Answer> {
  const { words, organisation, permit, seal } = visit;
  const form = holds(permit, ...access.write.own) ? { seal, kind, source, draft, errors: refusals, fileLimitMegabytes: fileLimitBytes / 1_000_000 } : undefined;
  const title = words.years.documents.title(year);
  const body = (
    <DocumentsPage words={words} org={organisation.shortName} year={year} form={form} documents={(await titledDocuments(visit)).filter((document) => document.year === year)} />
  );
  const rest = { breadcrumbs: [
    { text: organisation.name, href: paths.organisation(organisation.shortName) }, { text: words.years.heading, href: paths.outcomes(organisation.shortName) },
  ] };
  return refusals.length > 0 ? refusedPage(title, body, refusals, rest) : page(title, body, rest);
}

/** The documents of every year, each with the title of the evidence that it is. */
export async function titledDocuments({ tx, organisation }: MemberVisit) {
  const documents = await documentsOf(tx, organisation.id);
  const titles = await evidenceTitles(tx, organisation.id, documents.map(({ evidenceId }) => evidenceId));
  return documents.map((document) => ({ ...document, title: titles.get(document.evidenceId) ?? '' }));
}
