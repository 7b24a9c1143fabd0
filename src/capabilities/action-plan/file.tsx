import { formats } from '../../documents/formats.ts';
import { notFoundPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { benchmarkSaid, editionOf, type PlanOptions } from './opened.tsx';
import { planDocument } from './plan-document.ts';
import { actionsOf, latestWords, noteList, objectivesOf } from './store.ts';

export const listFormats = ['xlsx', 'ods', 'csv'] as const;

/** The whole plan as a file; that it was taken away stands in the trail. */
export async function download(visit: MemberVisit, { demonstration }: PlanOptions): Promise<Answer> {
  const { tx, words, organisation, today, params } = visit;
  const format = listFormats.find((one) => one === params['format']);
  const said = words.actionPlan;
  if (!format) return notFoundPage(said.noFormat.title, <><h1 class="govuk-heading-l">{said.noFormat.title}</h1><p class="govuk-body">{said.noFormat.sentence}</p></>);
  const [actions, objectives] = [await actionsOf(tx, organisation.id), await objectivesOf(tx, organisation.id)];
  const edition = await editionOf(visit, actions.map(({ editionId }) => editionId));
  const document = planDocument({ words, organisation, dated: today, demonstration, actions, objectives, progress: await latestWords(tx, organisation.id), titleOf: (code) => benchmarkSaid(visit, edition, code) });
  const { mediaType, write } = formats[format];
  await noteList(tx, organisation.id, { format, marking: document.marking });
  return { is: 'download', fileName: said.document.fileName(organisation.shortName, format), mediaType, body: await write(document) };
}
