import { Tag } from '../../../govuk/index.ts';
import type { Day } from '../../../kernel/year.ts';
import type { Words } from '../../../words/index.ts';
import { StateTag } from '../../recommendations/index.ts';
import type { Rag, State } from '../rules.ts';

const colours = { green: 'green', amber: 'yellow', red: 'red' } as const;

/** State, whether it is overdue, and the colour of an open one, each said in words. */
export function Standing({ words, action, today }: { readonly words: Words; readonly action: { readonly state: State; readonly dueOn: string | null; readonly rag: Rag | null }; readonly today: Day }) {
  return <><StateTag words={words} status={action} today={today} />{action.state !== 'closed' && action.rag !== null && <>{' '}<RagTag words={words} rag={action.rag} /></>}</>;
}

export function RagTag({ words, rag }: { readonly words: Words; readonly rag: Rag }) {
  return <Tag colour={colours[rag]}>{words.actionPlan.rag[rag]}</Tag>;
}
