import { daysBetween } from '../../kernel/year.ts';
import type { Fact, FactQuestion } from '../../platform/fact.ts';
import type { Figures } from './figures-store.ts';
import { timelinessSaid } from './pages/parts.tsx';
import { paths } from './paths.ts';
import { isReviewOverdue } from './rules.ts';
import { timelinessOf } from './rules-returns.ts';

/** The benchmark that the risk log stands behind, in the editions that the product ships. */
export function isRiskBenchmark({ benchmark }: FactQuestion): boolean {
  return benchmark.code === 'LA2';
}

/** What a fact stands beside: the indicator where the edition has it, else the whole benchmark. */
export function concerning({ benchmark: { code, indicatorCodes } }: FactQuestion, indicator: string): Fact['concerns'] {
  return indicatorCodes.includes(indicator) ? { indicator } : { benchmark: code };
}

/** When the year's returns came, which open risks lack controls or an owner, and which were not looked at. */
export function riskFacts(question: FactQuestion, { calendar, sent, risks }: Figures): Fact[] {
  const asked = calendar.filter(({ isAsked }) => isAsked);
  return [...(asked.length === 0 ? [] : [returnFact(question, asked, sent)]), ...logFacts(question, risks)];
}

function returnFact(question: FactQuestion, asked: Figures['calendar'], sent: Figures['sent']): Fact {
  const { orgShortName, today } = question;
  const states = asked.map((set) => ({ quarter: set.quarter, state: timelinessOf(set, sent.find(({ quarter }) => quarter === set.quarter), today) }));
  return {
    concerns: concerning(question, 'LA2.x2'), rowsHref: paths.returns(orgShortName), asAt: today,
    say: (words) => words.riskLog.facts.ownList(states.map(({ quarter, state }) => words.riskLog.facts.own(quarter, timelinessSaid(words, state)))),
    rule: ({ riskLog }) => riskLog.facts.ownRule,
  };
}

function logFacts(question: FactQuestion, risks: Figures['risks']): Fact[] {
  const { orgShortName, today } = question;
  const [oldest] = [...risks].sort((a, b) => (a.reviewedOn < b.reviewedOn ? -1 : 1));
  if (!oldest) return [];
  const count = (isSo: (risk: Figures['risks'][number]) => boolean) => risks.filter(isSo).length;
  const [noControls, noOwner, overdue] = [count(({ controls }) => controls === ''), count(({ ownerRole }) => ownerRole === null), count((risk) => isReviewOverdue(risk, today))];
  const age = Math.max(0, daysBetween(oldest.reviewedOn, today));
  const about = (indicator: string) => ({ concerns: concerning(question, indicator), rowsHref: paths.log(orgShortName), asAt: today });
  return [
    { ...about('LA2.m4'), say: ({ riskLog }) => riskLog.facts.complete(risks.length, noControls, noOwner), rule: ({ riskLog }) => riskLog.facts.completeRule },
    { ...about('LA2.m5'), say: ({ riskLog }) => riskLog.facts.reviews(overdue, risks.length), rule: ({ riskLog }) => riskLog.facts.reviewsRule },
    { ...about('LA2.m5'), say: ({ riskLog }) => riskLog.facts.oldest(age, oldest.number), rule: ({ riskLog }) => riskLog.facts.oldestRule },
  ];
}
