import { commandIn } from './commands/commands.ts';
import { StartRefused } from './platform/start-refused.ts';
import { readSettings } from './settings.ts';
import { en } from './words/index.ts';

const typed = process.argv.slice(2);

try {
  const found = commandIn(typed.length === 0 || typed[0] === '--help' ? ['help'] : typed);
  if (!found) throw new StartRefused(en.commands.unknown(typed.join(' ')));
  await found.command.run(readSettings(process.env), found.args);
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
