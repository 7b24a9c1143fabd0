import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./run-tests.mjs').then(({ runTests }) => runTests(process.argv.slice(2)));
