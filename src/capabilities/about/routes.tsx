import { page, redirect, routes, type Answer, type OpenVisit, type Route } from '../../platform/route.ts';
import { access } from './access.ts';
import { FirstPage, type ExampleDoor } from './pages/first.tsx';
import { StatementPage } from './pages/statement.tsx';
import { WillNotDoPage } from './pages/will-not-do.tsx';
import { WordsPage } from './pages/words.tsx';
import { paths } from './paths.ts';

export type AboutSettings = {
  /** What the first page opens in one press; none in a store for real use. */
  readonly examples: readonly ExampleDoor[];
  /** Where somebody who is signed in begins. */
  readonly home: string;
};

export function aboutRoutes(settings: AboutSettings): readonly Route[] {
  return routes(
    { method: 'GET', path: paths.first, data: { without: 'words' }, access: access.everyone, handle: (visit: OpenVisit) => showFirst(visit, settings) },
    { method: 'GET', path: paths.willNotDo, data: { without: 'words' }, access: access.everyone, handle: async ({ words }: OpenVisit) => page(words.willNotDo.title, <WillNotDoPage words={words} />) },
    { method: 'GET', path: paths.words, data: { without: 'words' }, access: access.everyone, handle: async ({ words }: OpenVisit) => page(words.glossary.title, <WordsPage words={words} />) },
    { method: 'GET', path: paths.accessibility, data: { without: 'words' }, access: access.everyone, handle: async ({ words }: OpenVisit) => page(words.accessibility.title, <StatementPage statement={words.accessibility} />) },
    { method: 'GET', path: paths.privacy, data: { without: 'words' }, access: access.everyone, handle: async ({ words }: OpenVisit) => page(words.privacy.title, <StatementPage statement={words.privacy} />) },
  );
}

async function showFirst({ words, seal, visitor }: OpenVisit, { examples, home }: AboutSettings): Promise<Answer> {
  if (visitor) return redirect(home);
  return page(words.about.title, <FirstPage words={words} seal={seal} examples={examples} />);
}
