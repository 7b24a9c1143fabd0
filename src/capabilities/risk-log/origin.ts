import type { OriginReader } from '../action-plan/index.ts';
import { paths } from './paths.ts';
import { riskById } from './store.ts';

/** Risks as records that actions come from. */
export const riskOrigin: OriginReader = {
  origin: 'risk',
  find: async ({ tx, organisation, words }, id) => {
    const risk = await riskById(tx, { orgId: organisation.id, id });
    return risk && { text: words.riskLog.log.numbered(risk.number, risk.event), href: paths.risk(organisation.shortName, risk.number) };
  },
};
