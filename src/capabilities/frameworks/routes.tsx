import { notFoundPage, page, routes, type Answer, type OpenVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { data } from './api.ts';
import { EditionPage } from './pages/edition.tsx';
import { EditionsPage } from './pages/editions.tsx';
import { paths, patterns } from './paths.ts';
import { editionNamed, listEditions } from './store.ts';

export function frameworkRoutes(): readonly Route[] {
  return routes(
    { method: 'GET', path: patterns.editions, data: data.editions, access: access.everyone, handle: showEditions },
    { method: 'GET', path: patterns.edition, data: data.edition, access: access.everyone, handle: showEdition },
  );
}

async function showEditions({ tx, words }: OpenVisit): Promise<Answer> {
  return page(words.frameworks.editions.title, <EditionsPage words={words} editions={await listEditions(tx)} />);
}

async function showEdition({ tx, words, params }: OpenVisit): Promise<Answer> {
  const { editions, noSuchEdition } = words.frameworks;
  const name = params['edition'] ?? '';
  const edition = await editionNamed(tx, name);
  if (!edition) {
    return notFoundPage(noSuchEdition.title, (
      <>
        <h1 class="govuk-heading-l">{noSuchEdition.title}</h1>
        <p class="govuk-body govuk-!-text-break-word">{noSuchEdition.sentence(name)} <a class="govuk-link" href={paths.editions}>{noSuchEdition.all}</a></p>
      </>
    ));
  }
  return page(edition.title.en, <EditionPage words={words} edition={edition} />, { breadcrumbs: [{ text: editions.title, href: paths.editions }] });
}
