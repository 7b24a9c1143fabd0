import { disposeOfDue } from '../platform/retention.ts';
import { systemClock, today } from '../platform/clock.ts';
import { en } from '../words/index.ts';
import type { StoreCommand } from './commands.ts';

/** `retention`: removes what no longer may be kept, as the server does every night. */
export const retention: StoreCommand = async ({ store, files, say }) => {
  const { organisations, files: removed, overwritten } = await disposeOfDue({ ...store, files }, today(systemClock));
  say(en.commands.disposed(organisations, removed));
  if (!overwritten) say(en.commands.notOverwritten);
};
