import { nameKeeper, parseEdition, publishEdition } from '../capabilities/frameworks/index.ts';
import { newId } from '../kernel/id.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { en } from '../words/index.ts';
import type { StoreCommand } from './commands.ts';
import { readTextFile } from './read-file.ts';

/** `edition load FILE`: publishes an edition of the benchmarks from its file. */
export const loadEdition: StoreCommand = async ({ store, say }, [file, ...rest]) => {
  if (file === undefined || rest.length > 0) throw new StartRefused(en.commands.usage('edition load FILE'));
  const edition = parseEdition(readTextFile(file));
  if (!edition.accepted) throw new StartRefused([en.commands.editionRefused(file), ...edition.refusals.map(({ say: sentence }) => `  ${sentence(en)}`)].join('\n'));
  const published = await store.database.transaction((tx) => publishEdition(tx, edition.value, newId()));
  if (!published.accepted) throw new StartRefused(published.refusals.map(({ say: sentence }) => sentence(en)).join('\n'));
  const indicators = edition.value.benchmarks.reduce((sum, benchmark) => sum + benchmark.indicators.length, 0);
  say(en.commands.editionLoaded(edition.value.short_name, edition.value.benchmarks.length, indicators));
};

/** `edition keeper EMAIL`: names somebody for loading and publishing editions in the product, where it takes two. */
export const nameEditionKeeper: StoreCommand = async ({ store, say }, [email, ...rest]) => {
  if (email === undefined || rest.length > 0) throw new StartRefused(en.commands.usage('edition keeper EMAIL'));
  if (!store.owner) throw new StartRefused(en.organisations.command.noOwner);
  if (!(await store.owner.transaction((tx) => nameKeeper(tx, email)))) throw new StartRefused(en.commands.noSuchAccount(email));
  say(en.commands.keeperNamed(email));
};
