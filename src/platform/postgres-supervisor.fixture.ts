// A process of its own for the tests: node postgres-supervisor.fixture.ts WHAT FOLDER. It prints one line of JSON.
import { makeLinks } from './postgres-binaries.ts';
import { lockFolder } from './postgres-lock.ts';
import { postmasterOf } from './postgres-processes.ts';
import { startPostgres } from './postgres-supervisor.ts';
import { StartRefused } from './start-refused.ts';

const [, , what, folder = ''] = process.argv;

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function serve(): Promise<void> {
  const { socketFolder } = await startPostgres({ folder, durable: false });
  print({ socketFolder, postmaster: postmasterOf(folder)?.pid });
}

try {
  if (what === 'links') {
    makeLinks(folder);
    print({});
  } else if (what === 'lock') {
    lockFolder(folder, '');
    print({});
    setInterval(() => {}, 60_000);
  } else {
    process.on('SIGINT', () => {});
    await serve();
    if (what === 'leave') process.exit(0);
  }
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  print({ refused: error.message });
  process.exitCode = 1;
}
