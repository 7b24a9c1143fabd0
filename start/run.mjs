// Runs one of the repository's own TypeScript programs, such as the performance table: node start/run.mjs FILE ARGUMENT…
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) {
  import('./launch.mjs').then(({ launch }) => launch(process.argv[2], process.argv.slice(3), { dev: true }));
}
