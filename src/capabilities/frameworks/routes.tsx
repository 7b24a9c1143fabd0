import { json, notFoundPage, page, routes, type Answer, type OpenVisit, type Route } from '../../platform/route.ts';
import type { Words } from '../../words/index.ts';
import { access } from './access.ts';
import { data, forms as draftForms, saidComparison, shapes } from './api.ts';
import { addEditionDraft, publishEditionDraft, readDraft, readDrafts, removeEditionDraft, showDraft, showDrafts } from './drafts.tsx';
import { ComparisonPage } from './pages/comparison.tsx';
import { EditionPage } from './pages/edition.tsx';
import { EditionsPage } from './pages/editions.tsx';
import { StatementEditionPage } from './pages/statement-edition.tsx';
import { paths, patterns } from './paths.ts';
import { isForStatements } from './rules.ts';
import { anyEditionNamed, editionNamed, listAllEditions, listEditions, type PublishedEdition } from './store.ts';

export function frameworkRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.editions, data: data.editions, access: access.everyone, handle: showEditions },
    { method: 'GET', path: patterns.edition, data: data.edition, access: access.everyone, handle: showEdition },
    { method: 'GET', path: patterns.comparison, data: { shape: shapes.comparison, read: readComparison }, access: access.everyone, handle: showComparison },
    { method: 'GET', path: patterns.drafts, data: { shape: shapes.drafts, read: readDrafts }, access: access.keepers, handle: showDrafts },
    { method: 'POST', path: patterns.drafts, form: draftForms.add, access: access.keepers, upload: true, handle: addEditionDraft },
    { method: 'GET', path: patterns.draft, data: { shape: shapes.draft, read: readDraft }, access: access.keepers, handle: showDraft },
    { method: 'POST', path: patterns.publication, form: draftForms.decide, access: access.keepers, handle: publishEditionDraft },
    { method: 'POST', path: patterns.removal, form: draftForms.decide, access: access.keepers, handle: removeEditionDraft },
  );
}

async function showEditions({ tx, words }: OpenVisit): Promise<Answer> {
  return page(words.frameworks.editions.title, <EditionsPage words={words} editions={await listAllEditions(tx)} />);
}

async function showEdition({ tx, words, params }: OpenVisit): Promise<Answer> {
  const name = params['edition'] ?? '';
  const edition = await anyEditionNamed(tx, name);
  if (!edition) return noSuchEdition(words, name);
  if (isForStatements(edition)) return page(edition.title.en, <StatementEditionPage words={words} edition={edition} />, { breadcrumbs: [toEditions(words)] });
  const earlier = (await listEditions(tx)).filter(({ sector, year, shortName }) => sector === edition.sector && (year < edition.year || (year === edition.year && shortName < edition.short_name)));
  return page(edition.title.en, <EditionPage words={words} edition={edition} earlier={earlier} />, { breadcrumbs: [toEditions(words)] });
}

/** What changed to the edition of the address from the one that it is compared with. */
function showComparison(visit: OpenVisit): Promise<Answer> {
  const { words } = visit;
  return withBoth(visit, (earlier, later) => page(words.frameworks.comparison.title, <ComparisonPage words={words} earlier={earlier} later={later} />, { breadcrumbs: [toEditions(words), { text: later.title.en, href: paths.edition(later.short_name) }] }));
}

function readComparison(visit: OpenVisit): Promise<Answer> {
  return withBoth(visit, (earlier, later) => json(shapes.comparison, saidComparison(earlier, later)));
}

async function withBoth({ tx, words, params }: OpenVisit, work: (earlier: PublishedEdition, later: PublishedEdition) => Answer): Promise<Answer> {
  const [name, other] = [params['edition'] ?? '', params['other'] ?? ''];
  const [later, earlier] = [await editionNamed(tx, name), await editionNamed(tx, other)];
  if (!later) return noSuchEdition(words, name);
  if (!earlier) return noSuchEdition(words, other);
  const said = words.frameworks.comparison;
  if (earlier.sector !== later.sector) return plainPage(words, said.title, said.otherSector(earlier.title.en, later.title.en));
  return work(earlier, later);
}

function noSuchEdition(words: Words, name: string): Answer {
  return plainPage(words, words.frameworks.noSuchEdition.title, words.frameworks.noSuchEdition.sentence(name));
}

function plainPage(words: Words, title: string, sentence: string): Answer {
  return notFoundPage(title, (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body govuk-!-text-break-word">{sentence} <a class="govuk-link" href={paths.editions}>{words.frameworks.noSuchEdition.all}</a></p>
    </>
  ));
}

const toEditions = (words: Words) => ({ text: words.frameworks.editions.title, href: paths.editions });
