import { stackedBars } from '../../documents/bars.ts';
import type { Picture, Tone } from '../../documents/model.ts';
import { writtenQuarter } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { levels, type Level } from './rules.ts';
import type { ScoreLine } from './rules-trend.ts';

/** The tone of a level in what is drawn and written; the words beside it say the same. */
export const levelTones: Readonly<Record<Level, Tone>> = { low: 'good', medium: 'neutral', high: 'warning', very_high: 'bad' };

/** The open risks of each quarter by their level, a bar each. */
export function trendPicture({ riskLog }: Words, trend: readonly ScoreLine[]): Picture {
  const series = levels.map((level) => ({ name: riskLog.levels[level], tone: levelTones[level] }));
  return stackedBars(riskLog.trend.caption, series, trend.map(({ quarter, byLevel }) => ({ label: writtenQuarter(quarter), counts: levels.map((level) => byLevel[level]) })), 'en-GB');
}
