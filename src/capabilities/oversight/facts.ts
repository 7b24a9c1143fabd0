import { yearOfQuarter } from '../../kernel/year.ts';
import { aside } from '../../platform/database.ts';
import type { Fact, FactSource } from '../../platform/fact.ts';
import { calendarFor, concerning, isRiskBenchmark, returnsBelow, timelinessSaid } from '../risk-log/index.ts';
import { paths } from './paths.ts';
import { gridOf, trendOf } from './rules.ts';

/** Of each quarter of the year, how many bodies below sent on time, and which did not. */
export const oversightFacts: FactSource = {
  name: 'oversight',
  facts: async (question) => {
    if (!isRiskBenchmark(question)) return [];
    const { tx, orgId, orgShortName, year, today } = question;
    const calendar = (await calendarFor(tx, orgId, today)).filter(({ quarter, opensOn }) => yearOfQuarter(quarter) === year && opensOn <= today).reverse();
    if (calendar.length === 0) return [];
    const below = await aside(tx, { is: 'tree', orgId, personId: null, day: today }, (inTree) => returnsBelow(inTree, orgId, calendar.map(({ quarter }) => quarter), today));
    const rows = gridOf(below, calendar, new Map(), today);
    const due = trendOf(rows, calendar).filter((line) => line.due > 0);
    const behind = rows.flatMap(({ name, cells }) => cells.filter(({ timeliness: { is } }) => is === 'late' || is === 'missing').map((cell) => ({ name, ...cell })));
    const about = { concerns: concerning(question, 'LA2.x2'), rowsHref: paths.grid(orgShortName), asAt: today, rule: ({ riskLog }: Parameters<Fact['rule']>[0]) => riskLog.facts.belowRule };
    const share: Fact = { ...about, say: ({ riskLog: { facts } }) => facts.belowList(due.map((line) => facts.below(line.quarter, line.onTime, line.due))) };
    const late: Fact = { ...about, say: (words) => words.riskLog.facts.late(behind.map(({ name, quarter, timeliness }) => words.riskLog.facts.lateOne(name, quarter, timelinessSaid(words, timeliness)))) };
    return due.length === 0 ? [] : behind.length === 0 ? [share] : [share, late];
  },
};
