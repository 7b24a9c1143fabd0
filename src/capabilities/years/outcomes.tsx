import { holds } from '../../kernel/access.ts';
import { page, type Answer, type MemberVisit } from '../../platform/route.ts';
import { evidenceTitles } from '../evidence/index.ts';
import { access } from './access.ts';
import { yearColumns } from './columns.ts';
import { OutcomesPage } from './pages/outcomes.tsx';
import { paths } from './paths.ts';
import { documentsOf } from './store.ts';

/** Every year of a body, each with its own edition and scale. */
export async function showOutcomes(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, permit, seal } = visit;
  const documents = await documentsOf(tx, organisation.id);
  const titles = await evidenceTitles(tx, organisation.id, documents.map(({ evidenceId }) => evidenceId));
  const mayWrite = holds(permit, ...access.write.own);
  return page(words.years.title(organisation.name), (
    <OutcomesPage words={words} organisation={organisation} columns={await yearColumns(tx, organisation.id, true)} seal={mayWrite ? seal : undefined}
      documents={documents.map(({ evidenceId, ...document }) => ({ ...document, evidenceId, title: titles.get(evidenceId) ?? '' }))} />
  ), { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] });
}
