import { isForStatements, nameKeeper, parseAnyEdition, publishEdition } from '../capabilities/frameworks/index.ts';
import { newId } from '../kernel/id.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { en } from '../words/index.ts';
import type { StoreCommand } from './commands.ts';
import { readTextFile } from './read-file.ts';

/** `edition load FILE`: publishes an edition from its file, of the benchmarks or of the annual statement. */
export const loadEdition: StoreCommand = async ({ store, say }, [file, ...rest]) => {
  if (file === undefined || rest.length > 0) throw new StartRefused(en.commands.usage('edition load FILE'));
  const edition = parseAnyEdition(readTextFile(file));
  if (!edition.accepted) throw new StartRefused([en.commands.editionRefused(file), ...edition.refusals.map(({ say: sentence }) => `  ${sentence(en)}`)].join('\n'));
  const published = await store.database.transaction((tx) => publishEdition(tx, edition.value, newId()));
  if (!published.accepted) throw new StartRefused(published.refusals.map(({ say: sentence }) => sentence(en)).join('\n'));
  const { value } = edition;
  say(isForStatements(value)
    ? en.commands.statementEditionLoaded(value.short_name, value.areas.length, value.areas.reduce((sum, area) => sum + area.options.length, 0))
    : en.commands.editionLoaded(value.short_name, value.benchmarks.length, value.benchmarks.reduce((sum, benchmark) => sum + benchmark.indicators.length, 0)));
};

/** `edition keeper EMAIL`: names somebody for loading and publishing editions in the product, where it takes two. */
export const nameEditionKeeper: StoreCommand = async ({ store, say }, [email, ...rest]) => {
  if (email === undefined || rest.length > 0) throw new StartRefused(en.commands.usage('edition keeper EMAIL'));
  if (!store.owner) throw new StartRefused(en.organisations.command.noOwner);
  if (!(await store.owner.transaction((tx) => nameKeeper(tx, email)))) throw new StartRefused(en.commands.noSuchAccount(email));
  say(en.commands.keeperNamed(email));
};
