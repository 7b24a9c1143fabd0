import { notFoundPage, page, routes, type Answer, type OpenVisit, type Route } from '../../platform/route.ts';
import type { Words } from '../../words/index.ts';
import { access } from './access.ts';
import { addEditionDraft, publishEditionDraft, removeEditionDraft, showDraft, showDrafts } from './drafts.tsx';
import { ComparisonPage } from './pages/comparison.tsx';
import { EditionPage } from './pages/edition.tsx';
import { EditionsPage } from './pages/editions.tsx';
import { paths, patterns } from './paths.ts';
import { editionNamed, listEditions } from './store.ts';

export function frameworkRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.editions, access: access.everyone, handle: showEditions },
    { method: 'GET', path: patterns.edition, access: access.everyone, handle: showEdition },
    { method: 'GET', path: patterns.comparison, access: access.everyone, handle: showComparison },
    { method: 'GET', path: patterns.drafts, access: access.keepers, handle: showDrafts },
    { method: 'POST', path: patterns.drafts, access: access.keepers, upload: true, handle: addEditionDraft },
    { method: 'GET', path: patterns.draft, access: access.keepers, handle: showDraft },
    { method: 'POST', path: patterns.publication, access: access.keepers, handle: publishEditionDraft },
    { method: 'POST', path: patterns.removal, access: access.keepers, handle: removeEditionDraft },
  );
}

async function showEditions({ tx, words }: OpenVisit): Promise<Answer> {
  return page(words.frameworks.editions.title, <EditionsPage words={words} editions={await listEditions(tx)} />);
}

async function showEdition({ tx, words, params }: OpenVisit): Promise<Answer> {
  const name = params['edition'] ?? '';
  const edition = await editionNamed(tx, name);
  if (!edition) return noSuchEdition(words, name);
  const earlier = (await listEditions(tx)).filter(({ sector, year, shortName }) => sector === edition.sector && (year < edition.year || (year === edition.year && shortName < edition.short_name)));
  return page(edition.title.en, <EditionPage words={words} edition={edition} earlier={earlier} />, { breadcrumbs: [toEditions(words)] });
}

/** What changed to the edition of the address from the one that it is compared with. */
async function showComparison({ tx, words, params }: OpenVisit): Promise<Answer> {
  const [name, other] = [params['edition'] ?? '', params['other'] ?? ''];
  const [later, earlier] = [await editionNamed(tx, name), await editionNamed(tx, other)];
  if (!later) return noSuchEdition(words, name);
  if (!earlier) return noSuchEdition(words, other);
  const said = words.frameworks.comparison;
  if (earlier.sector !== later.sector) return plainPage(words, said.title, said.otherSector(earlier.title.en, later.title.en));
  return page(said.title, <ComparisonPage words={words} earlier={earlier} later={later} />, { breadcrumbs: [toEditions(words), { text: later.title.en, href: paths.edition(name) }] });
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
