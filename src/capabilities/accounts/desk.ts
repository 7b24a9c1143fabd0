import type { AccountDesk } from '../organisations/index.ts';
import { makeInvitation, makeReset } from './link-store.ts';
import { paths } from './paths.ts';
import { emailOf } from './rules.ts';
import { accountFor, accountStates } from './store.ts';

/** What the administrators of a body do with accounts: organisations stand before accounts and get this handed in. */
export const accountDesk: AccountDesk = {
  emailOf,
  accountFor: (tx, { id, email, orgId }) => accountFor(tx, { id, email, homeOrgId: orgId, demonstration: false }),
  states: accountStates,
  invite: async (tx, invitation) => paths.link(await makeInvitation(tx, invitation)),
  reset: async (tx, reset) => paths.link(await makeReset(tx, reset)),
};
