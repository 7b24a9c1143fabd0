import type { Fact, FactQuestion, FactSource } from '../../platform/fact.ts';
import type { Day } from '../../kernel/year.ts';
import type { Words } from '../../words/index.ts';
import { paths } from './paths.ts';
import { isOver, offices, type Office } from './rules.ts';
import { standingOf, type Figures } from './store.ts';

type Said = keyof { [Key in keyof Words['channel']['facts'] as Words['channel']['facts'][Key] extends string ? Key : never]: true };

/** How the panel is run, beside the benchmark that is about it; where it is another body's, that, and what the lead body opened. */
export const channelFacts: FactSource = {
  name: 'channel',
  facts: async (question) => {
    if (question.benchmark.code !== 'LA5') return [];
    const { panel, figures, shared } = await standingOf(question.tx, question.orgId, question.today);
    const elsewhere = panel && !panel.runHere ? [factOf(question, 'LA5', question.orgShortName, (words) => words.channel.facts.elsewhere(panel.reason, panel.leadBody), 'elsewhereRule')] : [];
    return [...elsewhere, ...(figures ? factsOf(question, question.orgShortName, figures) : []), ...shared.flatMap((lead) => factsOf(question, lead.shortName, lead.figures, lead.name))];
  },
};

/** The facts of one panel; `lead` names whose it is where it is another body's. */
function factsOf(question: FactQuestion, org: string, figures: Figures, lead?: string): Fact[] {
  const { today } = question;
  const { planned, held, seats, agreementExpiresOn: expires, statement, reviews } = figures;
  const counted = seats.filter(({ present, substitute, absent }) => present + substitute + absent > 0);
  const fact = (indicator: string, say: Fact['say'], rule: Said) => factOf(question, indicator, org, (words) => (lead === undefined ? say(words) : words.channel.facts.of(lead, say(words))), rule);
  return [
    fact('LA5.m4', ({ channel: { facts } }) => facts.meetings(held, planned), 'meetingsRule'),
    ...(counted.length === 0 ? [] : [fact('LA5.x3', ({ channel: { facts } }) => facts.seats(counted.map(({ agency, role, present, substitute, absent }) => facts.seat(agency, role, present, substitute, present + substitute + absent))), 'seatsRule')]),
    ...offices.map((office) => fact(office === 'chair' ? 'LA5.m2' : 'LA5.m3', (words) => officeSaid(words, office, figures, today), 'officeRule')),
    fact('LA5.m9', ({ channel: { facts } }) => (expires === null ? facts.noAgreement : isOver(expires, today) ? facts.expired(expires) : facts.inDate(expires)), 'agreementRule'),
    fact('LA5.m10', ({ channel: { facts } }) => (statement ? facts.statement(statement) : facts.noStatement), 'statementRule'),
    ...(reviews.are === 'none' ? [] : [fact('LA5.x1', ({ channel: { facts } }) => (reviews.are === 'shown' ? facts.share(reviews.percent) : facts.few), 'shareRule')]),
  ];
}

function officeSaid({ channel: { facts } }: Words, office: Office, figures: Figures, today: Day): string {
  const entry = figures.offices.find((one) => one.office === office);
  if (!entry) return facts.noOffice(office);
  if (entry.trainedOn === null) return facts.noTraining(office);
  return entry.trainingDueOn !== null && isOver(entry.trainingDueOn, today) ? facts.overdue(office, entry.trainingDueOn) : facts.trained(office, entry.trainedOn);
}

/** Beside the indicator where the edition has it, else beside the whole benchmark. */
function factOf({ benchmark: { code, indicatorCodes }, today }: FactQuestion, indicator: string, org: string, say: Fact['say'], rule: Said): Fact {
  return { concerns: indicatorCodes.includes(indicator) ? { indicator } : { benchmark: code }, rowsHref: paths.panel(org), asAt: today, say, rule: ({ channel }) => channel.facts[rule] };
}
