import type { Id } from '../../kernel/id.ts';
import type { Day } from '../../kernel/year.ts';
import type { Transaction } from '../../platform/database.ts';
import type { YearChannel } from './rules-year.ts';
import { governanceOf } from './store.ts';

/** The Channel panel as outputs tell of it. Null where nothing is recorded, and where no more is known than that it is not applicable: that the outcomes say. */
export async function yearChannel(tx: Transaction, orgId: Id, asAt: Day): Promise<YearChannel | null> {
  const read = await governanceOf(tx, orgId, asAt);
  if (!read) return null;
  const { panel, marking, figures, offices } = read;
  if (!panel.runHere) return panel.reason === null && panel.leadBody === null ? null : { is: 'elsewhere', marking, reason: panel.reason, leadBody: panel.leadBody };
  if (!figures) return null;
  const { planned, held, seats, agreementExpiresOn, statement, reviews } = figures;
  return { is: 'here', marking, asAt, planned, held, offices, seats, agreementExpiresOn, statement, reviews };
}
