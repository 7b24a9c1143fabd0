import type { Fact, FactQuestion, FactSource } from '../../platform/fact.ts';
import { concerning, figuresOf, isRiskBenchmark, riskFacts, timelinessSaid, type Figures } from '../risk-log/index.ts';
import { paths } from './paths.ts';
import { gridOf, trendOf } from './rules.ts';

/** A body's own returns and risks, and the returns of the bodies below it, beside the benchmark that is about them. */
export const oversightFacts: FactSource = {
  name: 'oversight',
  facts: async (question) => {
    if (!isRiskBenchmark(question)) return [];
    const figures = await figuresOf(question.tx, question.orgId, question.year, question.today);
    return [...riskFacts(question, figures), ...factsBelow(question, figures)];
  },
};

/** Of each quarter of the year, how many bodies below sent on time, and which did not. */
function factsBelow(question: FactQuestion, { calendar, below }: Figures): Fact[] {
  const { orgShortName, today } = question;
  const rows = gridOf(below, calendar, new Map(), today);
  const due = trendOf(rows, calendar).filter((line) => line.due > 0);
  const behind = rows.flatMap(({ name, cells }) => cells.filter(({ timeliness: { is } }) => is === 'late' || is === 'missing').map((cell) => ({ name, ...cell })));
  const about = { concerns: concerning(question, 'LA2.x2'), rowsHref: paths.grid(orgShortName), asAt: today, rule: ({ riskLog }: Parameters<Fact['rule']>[0]) => riskLog.facts.belowRule };
  const share: Fact = { ...about, say: ({ riskLog: { facts } }) => facts.belowList(due.map((line) => facts.below(line.quarter, line.onTime, line.due))) };
  const late: Fact = { ...about, say: (words) => words.riskLog.facts.late(behind.map(({ name, quarter, timeliness }) => words.riskLog.facts.lateOne(name, quarter, timelinessSaid(words, timeliness)))) };
  return due.length === 0 ? [] : behind.length === 0 ? [share] : [share, late];
}
