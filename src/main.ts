import { serve } from './commands/serve.ts';
import { StartRefused } from './platform/start-refused.ts';
import { readSettings } from './settings.ts';
import { en } from './words/index.ts';

const [command = 'help', ...args] = process.argv.slice(2);

try {
  const settings = readSettings(process.env);
  if (command === 'serve') await serve(settings);
  else throw new StartRefused(en.platform.unknownCommand(command) + args.join(' '));
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
