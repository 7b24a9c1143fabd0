import { parseArgs } from 'node:util';
import { drawsAgain } from '../capabilities/dip-sampling/index.ts';
import { organisationsByName } from '../capabilities/organisations/index.ts';
import { systemClock, today } from '../platform/clock.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { en } from '../words/index.ts';
import type { StoreCommand } from './commands.ts';

const said = en.dipSampling.command;

export const sampleUsage = said.usage;

/** `sample verify`: draws every dip sample again from its record. Fails (exit code 1) when one does not come out as it stands there. */
export const verifySamples: StoreCommand = async ({ store, say }, args) => {
  const wanted = organisationIn(args);
  const bodies = (await store.database.within({ is: 'accounts' }, organisationsByName)).filter(({ shortName }) => wanted === undefined || shortName === wanted);
  if (bodies.length === 0 && wanted !== undefined) throw new StartRefused(said.noOrganisation(wanted));
  let [checked, changed] = [0, 0];
  for (const { id: orgId, name } of bodies) {
    const draws = await store.database.within({ is: 'own', orgId, personId: null, day: today(systemClock) }, (tx) => drawsAgain(tx, orgId));
    for (const { id, sample, population, faults } of draws) {
      checked += 1;
      if (faults.length > 0) changed += 1;
      else say(said.good(name, id, sample, population));
      for (const fault of faults) say(said.fault(name, id, said.faults[fault]));
    }
  }
  if (changed > 0) throw new StartRefused(said.failed(changed));
  say(said.done(checked));
};

function organisationIn(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { organisation: { type: 'string' } } }).values.organisation;
  } catch {
    throw new StartRefused(en.commands.usage(`sample verify ${sampleUsage}`));
  }
}
