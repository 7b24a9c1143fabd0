const body = '/organisations/:org';

export const patterns = {
  log: `${body}/risks`, form: `${body}/risk-form`, risk: `${body}/risks/:risk`, words: `${body}/risks/:risk/words`, scores: `${body}/risks/:risk/scores`, closure: `${body}/risks/:risk/closure`,
  list: `${body}/risk-list/:format`, template: `${body}/risk-template/:format`,
  matrix: `${body}/risk-matrix`,
  calendar: `${body}/risk-calendar`, calendarQuarter: `${body}/risk-calendar/:quarter`,
  events: `${body}/risk-events`, event: `${body}/risk-events/:event`, answers: `${body}/risk-events/:event/answers`,
  profiles: `${body}/police-profiles`,
  returns: `${body}/returns`, return: `${body}/returns/:quarter`, confirmations: `${body}/returns/:quarter/confirmations`, sending: `${body}/returns/:quarter/sending`, nil: `${body}/returns/:quarter/nil`, notes: `${body}/returns/:quarter/notes`,
};

const of = (org: string) => `/organisations/${org}`;

export const paths = {
  log: (org: string) => `${of(org)}/risks`,
  form: (org: string) => `${of(org)}/risk-form`,
  risk: (org: string, number: number) => `${of(org)}/risks/${number}`,
  words: (org: string, number: number) => `${of(org)}/risks/${number}/words`,
  scores: (org: string, number: number) => `${of(org)}/risks/${number}/scores`,
  closure: (org: string, number: number) => `${of(org)}/risks/${number}/closure`,
  list: (org: string, format: string) => `${of(org)}/risk-list/${format}`,
  template: (org: string, format: string) => `${of(org)}/risk-template/${format}`,
  matrix: (org: string) => `${of(org)}/risk-matrix`,
  calendar: (org: string) => `${of(org)}/risk-calendar`,
  calendarQuarter: (org: string, quarter: string) => `${of(org)}/risk-calendar/${quarter}`,
  events: (org: string) => `${of(org)}/risk-events`,
  event: (org: string, id: string) => `${of(org)}/risk-events/${id}`,
  answers: (org: string, id: string) => `${of(org)}/risk-events/${id}/answers`,
  profiles: (org: string) => `${of(org)}/police-profiles`,
  returns: (org: string) => `${of(org)}/returns`,
  return: (org: string, quarter: string) => `${of(org)}/returns/${quarter}`,
  confirmations: (org: string, quarter: string) => `${of(org)}/returns/${quarter}/confirmations`,
  sending: (org: string, quarter: string) => `${of(org)}/returns/${quarter}/sending`,
  nil: (org: string, quarter: string) => `${of(org)}/returns/${quarter}/nil`,
  notes: (org: string, quarter: string) => `${of(org)}/returns/${quarter}/notes`,
};
