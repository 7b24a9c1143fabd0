import type { Id } from '../../kernel/id.ts';
import type { Marking } from '../../kernel/marking.ts';
import type { Day, Quarter } from '../../kernel/year.ts';
import { themes, type Level, type Score, type Theme } from '../risk-log/index.ts';

/** A risk as a body below sent it: the words are that body's. `id` is that of the row that was sent. */
export type SentRisk = {
  readonly id: Id; readonly bodyId: Id; readonly name: string; readonly shortName: string; readonly quarter: Quarter; readonly number: number;
  readonly theme: Theme; readonly cause: string; readonly event: string; readonly effect: string; readonly marking: Marking; readonly residual: Score & { readonly level: Level };
  /** How the body sent the same risk later; null where this is the last time. */
  readonly later: Later | null;
};

export type Later = { readonly quarter: Quarter; readonly isClosed: boolean; readonly isReworded: boolean; readonly isRescored: boolean };

/** What a risk of the body's own log rests on. `sent` is null once the row can no longer be read: its period is over, or the body stands elsewhere. */
export type Citation = {
  readonly riskId: Id; readonly returnedId: Id; readonly bodyId: Id; readonly name: string; readonly shortName: string; readonly quarter: Quarter; readonly number: number; readonly citedOn: Day; readonly sent: SentRisk | null;
};

export type ThemeGroup = { readonly theme: Theme; readonly risks: readonly SentRisk[] };

/** What was sent, side by side by theme. Which of them are the same risk is for a person to say. */
export function byTheme(risks: readonly SentRisk[]): ThemeGroup[] {
  return themes.map((theme) => ({ theme, risks: risks.filter((risk) => risk.theme === theme) })).filter((group) => group.risks.length > 0);
}

/** Of the rows that were ticked, those that are new; and those that the risk no longer rests on. What was not on the page stays. */
export function citationsFrom(ticked: readonly string[], cited: readonly Pick<Citation, 'returnedId'>[], sent: readonly SentRisk[]): { readonly add: readonly SentRisk[]; readonly remove: readonly Id[] } {
  const [wanted, there] = [new Set(ticked), new Set<string>(cited.map(({ returnedId }) => returnedId))];
  return { add: sent.filter(({ id }) => wanted.has(id) && !there.has(id)), remove: cited.flatMap(({ returnedId }) => (wanted.has(returnedId) ? [] : [returnedId])) };
}

/** What has become of a risk since the row that is cited. */
export function sinceThen({ later }: Pick<SentRisk, 'later'>): 'last' | 'same' | 'reworded' | 'rescored' | 'both' | 'closed' {
  if (!later) return 'last';
  if (later.isClosed) return 'closed';
  if (later.isReworded && later.isRescored) return 'both';
  return later.isReworded ? 'reworded' : later.isRescored ? 'rescored' : 'same';
}
