import type { Words } from '../../../words/index.ts';
import type { Standing } from '../rules.ts';

export function standingSaid({ meetings: { standing: said } }: Words, standing: Standing): string {
  return standing.is === 'sent' ? said.sent(standing.on) : said[standing.is](standing.days);
}
