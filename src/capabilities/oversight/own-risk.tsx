import { notFoundPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { risksOf, type Risk } from '../risk-log/index.ts';

/** The risk of the body's own log with this number. */
export async function riskNumbered({ tx, organisation }: MemberVisit, number: string): Promise<Risk | undefined> {
  const [risk] = /^\d{1,6}$/.test(number) ? await risksOf(tx, organisation.id, { number: Number(number) }) : [];
  return risk;
}

/** The open risk of the address: what is closed rests on nothing more and is passed to nobody. */
export async function withOpenRisk(visit: MemberVisit, work: (risk: Risk) => Promise<Answer>): Promise<Answer> {
  const risk = await riskNumbered(visit, visit.params['risk'] ?? '');
  const { title, sentence } = visit.words.riskLog.risk.missing;
  return risk && risk.closedOn === null ? work(risk) : notFoundPage(title, <><h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">{sentence}</p></>);
}
