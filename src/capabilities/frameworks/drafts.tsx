import { readFile } from 'node:fs/promises';
import { isId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { json, notFoundPage, page, redirect, refusedPage, valueOf, type AccountVisit, type Answer, type Page } from '../../platform/route.ts';
import { saidLoaded, shapes } from './api.ts';
import { parseAnyEdition } from './edition-file.ts';
import { addDraft, discardDraft, draftById, isKeeper, openDrafts, publishDraft, type EditionDraft } from './draft-store.ts';
import { DraftPage, DraftsPage } from './pages/drafts.tsx';
import { paths } from './paths.ts';

/** What is longer is no edition; the file's own rule says so in words. */
const mostBytes = 2 * 1024 * 1024;

export async function showDrafts(visit: AccountVisit): Promise<Answer> {
  return (await isKeeper(visit.tx, visit.visitor.accountId)) ? draftsPage(visit, '', []) : notNamed(visit, 200);
}

export async function readDrafts(visit: AccountVisit): Promise<Answer> {
  const { tx, visitor } = visit;
  return (await isKeeper(tx, visitor.accountId)) ? json(shapes.drafts, { drafts: (await openDrafts(tx)).map(saidLoaded) }) : notNamed(visit, 403);
}

/** Loads an edition from a file or from pasted text. One with faults comes back with its text and every fault by its place. */
export async function addEditionDraft(visit: AccountVisit): Promise<Answer> {
  const { tx, form, files, visitor } = visit;
  if (!(await isKeeper(tx, visitor.accountId))) return notNamed(visit, 403);
  const file = files['file'];
  const chosen = file !== undefined && file.fileName !== '';
  const text = (chosen && file.bytes <= mostBytes ? await readFile(file.path, 'utf8') : valueOf(form, 'text')).replaceAll('\r\n', '\n');
  const parsed = chosen && file.bytes > mostBytes ? parseAnyEdition('x'.repeat(mostBytes + 1)) : parseAnyEdition(text);
  if (!parsed.accepted) return draftsPage(visit, text, parsed.refusals.map(({ say }) => ({ field: 'text', say })));
  return redirect(paths.draft(await addDraft(tx, { edition: parsed.value, fileText: text, loadedBy: visitor.accountId })), 'saved');
}

export function showDraft(visit: AccountVisit): Promise<Answer> {
  return withDraft(visit, 200, (draft) => draftPage(visit, draft, []));
}

export function readDraft(visit: AccountVisit): Promise<Answer> {
  return withDraft(visit, 403, async (draft) => {
    const parsed = parseAnyEdition(draft.fileText);
    return json(shapes.draft, { ...saidLoaded(draft), own: draft.loadedBy === visit.visitor.accountId, edition: parsed.accepted ? parsed.value : null });
  });
}

export function publishEditionDraft(visit: AccountVisit): Promise<Answer> {
  return withDraft(visit, 403, async (draft) => {
    const { tx, visitor } = visit;
    if (draft.loadedBy === visitor.accountId) return draftPage(visit, draft, [{ field: 'publish', say: ({ frameworks }) => frameworks.drafts.ownWork }]);
    const parsed = parseAnyEdition(draft.fileText);
    if (!parsed.accepted) return draftPage(visit, draft, parsed.refusals.map(({ say }) => ({ field: 'publish', say })));
    const published = await publishDraft(tx, draft.id, visitor.accountId, parsed.value);
    if (published !== undefined) return redirect(paths.edition(parsed.value.short_name), 'editionPublished');
    return draftPage(visit, draft, [{ field: 'publish', say: (words) => words.frameworks.nameTaken(parsed.value.short_name) }]);
  });
}

export function removeEditionDraft(visit: AccountVisit): Promise<Answer> {
  return withDraft(visit, 403, async (draft) => {
    await discardDraft(visit.tx, draft.id, visit.visitor.accountId);
    return redirect(paths.drafts, 'removed');
  });
}

async function withDraft(visit: AccountVisit, status: 200 | 403, work: (draft: EditionDraft) => Promise<Answer>): Promise<Answer> {
  const { tx, params, visitor, words } = visit;
  if (!(await isKeeper(tx, visitor.accountId))) return notNamed(visit, status);
  const id = params['draft'] ?? '';
  const draft = isId(id) ? await draftById(tx, id) : undefined;
  if (draft && draft.publishedAt === null) return work(draft);
  const said = words.frameworks.drafts.none;
  return notFoundPage(said.title, <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.sentence} <a class="govuk-link" href={paths.drafts}>{words.frameworks.drafts.title}</a></p></>);
}

async function draftsPage(visit: AccountVisit, text: string, refusals: readonly Refusal[]): Promise<Answer> {
  const { words, tx, seal } = visit;
  const { title } = words.frameworks.drafts;
  const body = <DraftsPage words={words} seal={seal} drafts={await openDrafts(tx)} text={text} errors={refusals} />;
  return refusals.length > 0 ? refusedPage(title, body, refusals, under(visit)) : page(title, body, under(visit));
}

async function draftPage(visit: AccountVisit, draft: EditionDraft, refusals: readonly Refusal[]): Promise<Answer> {
  const { words, seal, visitor } = visit;
  const parsed = parseAnyEdition(draft.fileText);
  const body = <DraftPage words={words} seal={seal} draft={draft} edition={parsed.accepted ? parsed.value : undefined} isOwn={draft.loadedBy === visitor.accountId} errors={refusals} />;
  return refusals.length > 0 ? refusedPage(draft.title, body, refusals, under(visit)) : page(draft.title, body, under(visit));
}

/** Who was not named reads why; what they send does nothing. */
function notNamed({ words }: AccountVisit, status: 200 | 403): Answer {
  const said = words.frameworks.drafts;
  const body = <><h1 class="govuk-heading-l">{said.title}</h1><p class="govuk-body">{said.notNamed}</p><p class="govuk-body"><a class="govuk-link" href={paths.editions}>{words.frameworks.noSuchEdition.all}</a></p></>;
  return { is: 'page', status, page: { title: said.title, body } };
}

function under({ words }: AccountVisit): Pick<Page, 'breadcrumbs'> {
  return { breadcrumbs: [{ text: words.frameworks.editions.title, href: paths.editions }] };
}
