import type { OriginReader } from '../action-plan/index.ts';
import type { TaskReader } from '../organisations/index.ts';
import { access } from './access.ts';
import { paths } from './paths.ts';
import { incidentsOf, keysHeldBy } from './sites-store.ts';
import { countOpen } from './store.ts';

/** Handed to the first page after sign-in: what waits, to whoever holds a key or takes bookings in, and to everybody who reads them once it is due. */
export const bookingsToDecide: TaskReader = async ({ tx, organisation, personId, roles, today }) => {
  if (!roles.some((role) => access.read.own.some((may) => may === role))) return [];
  const { open, late } = await countOpen(tx, organisation.id, today);
  const concerned = roles.includes('bookings_officer') || (await keysHeldBy(tx, organisation.id, personId, today)).length > 0;
  return open === 0 || (!concerned && late === 0) ? [] : [{ text: (words) => words.venueHire.task(open, late), href: paths.bookings(organisation.shortName) }];
};

/** Incidents as records that actions of the plan come from. */
export const incidentOrigin: OriginReader = {
  origin: 'incident',
  find: async ({ tx, words, organisation }, id) => {
    const found = (await incidentsOf(tx, organisation.id)).find((one) => one.id === id);
    const said = words.venueHire.incidents;
    return found && { text: said.origin(said.kinds[found.kind], found.site, found.happenedOn), href: paths.incident(organisation.shortName, id) };
  },
};
