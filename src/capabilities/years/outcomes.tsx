import { holds } from '../../kernel/access.ts';
import { json, page, type Answer, type MemberVisit } from '../../platform/route.ts';
import { access } from './access.ts';
import { saidDocument, saidYear, shapes } from './api.ts';
import { yearColumns } from './columns.ts';
import { titledDocuments } from './documents.tsx';
import { OutcomesPage } from './pages/outcomes.tsx';
import { paths } from './paths.ts';

/** Every year of a body, each with its own edition and scale. */
export async function showOutcomes(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation, permit, seal } = visit;
  const mayWrite = holds(permit, ...access.write.own);
  return page(words.years.title(organisation.name), (
    <OutcomesPage words={words} organisation={organisation} columns={await yearColumns(tx, organisation.id, true)} seal={mayWrite ? seal : undefined}
      documents={await titledDocuments(visit)} />
  ), { breadcrumbs: [{ text: organisation.name, href: paths.organisation(organisation.shortName) }] });
}

export async function readOutcomes(visit: MemberVisit): Promise<Answer> {
  const { tx, organisation } = visit;
  return json(shapes.outcomes, { years: (await yearColumns(tx, organisation.id, true)).map(saidYear), documents: (await titledDocuments(visit)).map(saidDocument) });
}
