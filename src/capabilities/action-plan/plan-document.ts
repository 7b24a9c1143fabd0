import type { Cell, Document } from '../../documents/model.ts';
import type { Organisation } from '../../kernel/access.ts';
import { highestMarking } from '../../kernel/marking.ts';
import { writtenYear, yearContaining, type Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import type { Rag } from './rules.ts';
import type { ActionLine, Objective } from './store.ts';

const brandColour = '#00524c';

const tones = { green: 'good', amber: 'warning', red: 'bad' } as const satisfies Record<Rag, string>;

export type PlanSubject = {
  readonly words: Words; readonly organisation: Organisation; readonly dated: Day; readonly demonstration: boolean;
  readonly actions: readonly ActionLine[]; readonly objectives: readonly Objective[]; readonly progress: ReadonlyMap<string, string>; readonly titleOf: (benchmarkCode: string) => string;
};

/** The plan as a list to take away: for those who may read all of it. */
export function planDocument({ words, organisation, dated, demonstration, actions, objectives, progress, titleOf }: PlanSubject): Document {
  const said = words.actionPlan.document;
  const notice = [demonstration ? words.reports.deck.demonstration : '', organisation.invented ? words.site.invented(organisation.name) : ''].filter((sentence) => sentence !== '').join(' ');
  const { columns } = said;
  const objectiveOf = new Map(objectives.map(({ id, text }) => [id, text]));
  const row = (action: ActionLine): Cell[] => {
    const { id, benchmarkCode, objectiveId, text, owner, ownerRole, partners, startOn, dueOn, successMeasure, state, rag, marking } = action;
    return [
      id, benchmarkCode === null ? words.actionPlan.whole : titleOf(benchmarkCode), objectiveOf.get(objectiveId ?? '') ?? '', text, owner, ownerRole ?? '', partners, startOn ?? '', dueOn ?? '', successMeasure ?? '',
      said.states[state], rag === null ? '' : { text: said.rag[rag], tone: tones[rag] }, progress.get(id) ?? '', marking,
    ];
  };
  return {
    title: said.title, subtitle: said.subtitle(organisation.name), organisation: organisation.name, year: writtenYear(yearContaining(dated)), language: 'en-GB',
    marking: highestMarking([...actions, ...objectives].map(({ marking }) => marking)), audience: 'restricted', dated, ...(notice === '' ? {} : { notice }), product: words.site.product, brandColour,
    sections: [{ title: said.section, blocks: [{
      kind: 'table', caption: said.caption,
      columns: [columns.reference, columns.benchmark, columns.objective, columns.action, columns.owner, columns.role, columns.partners, columns.start, columns.due, columns.measure, columns.state, columns.rag, columns.progress, columns.marking]
        .map((title) => ({ title, ...(title === columns.action ? { rowHeader: true } : {}) })),
      rows: actions.map(row),
    }] }],
  };
}
